using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>Rejected rows are mended by hand and loaded under their own file and line; what was hidden is not typed again.</summary>
public sealed class RetryJourney(RetryJourney.Mended mended) : IClassFixture<RetryJourney.Mended>, IDisposable
{
    /// <summary>Files with rejected rows, a part of which a person mended.</summary>
    public sealed class Mended : PreparedOffice
    {
        public Mended()
        {
            Office.Set(settings => settings with { MaxRejectedShare = 1 });
            Office
                .Call([
                    "load",
                    Office.Write("四月.csv", TwoWithoutTime),
                    Office.Write("错列.csv", Header + Moved + Footer),
                    Staff(Path.Combine(Office.Folder, "值班.xlsx")),
                    .. Formulas.Select((name, n) => Office.Write(name, Header + NoTime.Replace("A-2", $"F-{n}", StringComparison.Ordinal))),
                ])
                .Exits(0);
            Sealed = Directory.GetFiles(Office.Home.Sealed).Length;
            Quarantined = [.. Directory.GetFiles(Office.Home.Quarantine, "*.csv").Select(File.ReadAllText)];

            foreach (var name in (string[])["四月.csv", .. Formulas])
                Filled.In(Book(name.TrimStart('=', '+', '-')), name, 2, "来电时间", "2025-04-21 15:30:00");
            Filled.In(Book("值班.xlsx"), "值班.xlsx#×××(3)", 2, "来电时间", "2025-04-21 15:30:00");
            Filled.In(
                Book("错列.csv"),
                "错列.csv",
                [
                    (2, "来电人", "李××"),
                    (2, "来电人电话/账号", Shown(Book("错列.csv"), "被反映区")),
                    (2, "被反映区", "朝阳区"),
                    (2, "被反映街乡镇", "望京街道"),
                    (2, "小区点位", "望京西园四区"),
                    (2, "主要内容", "占道经营"),
                    (2, "（第9列）", null),
                ]
            );
            Retry = Office.Call("load", "--retry").Exits(0).Json;
        }

        internal int Sealed { get; }

        internal IReadOnlyList<string> Quarantined { get; }

        internal JsonElement Retry { get; }

        internal PublishedRows Rows => new(Office.Home);

        private string Book(string name) =>
            Directory.GetFiles(Office.Home.Quarantine, $"*{Path.GetFileNameWithoutExtension(name)}_*_补正.xlsx").Single();
    }

    private const string Header = "工单编号,来电时间,来电人,来电人电话/账号,被反映区,被反映街乡镇,小区点位,主要内容\n";
    private const string Good = "热线-250421-000001,2025-04-21 08:10:00,王小明,13812345678,朝阳区,望京街道,望京西园四区,占道经营\n";
    private const string NoTime = "A-2,昨天下午,王小明,13812345678,朝阳区,望京街道,望京西园四区,占道经营请联系13812345678\n";
    private const string Moved = "热线-250421-000003,2025-04-21 09:10:00,,李大海,13912345678,朝阳区,望京街道,望京西园四区,占道经营\n";
    private const string Footer = "合计,3,,,,,,\n";
    private static readonly string TwoWithoutTime = Header + Good + NoTime + NoTime.Replace("A-2", "A-4", StringComparison.Ordinal);

    /// <summary>One row of April, two of staff, a line of totals.</summary>
    private const long StillOut = 4;

    private static readonly string[] Formulas = ["=五月.csv", "+六月.csv", "-七月.csv"];

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
        Assert.True(mended.Retry.GetProperty("retry").GetBoolean());
        // One of two rows of April, the moved one, one of three of staff, those of three formulas.
        Assert.Equal((9, 6, 0, 0, 3), Counts(mended.Retry));
        const string april = "source_file = '四月.csv'";
        Assert.Equal(1, mended.Rows.Count($"complaint_id = 'A-2' and {april} and source_line = 3 and hour(occurred_at) = 15"));
        Assert.Equal((2, 1), (mended.Rows.Count(april), mended.Rows.Count(april, "distinct caller_key")));
        Assert.Equal(0, mended.Rows.Count("content_masked like '%13812345678%'"));
    }

    [Fact]
    public void Cells_that_were_moved_to_their_columns_bring_their_originals_along()
    {
        Assert.Equal(1, mended.Rows.Count("complaint_id = '热线-250421-000003' and caller_key is not null"));
        Assert.Empty(Directory.GetFiles(mended.Office.Home.Quarantine, "错列_*_补正.xlsx"));
    }

    [Fact]
    public void A_row_that_is_still_wrong_stays_in_quarantine_and_a_mended_one_is_not_loaded_twice()
    {
        _office.TakeOver(mended.Office, whole: true);

        Assert.Equal((1, 0, 0, 0, 1), Counts(_office.Call("load", "--retry", "四月.csv").Exits(0).Json));
        Assert.Equal((3, 0, 0, 0, 3), Counts(_office.Call("load", "--retry").Exits(0).Json));
        Assert.Equal(2, File.ReadAllLines(Quarantine("四月_*.csv")).Length);

        var again = _office.Call("load", _office.Write("四月.csv", TwoWithoutTime)).Exits(0).Json;
        Assert.False(again.GetProperty("changed").GetBoolean());
        Assert.Equal(StillOut, _office.Call("status").Exits(0).Json.GetProperty("rows_rejected").GetInt64());
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

    [Fact]
    public void What_was_hidden_in_a_mended_row_opens_under_its_order_until_the_mending_is_taken_back()
    {
        _office.TakeOver(mended.Office, whole: true);
        Assert.NotEqual(mended.Sealed, Directory.GetFiles(_office.Home.Sealed).Length);

        var opened = _office.Call("explain", "A-2", "--reveal", "--reason", "回访核实").Exits(0);
        Assert.Contains("13812345678", opened.Out + opened.Error, StringComparison.Ordinal);

        _office.Call("undo", "--yes").Exits(0);
        Assert.Equal(mended.Sealed, Directory.GetFiles(_office.Home.Sealed).Length);
    }

    private static string Staff(string file)
    {
        object?[][] Sheet(int n) =>
            [
                ["工单编号", "来电时间", "被反映区", "主要内容"],
                [$"热线-250421-{n:000000}", "2025-04-21 08:10:00", "朝阳区", "占道经营"],
                [$"S-{n}", "昨天下午", "朝阳区", "占道经营"],
            ];
        File.WriteAllBytes(
            file,
            Ingest.Workbook.Bytes([
                (
                    "汇总",
                    [
                        ["话务员", "件数"],
                    ]
                ),
                ("张建国", Sheet(11)),
                ("李秀兰", Sheet(12)),
                ("王海涛", Sheet(13)),
            ])
        );
        return file;
    }

    [Fact]
    public void Sheets_named_after_staff_are_told_apart_and_mended_each_by_itself() =>
        Assert.Equal(
            [
                "S-12 值班.xlsx#×××(3)",
                "热线-250421-000011 值班.xlsx#×××",
                "热线-250421-000012 值班.xlsx#×××(3)",
                "热线-250421-000013 值班.xlsx#×××(4)",
            ],
            mended
                .Rows.Query(
                    "select complaint_id || ' ' || source_file as told from complaints where source_file like '值班%' order by complaint_id"
                )
                .Select(row => row["told"])
        );

    /// <summary>What is made of the longest name that a disk takes still fits, also where two begin alike.</summary>
    [Fact]
    public void A_file_of_a_very_long_name_is_loaded_mended_and_taken_back()
    {
        _office.Set(settings => settings with { MaxRejectedShare = 1 });
        var name = new string('长', 80);
        var other = Header + Good + NoTime.Replace("A-2", "A-4", StringComparison.Ordinal);
        _office.Call("load", _office.Write(name + ".csv", Header + Good + NoTime), _office.Write(name + "2.csv", other)).Exits(0);
        Assert.Equal(4, Directory.GetFiles(_office.Home.Quarantine, "长*").Length);
        var book = Directory.GetFiles(_office.Home.Quarantine, "长*.xlsx")[0];
        Filled.In(book, new Workbook(book).Sheets.ElementAt(1), 2, "来电时间", "2025-04-21 15:30:00");
        Assert.Equal((1, 1, 0, 0, 0), Counts(_office.Call("load", "--retry", book).Exits(0).Json));
        _office.Call("undo", "--yes").Exits(0);
        _office.Call("undo", "--yes").Exits(0);
        Assert.Empty(Directory.GetFiles(_office.Home.Quarantine));
    }

    /// <summary>Within one load, and in a later load, the copy says nothing new; its rejected rows are mended once, under the name that quarantine tells.</summary>
    [Fact]
    public void A_copy_takes_no_order_back_and_its_rejected_rows_can_be_mended()
    {
        _office.Set(settings => settings with { MaxRejectedShare = 1 });
        string Monday(string n) => Day(n, "办理中") + $"A-{n},昨天下午,朝阳区,占道经营,办理中\n";
        string Day(string n, string status) =>
            $"工单编号,来电时间,被反映区,主要内容,工单状态\n热线-250421-{n},2025-04-21 08:10:00,朝阳区,占道经营,{status}\n";
        (string, string)[] files =
        [
            ("1_周一.csv", Monday("000001")),
            ("2_周五.csv", Day("000001", "办结")),
            ("3_周一 - 副本.csv", Monday("000001")),
            ("4_周一.csv", Monday("000002")),
            ("5_周五.csv", Day("000002", "办结")),
            ("6_周一 - 副本.csv", Monday("000002")),
        ];
        string[] paths = [.. files.Select(file => _office.Write(file.Item1, file.Item2))];

        var together = _office.Call(["load", .. paths[..4]]).Exits(0).Json.GetProperty("files")[2];
        _office.Call("load", paths[4]).Exits(0);
        var later = _office.Call("load", paths[5]).Exits(0).Json;

        Assert.Equal(((2, 0, 0, 1, 1), (2, 0, 0, 1, 1)), (Counts(together), Counts(later)));
        Assert.Equal((2, 2), (new PublishedRows(_office.Home).Count(), new PublishedRows(_office.Home).Count("status = '办结'")));
        foreach (var told in (string[])["1_周一.csv", "6_周一 - 副本.csv"])
            Filled.In(Quarantine($"{told[..^4]}_*_补正.xlsx"), told, 2, "来电时间", "2025-04-21 15:30:00");
        Assert.Equal((2, 2, 0, 0, 0), Counts(_office.Call("load", "--retry").Exits(0).Json));
    }

    [Fact]
    public void A_copy_under_another_name_reopens_no_row_that_was_mended()
    {
        _office.TakeOver(mended.Office, whole: true);
        var book = Quarantine("四月_*_补正.xlsx");

        _office.Call("load", _office.Write("四月#2.csv", TwoWithoutTime)).Exits(0);

        var open = File.ReadAllLines(Quarantine("四月#2_*.csv"));
        Assert.Contains("\"4\"", Assert.Single(open[1..]), StringComparison.Ordinal);
        Assert.Equal(StillOut, _office.Call("status").Exits(0).Json.GetProperty("rows_rejected").GetInt64());
        // The workbook of the first name still mends what is out.
        Filled.In(book, "四月.csv", 3, "来电时间", "2025-04-21 16:30:00");
        Assert.Equal((1, 1, 0, 0, 0), Counts(_office.Call("load", "--retry", book).Exits(0).Json));
    }

    /// <summary>The gate of a preview is that of the load: what was mended is in, and so are rows that complete known orders.</summary>
    [Fact]
    public void A_preview_tells_what_a_load_would_do_with_rows_that_the_store_knows()
    {
        _office.TakeOver(mended.Office, whole: true);
        _office.Set(settings => settings with { MaxRejectedShare = 0.4 });
        var copy = _office.Write("副本.csv", TwoWithoutTime);
        var untimed = _office.Write("补充.csv", Header + NoTime);
        var strange = _office.Write("不明.csv", Header + NoTime.Replace("A-2", "A-9", StringComparison.Ordinal));

        foreach (var (path, exit) in new[] { (copy, 0), (untimed, 0), (strange, 3) })
        {
            var told = _office.Call("load", path, "--dry-run").Json.GetProperty("gate_failed").GetBoolean();
            Assert.Equal((path, exit == 3), (path, told));
            _office.Call("load", path).Exits(exit);
        }
    }

    [Fact]
    public void Files_whose_names_begin_like_a_formula_are_mended_like_any_other() =>
        Assert.All(
            Formulas,
            (name, n) =>
            {
                Assert.Single(mended.Quarantined, text => text.Contains($"\n\"'{name}\",", StringComparison.Ordinal));
                Assert.Equal(1, mended.Rows.Count($"complaint_id = 'F-{n}' and source_file = '{name}'"));
            }
        );

    /// <summary>Two rows without a time, one mended; columns moved, and one of the person's own set before them all.</summary>
    [Fact]
    public void Columns_are_found_by_their_titles_wherever_a_person_moved_them()
    {
        const string twice = "工单编号,来电时间,来电人,来电人电话/账号,被反映区,被反映街乡镇,小区点位,主要内容,备注,备注,列\n";
        Load(
            twice
                + Good.Replace("\n", ",,,\n", StringComparison.Ordinal)
                + NoTime.Replace("\n", ",甲,乙,丙\n", StringComparison.Ordinal)
                + "A-6,昨天上午,,,朝阳区,望京街道,望京西园四区,无照经营,,,\n"
        );
        var book = Quarantine("四月_*_补正.xlsx");
        Assert.Equal(
            ["备注", "备注（第10列）", "列（第11列）"],
            new Workbook(book).Rows("四月.csv")[0].OrderBy(cell => cell.Key).Skip(12).Select(cell => cell.Value)
        );
        foreach (
            var (one, other) in new[]
            {
                ("小区点位", "主要内容"),
                ("文件", "被反映区"),
                ("行号", "来电时间"),
                ("备注", "备注（第10列）"),
                ("来电人", "列（第11列）"),
            }
        )
            Filled.Swap(book, "四月.csv", one, other);
        Filled.In(book, "四月.csv", [(2, "来电时间", "2025-04-21 15:30:00"), (3, "来电时间", "2025-04-22 15:30:00")]);
        Filled.Add(book, "四月.csv", "经办", "张科");

        Assert.Equal((2, 2, 0, 0, 0), Counts(_office.Call("load", "--retry", book).Exits(0).Json));

        var rows = new PublishedRows(_office.Home);
        Assert.Equal(1, rows.Count("complaint_id = 'A-2' and content_masked like '%占道经营请联系%' and hour(occurred_at) = 15"));
        Assert.Equal(1, rows.Count("complaint_id = 'A-6' and content_masked like '%无照经营%' and caller_key is null"));
        Assert.Equal(3, rows.Count("content_masked not like '%望京西园%'"));
    }

    [Theory]
    [InlineData("主要内容", "反映内容", "form_column", "主要内容")]
    [InlineData("来电人", null, "form_column", "来电人")]
    [InlineData("小区点位", "主要内容", "form_column", "小区点位")]
    [InlineData("行号", "序号", "form_column", "行号")]
    [InlineData("文件", "行号", "form_column", "文件")]
    public void A_title_that_is_gone_is_told_and_nothing_is_taken(string column, string? now, string code, string told)
    {
        Load(TwoWithoutTime);
        var book = Quarantine("四月_*_补正.xlsx");
        Filled.In(book, "四月.csv", 2, "来电时间", "2025-04-21 15:30:00");
        var whole = File.ReadAllBytes(book);
        Filled.In(book, "四月.csv", 1, column, now);

        AssertRefused(book, code, told);

        File.WriteAllBytes(book, whole);
        Assert.Equal((2, 1, 0, 0, 1), Counts(_office.Call("load", "--retry").Exits(0).Json));
    }

    [Theory]
    [InlineData("主要内容")]
    [InlineData("行号")]
    public void A_title_that_stands_there_twice_is_told_and_nothing_is_taken(string column)
    {
        Load(TwoWithoutTime);
        var book = Quarantine("四月_*_补正.xlsx");
        Filled.In(book, "四月.csv", 2, "来电时间", "2025-04-21 15:30:00");
        Filled.Add(book, "四月.csv", column, "3");

        AssertRefused(book, "form_column_twice", column);
    }

    /// <summary>The others are taken; a row that was mended earlier is not told.</summary>
    [Fact]
    public void Filled_in_rows_that_belong_to_no_rejected_row_are_told_one_by_one()
    {
        string[] more = ["A-5", "A-6", "A-7", "A-8"];
        Load(TwoWithoutTime + string.Concat(more.Select(id => NoTime.Replace("A-2", id, StringComparison.Ordinal))));
        var book = Quarantine("四月_*_补正.xlsx");
        Filled.In(book, "四月.csv", 7, "来电时间", "2025-04-21 15:30:00");
        Assert.Equal((6, 1, 0, 0, 5), Counts(_office.Call("load", "--retry", book).Exits(0).Json));
        Filled.In(
            book,
            "四月.csv",
            [
                .. Enumerable.Range(2, 4).Select(row => (row, "来电时间", (string?)"2025-04-21 15:30:00")),
                (3, "行号", "999"),
                (4, "行号", null),
                (5, "行号", "3"),
            ]
        );

        var answer = _office.Call("load", "--retry", book).Exits(0);

        Assert.Equal((5, 1, 0, 0, 4), Counts(answer.Json));
        Assert.Equal(1, new PublishedRows(_office.Home).Count("complaint_id = 'A-2'"));
        Assert.All(
            (string[])["“四月.csv”表第 3 行：行号 999 不是被拒收的行，未采纳", "第 4 行：没有写文件或行号", "第 5 行：行号 3 前面已有"],
            told => Assert.Contains(told, answer.Error.ReplaceLineEndings(""), StringComparison.Ordinal)
        );
        Assert.DoesNotContain("第 7 行", answer.Error, StringComparison.Ordinal);
    }

    private void AssertRefused(string book, string code, string column)
    {
        var refused = _office.Call("load", "--retry").Exits(2);
        Assert.Equal(code, refused.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.All(
            (string[])[Path.GetFileName(book), "“四月.csv”表", $"“{column}”", "没有采纳任何内容"],
            words => Assert.Contains(words, refused.Error, StringComparison.Ordinal)
        );
        Assert.Equal((1, 2), (new PublishedRows(_office.Home).Count(), File.ReadAllLines(Quarantine("四月_*.csv")).Length - 1));
    }

    /// <summary>What the workbook shows in the column: the masked phone stands one column too far right.</summary>
    private static string Shown(string book, string column)
    {
        var rows = new Workbook(book).Rows("错列.csv");
        var letter = rows[0].Single(cell => cell.Value == column).Key;
        return rows[1][letter];
    }
}
