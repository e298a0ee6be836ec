using Hotspot.Grouping;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Tests.Journeys;

/// <summary><c>report --stream</c>: a bulletin of 交办 or of 直派街道 alone, beside that of all.</summary>
[Collection("sample office")]
public sealed class StreamJourney(SampleOffice sample) : IDisposable
{
    private static readonly DaySpan Week = new(new(2025, 4, 21), new(2025, 4, 28));
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private Papers Of(OrderStream stream) => new(_office.Bulletin("weekly", $"{SampleOffice.Week}-{Snake.Code(stream)}"));

    private double Explained(string id, params string[] more) =>
        _office.Call(["explain", id, .. more]).Exits(0).Json.GetProperty("value").GetDouble();

    [Fact]
    public void The_streams_add_up_to_the_bulletin_of_all_and_each_stands_in_a_folder_of_its_own()
    {
        _office.TakeOver(sample.Office);
        CopyWeekly();
        var before = FolderHash();
        _office.Call("report", "weekly", "--stream", "A").Exits(0);
        var told = _office.Call("report", "weekly", "--stream", "b", "--split", "district").Exits(0);
        var (all, a, b) = (sample.Weekly, Of(OrderStream.A), Of(OrderStream.B));

        Assert.Equal(before, FolderHash());
        Assert.Equal("B", told.Json.GetProperty("stream").GetString());
        foreach (var figure in (string[])["overview.complaints", "overview.incidents", "notes.used"])
            Assert.Equal(all.Figures[figure].Value, a.Figures[figure].Value + b.Figures[figure].Value);
        foreach (var (stream, papers) in (IEnumerable<(string, Papers)>)[("stream_a", a), ("stream_b", b)])
            Assert.Equal(all.Figures[$"overview.{stream}"].Value, papers.Figures["overview.complaints"].Value);
        const string Sums = "select level, district, street, issue, sum(complaints) as complaints, sum(incidents) as incidents";
        string Areas(params Papers[] papers) =>
            string.Join(
                '\n',
                Duck.Rows(
                        $"{Sums} from read_parquet([{string.Join(',', papers.Select(one => Duck.Quoted(one.Parquet("areas"))))}]) group by all having sum(complaints) > 0 order by all"
                    )
                    .Select(row => string.Join('|', row.Values))
            );
        Assert.Equal(Areas(all), Areas(a, b));

        // What each says it is, in every form; nothing of the other is in it.
        foreach (var (word, papers) in (IEnumerable<(string, Papers)>)[("交办", a), ("直派街道", b)])
        {
            Assert.Equal($"城管诉求周报（{word}）_2025年第17周_初稿.docx", Path.GetFileName(papers.File(".docx")));
            Assert.Contains($"城管诉求周报（{word}）", papers.Text, StringComparison.Ordinal);
            Assert.Contains($"城管诉求周报（{word}）", papers.Html, StringComparison.Ordinal);
            Assert.Contains($"本刊只统计{word}诉求", papers.Section("一、总体情况"), StringComparison.Ordinal);
            Assert.DoesNotContain(papers.Figures, figure => figure.Key.StartsWith("overview.stream_", StringComparison.Ordinal));
        }
        Assert.Equal(
            ["A"],
            Duck.Rows($"select distinct stream from read_parquet({Duck.Quoted(a.Parquet("service_levels"))})")
                .Select(row => (string)row["stream"]!)
        );
        Assert.Contains("交办诉求不在回访范围", a.Section("七、回访"), StringComparison.Ordinal);
        Assert.DoesNotContain("处理率", b.Section("一、总体情况"), StringComparison.Ordinal);
        Assert.Contains(
            "（直派街道）",
            Printed.Docx(Directory.EnumerateFiles(Path.Combine(b.Folder, "districts"), "*.docx").First()),
            StringComparison.Ordinal
        );

        // Readers of the folder of bulletins: the register takes none of a stream, a figure is that of all unless a stream is named.
        Assert.False(Directory.Exists(_office.Home.Points));
        Assert.Equal(all.Figures["overview.complaints"].Value, Explained("overview.complaints"));
        Assert.Equal(a.Figures["overview.complaints"].Value, Explained("overview.complaints", "--in", "weekly/2025-W17-A"));
        var rows = _office.Call("explain", "overview.complaints", "--in", "2025-W17-A").Exits(0).Json.GetProperty("queries");
        Assert.Contains(
            a.Figures["overview.complaints"].Value?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            rows.EnumerateArray().Select(query => query.GetProperty("rows")[0][0].GetString())
        );
    }

    [Fact]
    public void What_belongs_to_one_stream_is_counted_with_its_list_and_its_earlier_totals()
    {
        _office.Call("load", _office.Write("交办.csv", Exports.StreamA(new(2025, 4, 21), 2, 5))).Exits(0);
        _office.Call("load", _office.Write("直派.csv", Exports.StreamB(new(2025, 4, 24), 4, 5))).Exits(0);
        // Three sent out to the bureau: one registered, one registered under the other stream, one not at all.
        const string Sent =
            "热线-250421-000001,2025-04-21 08:00:00\n热线-250424-000001,2025-04-24 08:00:00\n热线-250421-999999,2025-04-21 09:00:00\n";
        _office.Call("check", "--against", _office.Write("派单.csv", "工单编号,派发时间\n" + Sent), "--stream", "A").Exits(3);
        const string Totals = "2024-W17,,40\n2024-W17,直派街道,30\n2024-W17,交办,10\n2024-W16,,50\n";
        _office.Call("load", "--baseline", _office.Write("汇总.csv", "周期,来源,件数\n" + Totals)).Exits(0);
        ComplaintReader Open(OrderStream? stream) =>
            ComplaintReader.Open(Generation.Current(_office.Home.PublishedData)!, Week.Until, new SessionLimits(Threads: 1), stream);
        using var all = Open(null);
        using var a = Open(OrderStream.A);
        using var b = Open(OrderStream.B);

        Assert.Equal((30L, 10L, 20L), (all.Totals(Week).Complaints, a.Totals(Week).Complaints, b.Totals(Week).Complaints));
        Assert.Equal(all.Processing(Week).Of(OrderStream.A), a.Processing(Week).Of(OrderStream.A));
        Assert.Equal((3L, 2L), (a.Processing(Week).Of(OrderStream.A)!.Dispatched, a.Processing(Week).Of(OrderStream.A)!.Registered));
        Assert.Empty(b.Processing(Week));
        Assert.Empty(a.CallbackOrders(Week, null));
        Assert.Equal(0, a.Callbacks(Week, null).Sum(unit => unit.Complaints));
        Assert.Equal(20, b.Callbacks(Week, null).Single(unit => unit.District is null).Complaints);
        var (earlier, before) = (new DaySpan(new(2024, 4, 22), new(2024, 4, 29)), new DaySpan(new(2024, 4, 15), new(2024, 4, 22)));
        Assert.Equal((40, 10, 30), (all.Baseline(earlier)!.Complaints, a.Baseline(earlier)!.Complaints, b.Baseline(earlier)!.Complaints));
        Assert.Equal((50, null), (all.Baseline(before)!.Complaints, a.Baseline(before)?.Complaints));
        // Days are the city's: one without a complaint of the stream is a quiet one.
        Assert.Equal(all.Days(Week).Select(day => day.Complaints), b.EveryDay(Week).Select(day => day.Complaints));
        Assert.Equal([0, 0, 0, 5, 5, 5, 5], b.Days(Week).Select(day => day.Complaints));
    }

    [Fact]
    public void What_a_stream_cannot_be_is_refused_and_nothing_is_written()
    {
        _office.Call("load", _office.Write("市平台.csv", Exports.City(new(2025, 4, 21), 7, 3))).Exits(0);
        string Refused(int exit, params string[] more) => _office.Call(["report", "weekly", .. more]).Exits(exit).Error;

        Assert.Contains("report weekly --final", Refused(2, "--stream", "A", "--final"), StringComparison.Ordinal);
        Assert.Contains("公开版不分来源", Refused(2, "--stream", "B", "--audience", "public"), StringComparison.Ordinal);
        Assert.Contains("A | B | all", Refused(2, "--stream", "own"), StringComparison.Ordinal);
        Assert.Contains("没有来源为 A 的诉求", Refused(4, "--stream", "A"), StringComparison.Ordinal);
        _office.Call("report", "acceptance", "--from", "2025-04-21", "--to", "2025-04-27", "--stream", "A").Exits(2);
        Assert.False(Directory.Exists(Path.Combine(_office.Home.Published, "weekly")));
    }

    /// <summary>The bulletin of all, as the sample office wrote it.</summary>
    private void CopyWeekly()
    {
        foreach (var file in Directory.EnumerateFiles(sample.Weekly.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_office.Bulletin("weekly", SampleOffice.Week), Path.GetRelativePath(sample.Weekly.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string FolderHash() =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(_office.Bulletin("weekly", SampleOffice.Week), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(FileHash.Of)
        );
}
