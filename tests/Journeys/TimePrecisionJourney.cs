using System.Globalization;
using Hotspot.Records;
using Hotspot.Tests.Ingest;

namespace Hotspot.Tests.Journeys;

/// <summary>From the cell to the published column: a time is as precise as it was written.</summary>
public sealed class TimePrecisionJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,派发时间,被反映区,主要内容\n";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private Dictionary<string, string> Published() =>
        new PublishedRows(_office.Home)
            .Query("select complaint_id, strftime(occurred_at, '%Y-%m-%d %H:%M:%S ') || time_precision as told from complaints")
            .ToDictionary(row => (string)row["complaint_id"]!, row => (string)row["told"]!);

    [Fact]
    public void Every_way_of_writing_a_time_is_published_with_its_precision()
    {
        var writings = TimeReadingTests.Writings.ToArray();
        var lines = writings.Select((one, n) => $"工单{n},\"{one[0]}\",2025-03-02 10:11:12,朝阳区,占道经营\n");
        var file = _office.Write("写法.csv", Header + string.Concat(lines));

        _office.Call("load", file).Exits(0);

        var published = Published();
        for (var n = 0; n < writings.Length; n++)
            Assert.Equal($"{writings[n][1]} {Snake.Code((TimePrecision)writings[n][2]!)}", published[$"工单{n}"]);
        Assert.Equal(writings.Length, _office.Call("load", file).Exits(0).Json.GetProperty("unchanged").GetInt64());
    }

    [Fact]
    public void Typed_dates_of_a_workbook_are_published_as_their_format_shows_them()
    {
        var at = new DateTime(2025, 3, 1, 8, 30, 0);
        var path = Path.Combine(_office.Folder, "工单.xlsx");
        (string Format, DateTime At, string Precision)[] cells =
        [
            ("yyyy-mm-dd hh:mm:ss", at, "second"),
            ("yyyy/m/d h:mm", at, "minute"),
            ("yyyy/m/d h:mm", at.AddSeconds(12), "second"),
            ("yyyy年m月d日 h时", at.Date.AddHours(15), "hour"),
            ("yyyy-mm-dd hh:mm:ss", at.Date, "day"),
            ("yyyy/m/d", at.Date, "day"),
            ("General", at, "minute"),
        ];
        var styles =
            $"<numFmts>{string.Concat(cells.Select((cell, n) => $"<numFmt numFmtId=\"{170 + n}\" formatCode=\"{cell.Format}\"/>"))}</numFmts>"
            + $"<cellXfs>{string.Concat(cells.Select((_, n) => $"<xf numFmtId=\"{170 + n}\"/>"))}</cellXfs>";
        static string Text(string text) => $"<c t=\"str\"><v>{text}</v></c>";
        var rows = cells.Select(
            (cell, n) =>
                $"<row>{Text($"工单{n}")}<c s=\"{n}\"><v>{cell.At.ToOADate().ToString("R", CultureInfo.InvariantCulture)}</v></c>{Text("占道经营")}</row>"
        );
        var header = $"<row>{Text("工单编号")}{Text("来电时间")}{Text("主要内容")}</row>";
        File.WriteAllBytes(path, RawWorkbook.Bytes(header + string.Concat(rows), styles: styles));

        _office.Call("load", path, "--source", "beijing-12345").Exits(0);

        var published = Published();
        for (var n = 0; n < cells.Length; n++)
            Assert.Equal($"{cells[n].At:yyyy-MM-dd HH:mm:ss} {cells[n].Precision}", published[$"工单{n}"]);
    }

    [Fact]
    public void The_precision_is_that_of_the_time_that_counts_and_a_layout_with_more_of_it_completes_one_with_less()
    {
        _office
            .Call(
                "load",
                _office.Write(
                    "一.csv",
                    Header
                        + "甲,2025年3月1日 下午3时,2025-03-01 15:20:12,朝阳区,占道经营\n"
                        + "乙,,2025-03-01 15:20,朝阳区,占道经营\n"
                        + "热线-250301-000003,,,朝阳区,占道经营\n"
                )
            )
            .Exits(0);
        Assert.Equal(
            ["2025-03-01 15:00:00 hour", "2025-03-01 15:20:00 minute", "2025-03-01 00:00:00 day"],
            new[] { "甲", "乙", "热线-250301-000003" }.Select(id => Published()[id])
        );

        var second = Header + "甲,2025-03-01 15:00:00,2025-03-01,朝阳区,占道经营\n乙,,2025-03-01 15:20:00,朝阳区,占道经营\n";
        Assert.Equal(2, _office.Call("load", _office.Write("二.csv", second)).Exits(0).Json.GetProperty("updated").GetInt64());

        Assert.Equal(["2025-03-01 15:00:00 second", "2025-03-01 15:20:00 second"], new[] { "甲", "乙" }.Select(id => Published()[id]));
        Assert.Equal(3, new PublishedRows(_office.Home).Count("dispatched_at is null or dispatched_at > '2025-03-01 15:00:00'"));
    }
}
