using System.Globalization;

namespace Hotspot.Tests.Journeys;

/// <summary>An export whose phones are all masked: nobody is counted, and the bulletin says what stands for people instead.</summary>
public sealed class UnknownCallersJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,问题分类,被反映区,被反映街乡镇,小区点位,主要内容,来电人电话\n";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static IEnumerable<string> Daily(int first, string street, string place, Func<int, string> text) =>
        Enumerable
            .Range(0, 6)
            .Select(day =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"热线-2504{21 + day}-{first + day:000000},2025-04-{21 + day} 09:00:00,城市管理->占道经营,朝阳区,{street},{place},{text(day)},150××××1234\n"
                )
            );

    [Fact]
    public void A_place_is_listed_for_many_texts_on_many_days_and_not_for_one_text_every_day()
    {
        string[] stories = ["摊贩占道", "早点摊堵门", "水果车叫卖", "夜市摆桌", "菜贩堵路", "烤串占人行道"];
        var rows = Daily(1, "双井街道", "九龙山小区", day => stories[day]).Concat(Daily(11, "望京街道", "望京西园四区", _ => "摊贩占道"));
        _office.Call("load", _office.Write("导出.csv", Header + string.Concat(rows))).Exits(0);
        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        var papers = new Papers(_office.Bulletin("weekly", "2025-W17"));

        var point = Assert.Single(papers.Table("points"));

        Assert.Equal(("九龙山小区", "texts", 6L), ((string)point["label"]!, (string)point["callers_from"]!, (long)point["callers"]!));
        Assert.Contains("表中1处半数以上的诉求没有可识别的来电人，不计人数", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]人反映", papers.Text);
    }
}
