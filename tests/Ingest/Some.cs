using System.Text;
using Hotspot.Ingest;
using Hotspot.Privacy;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Ingest;

/// <summary>Files and readings for the tests of this room.</summary>
internal static class Some
{
    public static readonly SourceProfiles Profiles = SourceProfiles.Load();
    public static readonly CallerKey Callers = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
    public static readonly TimeRules Beijing = new(DateOrder.MonthFirst, OffsetsToBeijing: true);

    public const string CityHeader =
        "工单编号,工单类型,问题分类,标签,标题,主要内容,工单状态,来电人,来电人电话/账号,被反映区,被反映街乡镇,办理结果,回复内容,处理受理方式,办结时间,企业名称,是否解决,是否满意,工单性质,村/社区,小区点位";

    public static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "ingest", name);

    /// <summary>A row of the city layout with <paramref name="callTime"/> in front where it is given.</summary>
    public static string CityRow(
        string id = "热线-250421-000001",
        string content = "市民反映，丰台区某路口每晚有流动摊贩占道经营。",
        string phone = "13812345678",
        string closed = "2025-04-23 10:00:00",
        string district = "丰台区",
        string nature = "直派"
    ) =>
        $"{id},诉求,城市管理->占道经营->流动摊贩,,占道经营,{content},回复完成,王小明,{phone},{district},大红门街道,已处理,已回复,电话,{closed},,解决,基本满意,{nature},石榴庄社区,石榴庄路口";

    public static FileReading Open(byte[] bytes, string name = "样例.csv", int threads = 1, string? source = null)
    {
        var path = Path.Combine(Scratch.Folder("hotspot-ingest"), name);
        File.WriteAllBytes(path, bytes);
        return FileReading.Open(path, source is null ? Profiles.All : [Profiles[source]], Callers, threads);
    }

    public static FileReading Open(string text, int threads = 1) => Open(Encoding.UTF8.GetBytes(text), threads: threads);

    public static IReadOnlyList<RowOutcome> Read(string text) => [.. Open(text).Outcomes()];

    /// <summary>What is wrong with the order of one row.</summary>
    public static IReadOnlyList<string> Flags(RowOutcome row) => QualityFlags.Of(row.Complaint!, EventTime.Choose(row.Complaint!));

    public static Problem ProblemOf(Action open) => Assert.Throws<ProblemException>(open).Problem;
}
