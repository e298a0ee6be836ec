using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>A final bulletin is never rewritten; where the data later say otherwise, a numbered sheet beside it says what changed and why.</summary>
public sealed class CorrectionJourney(CorrectionJourney.Issued issued) : IClassFixture<CorrectionJourney.Issued>, IDisposable
{
    /// <summary>Two weeks, the first of which has its final bulletin; and the same office when two late orders were corrected.</summary>
    public sealed class Issued : IDisposable
    {
        public Issued()
        {
            Final.Call("load", Final.Write("四月.csv", Exports.City(Monday, 14, 6))).Exits(0);
            Final.Call("report", "weekly", "--period", "2025-W15", "--final").Exits(0);
            Corrected.TakeOver(Final, whole: true);
            Late(Corrected, "补录.csv", 2, "9");
            Correction = Again(Corrected);
        }

        internal Office Final { get; } = new();

        internal Office Corrected { get; } = new();

        internal JsonElement Correction { get; }

        public void Dispose()
        {
            Final.Dispose();
            Corrected.Dispose();
        }
    }

    private static readonly DateOnly Monday = new(2025, 4, 7);
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Folder(Office office) => office.Bulletin("weekly", "2025-W15");

    private void AfterFinal() => _office.TakeOver(issued.Final, whole: true);

    private void AfterCorrection() => _office.TakeOver(issued.Corrected, whole: true);

    private string OnlySheet() => Directory.EnumerateFiles(Path.Combine(Folder(_office), "corrections"), "*.docx").Single();

    [Fact]
    public void Data_that_still_agree_need_no_correction()
    {
        AfterFinal();
        var answer = Again(_office);

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("docx").ValueKind);
        Assert.False(Directory.Exists(Path.Combine(Folder(_office), "corrections")));
    }

    [Fact]
    public void A_late_order_is_corrected_with_old_new_and_why()
    {
        var sheet = issued.Correction.GetProperty("docx").GetString()!;
        var folder = Folder(issued.Corrected);
        var text = Printed.Docx(sheet);

        Assert.EndsWith("城管诉求周报_2025年第15周_更正单1.docx", sheet, StringComparison.Ordinal);
        Assert.Contains("42件→44件", text, StringComparison.Ordinal);
        Assert.Contains("补录.csv（2行）", text, StringComparison.Ordinal);
        Assert.True(issued.Correction.GetProperty("passages").GetInt32() > 0);
        Assert.Equal(
            File.ReadAllBytes(new Papers(Folder(issued.Final)).File(".docx")),
            File.ReadAllBytes(new Papers(folder).File(".docx"))
        );
        Assert.False(Directory.Exists(folder + ".tmp"));
    }

    /// <summary>The issue that now comes first is another one: its number was never that of the one that came first before.</summary>
    [Fact]
    public void A_number_is_set_against_that_of_the_same_thing()
    {
        AfterFinal();
        var grills = Enumerable
            .Range(1, 60)
            .Select(n =>
                $"补-250409-{n:000000},2025-04-{7 + n % 7:00} {8 + n % 12:00}:00:00,海淀区,中关村街道,城市管理->露天烧烤,第{n}号院外烧烤\n"
            );
        _office
            .Call("load", _office.Write("补录.csv", "工单编号,来电时间,被反映区,被反映街乡镇,问题分类,主要内容\n" + string.Concat(grills)))
            .Exits(0);

        var text = Printed.Docx(Again(_office).GetProperty("docx").GetString()!);

        Assert.DoesNotContain("42件→60件", text, StringComparison.Ordinal);
        Assert.Contains("无照经营42件", text, StringComparison.Ordinal);
        Assert.Contains("露天烧烤60件", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_differences_keep_their_number_and_new_ones_take_the_next()
    {
        AfterCorrection();
        var first = File.ReadAllBytes(OnlySheet());
        Assert.Equal(first, File.ReadAllBytes(Again(_office).GetProperty("docx").GetString()!));
        Late(_office, "再补.csv", 1, "8");

        Assert.EndsWith("更正单2.docx", Again(_office).GetProperty("docx").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_a_person_wrote_into_is_left_as_it_is()
    {
        AfterCorrection();
        var sheet = OnlySheet();
        File.AppendAllText(sheet, "edited");
        var edited = File.ReadAllBytes(sheet);

        Assert.Equal(sheet, Again(_office).GetProperty("docx").GetString());
        Assert.Equal(edited, File.ReadAllBytes(sheet));
    }

    [Fact]
    public void A_correction_whose_cause_was_taken_back_is_withdrawn_by_the_next_sheet()
    {
        AfterCorrection();
        var undone = _office.Call("undo", "--yes").Exits(0).Json;
        Assert.Equal(["weekly/2025-W15"], undone.GetProperty("finals").EnumerateArray().Select(one => one.GetString()));

        var sheet = Again(_office).GetProperty("docx").GetString()!;

        Assert.EndsWith("更正单2.docx", sheet, StringComparison.Ordinal);
        Assert.Contains("更正单1及此前的更正单不再适用", Printed.Docx(sheet), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, Again(_office).GetProperty("docx").ValueKind);
    }

    [Fact]
    public void What_a_person_laid_beside_the_bulletin_is_not_taken_for_it()
    {
        AfterFinal();
        File.Copy(new Papers(Folder(_office)).File(".docx"), Path.Combine(Folder(_office), "0_备份.docx"));
        Late(_office, "补录.csv", 2, "9");

        Assert.EndsWith("城管诉求周报_2025年第15周_更正单1.docx", Again(_office).GetProperty("docx").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Status_tells_what_the_program_wrote_and_not_what_a_person_laid_beside_it()
    {
        AfterCorrection();
        var final = new Papers(Folder(_office)).File(".docx");
        File.Copy(final, Path.Combine(Folder(_office), "我的修改.docx"));
        File.Copy(final, Path.Combine(Folder(_office), "corrections", "批注.docx"));

        Assert.Equal(
            ["城管诉求周报_2025年第15周_更正单1.docx", "城管诉求周报_2025年第15周_定稿.docx"],
            _office
                .Call("status")
                .Exits(0)
                .Json.GetProperty("bulletins")
                .EnumerateArray()
                .Select(file => Path.GetFileName(file.GetString()))
        );
    }

    [Fact]
    public void Two_bulletins_are_compared_figure_by_figure_and_row_by_row()
    {
        AfterFinal();
        _office.Call("report", "weekly", "--period", "2025-W16").Exits(0);
        var file = Path.Combine(_office.Home.Root, "差异.csv");
        var answer = _office.Call("diff", "weekly/2025-W15", "2025-W16", "-o", file).Exits(0).Json;
        var lines = File.ReadAllLines(file);

        Assert.Equal("weekly/2025-W15", answer.GetProperty("a").GetString());
        Assert.Equal(answer.GetProperty("count").GetInt32(), lines.Length - 1);
        Assert.Contains(lines, line => line.StartsWith("areas,district/朝阳区", StringComparison.Ordinal));
        Assert.Equal(0, _office.Call("diff", "2025-W15", "2025-W15").Exits(0).Json.GetProperty("count").GetInt32());
        _office.Call("diff", "2025-W15").Exits(2);
        _office.Call("diff", "2025-W15", "2025-W01").Exits(4);
    }

    private static JsonElement Again(Office office) =>
        office.Call("report", "weekly", "--period", "2025-W15").Exits(0).Json.GetProperty("correction");

    private static void Late(Office office, string name, int orders, string digit) =>
        office
            .Call(
                "load",
                office.Write(
                    name,
                    Exports.StreamB(Monday.AddDays(2), 1, orders).Replace("-00000", "-" + digit + "0000", StringComparison.Ordinal)
                )
            )
            .Exits(0);
}
