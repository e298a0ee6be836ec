using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>Rejected rows are mended by hand and loaded under their own file and line; what was hidden is not typed again.</summary>
public sealed class RetryJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,来电人,来电人电话/账号,被反映区,被反映街乡镇,小区点位,主要内容\n";
    private const string Good = "热线-250421-000001,2025-04-21 08:10:00,王小明,13812345678,朝阳区,望京街道,望京西园四区,占道经营\n";
    private const string NoTime = "A-2,昨天下午,王小明,13812345678,朝阳区,望京街道,望京西园四区,占道经营请联系13812345678\n";
    private const string Moved = "热线-250421-000003,2025-04-21 09:10:00,,李大海,13912345678,朝阳区,望京街道,望京西园四区,占道经营\n";
    private const string Footer = "合计,3,,,,,,\n";

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private string Quarantine(string pattern) => Directory.GetFiles(_office.Home.Quarantine, pattern).Single();

    private static (long Read, long Inserted, long Updated, long Unchanged, long Rejected) Counts(JsonElement json) =>
        (
            json.GetProperty("read").GetInt64(),
            json.GetProperty("inserted").GetInt64(),
            json.GetProperty("updated").GetInt64(),
            json.GetProperty("unchanged").GetInt64(),
            json.GetProperty("rejected").GetInt64()
        );

    private void Load(string text)
    {
        _office.Set(settings => settings with { MaxRejectedShare = 1 });
        _office.Call("load", _office.Write("四月.csv", text)).Exits(0);
    }

    [Fact]
    public void A_mended_row_is_loaded_under_its_file_and_line_with_what_was_hidden()
    {
        Load(Header + Good + NoTime + Footer);
        var book = Quarantine("四月_*_补正.xlsx");
        Filled.In(book, "四月.csv", 2, "来电时间", "2025-04-21 15:30:00");

        var retry = _office.Call("load", "--retry").Exits(0).Json;

        Assert.True(retry.GetProperty("retry").GetBoolean());
        Assert.Equal((1, 1, 0, 0, 0), Counts(retry));
        var rows = new PublishedRows(_office.Home);
        Assert.Equal(1, rows.Count("complaint_id = 'A-2' and source_file = '四月.csv' and source_line = 3 and hour(occurred_at) = 15"));
        Assert.Equal(1, rows.Count(what: "distinct caller_key"));
        Assert.Equal(0, rows.Count("content_masked like '%13812345678%'"));
        Assert.False(File.Exists(book));
    }

    [Fact]
    public void Cells_that_were_moved_to_their_columns_bring_their_originals_along()
    {
        Load(Header + Good + Moved);
        var book = Quarantine("四月_*_补正.xlsx");
        Filled.In(book, "四月.csv", 2, "来电人", "李××");
        Filled.In(book, "四月.csv", 2, "来电人电话/账号", Shown(book, "被反映区"));
        foreach (
            var (column, text) in new[]
            {
                ("被反映区", "朝阳区"),
                ("被反映街乡镇", "望京街道"),
                ("小区点位", "望京西园四区"),
                ("主要内容", "占道经营"),
                ("（第9列）", (string?)null),
            }
        )
            Filled.In(book, "四月.csv", 2, column, text);

        Assert.Equal((1, 1, 0, 0, 0), Counts(_office.Call("load", "--retry", book).Exits(0).Json));

        Assert.Equal(1, new PublishedRows(_office.Home).Count("complaint_id = '热线-250421-000003' and caller_key is not null"));
    }

    [Fact]
    public void A_row_that_is_still_wrong_stays_in_quarantine_and_a_mended_one_is_not_loaded_twice()
    {
        Load(Header + Good + NoTime + NoTime.Replace("A-2", "A-4", StringComparison.Ordinal));
        Filled.In(Quarantine("四月_*_补正.xlsx"), "四月.csv", 2, "来电时间", "2025-04-21 15:30:00");

        Assert.Equal((2, 1, 0, 0, 1), Counts(_office.Call("load", "--retry", "四月.csv").Exits(0).Json));
        Assert.Equal((1, 0, 0, 0, 1), Counts(_office.Call("load", "--retry").Exits(0).Json));
        Assert.Equal(2, File.ReadAllLines(Quarantine("四月_*.csv")).Length);

        var again = _office.Call("load", Path.Combine(_office.Folder, "四月.csv")).Exits(0).Json;
        Assert.False(again.GetProperty("changed").GetBoolean());
        Assert.Equal(1, _office.Call("status").Exits(0).Json.GetProperty("rows_rejected").GetInt64());
    }

    [Fact]
    public void A_form_of_time_that_a_newer_profile_understands_is_loaded_without_mending()
    {
        Load(Header + Good + "A-5,13/04/2025 08:00:00 AM,,,朝阳区,望京街道,望京西园四区,占道经营\n");
        File.WriteAllText(
            Path.Combine(_office.Home.Sources, "beijing-12345.json"),
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data-schemas", "sources", "beijing-12345.json"))
                .Replace("\"month_first\"", "\"day_first\"", StringComparison.Ordinal)
        );

        Assert.Equal((1, 1, 0, 0, 0), Counts(_office.Call("load", "--retry").Exits(0).Json));

        Assert.Equal(1, new PublishedRows(_office.Home).Count("complaint_id = 'A-5' and day(occurred_at) = 13"));
    }

    [Fact]
    public void Nothing_to_mend_is_said_and_a_name_that_is_not_known_is_refused()
    {
        Load(Header + Good + Footer);

        Assert.Equal((0, 0, 0, 0, 0), Counts(_office.Call("load", "--retry").Exits(0).Json));
        Assert.Contains("五月.csv", _office.Call("load", "--retry", "五月.csv").Exits(4).Error, StringComparison.Ordinal);
    }

    /// <summary>What the workbook shows in the column: the masked phone stands one column too far right.</summary>
    private static string Shown(string book, string column)
    {
        var rows = new Workbook(book).Rows("四月.csv");
        var letter = rows[0].Single(cell => cell.Value == column).Key;
        return rows[1][letter];
    }
}
