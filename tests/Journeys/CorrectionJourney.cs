using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>A final bulletin is never rewritten; where the data later say otherwise, a numbered sheet beside it says what changed and why.</summary>
public sealed class CorrectionJourney : IClassFixture<CorrectionJourney.Issued>, IDisposable
{
    /// <summary>Two weeks, the first of which has its final bulletin.</summary>
    public sealed class Issued : PreparedOffice
    {
        public Issued()
        {
            Office.Call("load", Office.Write("四月.csv", Exports.City(Monday, 14, 6))).Exits(0);
            Office.Call("report", "weekly", "--period", "2025-W15", "--final").Exits(0);
        }
    }

    private static readonly DateOnly Monday = new(2025, 4, 7);
    private readonly Office _office = new();
    private readonly string _folder;

    public CorrectionJourney(Issued issued)
    {
        _office.TakeOver(issued.Office, whole: true);
        _folder = _office.Bulletin("weekly", "2025-W15");
    }

    public void Dispose() => _office.Dispose();

    [Fact]
    public void Data_that_still_agree_need_no_correction()
    {
        var answer = Again();

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("docx").ValueKind);
        Assert.False(Directory.Exists(Path.Combine(_folder, "corrections")));
    }

    [Fact]
    public void A_late_order_is_corrected_with_old_new_and_why()
    {
        var final = File.ReadAllBytes(new Papers(_folder).File(".docx"));
        Late("补录.csv", 2, "9");
        var answer = Again();
        var sheet = answer.GetProperty("docx").GetString()!;
        var text = Printed.Docx(sheet);

        Assert.EndsWith("城管诉求周报_2025年第15周_更正单1.docx", sheet, StringComparison.Ordinal);
        Assert.Contains("42件→44件", text, StringComparison.Ordinal);
        Assert.Contains("补录.csv（2行）", text, StringComparison.Ordinal);
        Assert.True(answer.GetProperty("passages").GetInt32() > 0);
        Assert.Equal(final, File.ReadAllBytes(new Papers(_folder).File(".docx")));
        Assert.False(Directory.Exists(_folder + ".tmp"));
    }

    /// <summary>The issue that now comes first is another one: its number was never that of the one that came first before.</summary>
    [Fact]
    public void A_number_is_set_against_that_of_the_same_thing()
    {
        var grills = Enumerable
            .Range(1, 60)
            .Select(n =>
                $"补-250409-{n:000000},2025-04-{7 + n % 7:00} {8 + n % 12:00}:00:00,海淀区,中关村街道,城市管理->露天烧烤,第{n}号院外烧烤\n"
            );
        _office
            .Call("load", _office.Write("补录.csv", "工单编号,来电时间,被反映区,被反映街乡镇,问题分类,主要内容\n" + string.Concat(grills)))
            .Exits(0);

        var text = Printed.Docx(Again().GetProperty("docx").GetString()!);

        Assert.DoesNotContain("42件→60件", text, StringComparison.Ordinal);
        Assert.Contains("无照经营42件", text, StringComparison.Ordinal);
        Assert.Contains("露天烧烤60件", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_differences_keep_their_number_and_new_ones_take_the_next()
    {
        Late("补录.csv", 2, "9");
        var first = File.ReadAllBytes(Again().GetProperty("docx").GetString()!);
        Assert.Equal(first, File.ReadAllBytes(Again().GetProperty("docx").GetString()!));
        Late("再补.csv", 1, "8");

        Assert.EndsWith("更正单2.docx", Again().GetProperty("docx").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_a_person_wrote_into_is_left_as_it_is()
    {
        Late("补录.csv", 2, "9");
        var sheet = Again().GetProperty("docx").GetString()!;
        File.AppendAllText(sheet, "edited");
        var edited = File.ReadAllBytes(sheet);

        Assert.Equal(sheet, Again().GetProperty("docx").GetString());
        Assert.Equal(edited, File.ReadAllBytes(sheet));
    }

    [Fact]
    public void A_correction_whose_cause_was_taken_back_is_withdrawn_by_the_next_sheet()
    {
        Late("补录.csv", 2, "9");
        Again();
        var undone = _office.Call("undo", "--yes").Exits(0).Json;
        Assert.Equal(["weekly/2025-W15"], undone.GetProperty("finals").EnumerateArray().Select(one => one.GetString()));

        var sheet = Again().GetProperty("docx").GetString()!;

        Assert.EndsWith("更正单2.docx", sheet, StringComparison.Ordinal);
        Assert.Contains("更正单1及此前的更正单不再适用", Printed.Docx(sheet), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, Again().GetProperty("docx").ValueKind);
    }

    [Fact]
    public void What_a_person_laid_beside_the_bulletin_is_not_taken_for_it()
    {
        File.Copy(new Papers(_folder).File(".docx"), Path.Combine(_folder, "0_备份.docx"));
        Late("补录.csv", 2, "9");

        Assert.EndsWith("城管诉求周报_2025年第15周_更正单1.docx", Again().GetProperty("docx").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Status_tells_what_the_program_wrote_and_not_what_a_person_laid_beside_it()
    {
        Late("补录.csv", 2, "9");
        Again();
        var final = new Papers(_folder).File(".docx");
        File.Copy(final, Path.Combine(_folder, "我的修改.docx"));
        File.Copy(final, Path.Combine(_folder, "corrections", "批注.docx"));

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

    private JsonElement Again() => _office.Call("report", "weekly", "--period", "2025-W15").Exits(0).Json.GetProperty("correction");

    private void Late(string name, int orders, string digit) =>
        _office
            .Call(
                "load",
                _office.Write(
                    name,
                    Exports.StreamB(Monday.AddDays(2), 1, orders).Replace("-00000", "-" + digit + "0000", StringComparison.Ordinal)
                )
            )
            .Exits(0);
}
