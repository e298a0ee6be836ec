using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>A final bulletin is never rewritten; where the data later say otherwise, a numbered sheet beside it says what changed and why.</summary>
public sealed class CorrectionJourney : IDisposable
{
    private static readonly DateOnly Monday = new(2025, 4, 7);
    private readonly Office _office = new();
    private readonly string _folder;

    public CorrectionJourney()
    {
        _office.Call("load", _office.Write("四月.csv", Exports.City(Monday, 14, 6))).Exits(0);
        _office.Call("report", "weekly", "--period", "2025-W15", "--final").Exits(0);
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
        Assert.True(answer.GetProperty("figures").GetInt32() > 0);
        Assert.Equal(final, File.ReadAllBytes(new Papers(_folder).File(".docx")));
        Assert.False(Directory.Exists(_folder + ".tmp"));
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
