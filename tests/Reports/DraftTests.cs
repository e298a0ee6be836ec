using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Reports;
using Hotspot.Reports.Model;

namespace Hotspot.Tests.Reports;

/// <summary>A number is printed once and the same everywhere; a change is told by the rules of the trade.</summary>
public class DraftTests
{
    private readonly Draft _draft = new(Phrasebook.Load("zh"));

    private string Tell(long now, long? before, double? q = null) =>
        _draft.Tell("x", new Change(now, before), q, "previous", "").ToString();

    [Fact]
    public void A_figure_printed_twice_is_kept_once()
    {
        _draft.Count("a", 12, "s");
        _draft.Count("a", 12, "s");
        Assert.Equal(["12件"], _draft.Figures.Select(figure => figure.Text));
    }

    [Fact]
    public void A_figure_in_a_sentence_keeps_its_id()
    {
        var prose = _draft.Say("change.from_zero", ("name", "环比"), ("difference", _draft.Count("a", 3, "s")));

        Assert.Equal("环比新增3件", prose.ToString());
        Assert.Equal("a", Assert.Single(prose.Spans, span => span.FigureId is not null).FigureId);
    }

    [Fact]
    public void A_place_that_is_not_filled_is_a_fault() =>
        Assert.Throws<KeyNotFoundException>(() => _draft.Say("change.from_zero", ("name", "环比")));

    [Fact]
    public void Text_that_looks_like_a_place_is_left_alone() =>
        Assert.Equal("{name}持平", _draft.Say("change.flat", ("name", "{name}")).ToString());

    [Fact]
    public void Nothing_to_compare_with_is_said() => Assert.Equal("环比无可比数据", Tell(5, null));

    [Fact]
    public void A_base_of_zero_has_no_percentage() => Assert.Equal("环比新增5件", Tell(5, 0, 0.001));

    [Fact]
    public void A_small_base_is_told_in_absolute_numbers() => Assert.Equal("环比增加3件（基数过小，不计百分比）", Tell(12, 9, 0.001));

    [Fact]
    public void A_small_base_falls_in_absolute_numbers_too() => Assert.Equal("环比减少9件（基数过小，不计百分比）", Tell(0, 9, 0.001));

    [Fact]
    public void Equal_counts_are_flat() => Assert.Equal("环比持平", Tell(12, 12, 0.001));

    [Fact]
    public void A_change_that_passed_its_test_is_a_rise_or_a_fall()
    {
        Assert.Equal("环比上升20.0%", Tell(120, 100, 0.05));
        Assert.Equal("环比下降20.0%", new Draft(Phrasebook.Load("zh")).Tell("y", new Change(80, 100), 0.01, "previous", "").ToString());
    }

    [Fact]
    public void A_change_that_failed_its_test_is_not_called_a_rise() =>
        Assert.Equal("环比增加20件（20.0%），按事件数检验变化不显著", Tell(120, 100, 0.0501));

    [Fact]
    public void A_change_without_a_test_claims_nothing() => Assert.Equal("环比增加20件（20.0%）", Tell(120, 100));

    [Fact]
    public void A_fall_keeps_its_sign_in_the_value_and_not_in_the_text()
    {
        var figure = _draft.Percent("p", -0.1234, "s");
        Assert.Equal((-12.3, "12.3%"), (figure.Value, figure.Text));
    }

    [Fact]
    public void A_difference_keeps_its_sign_in_the_value_and_not_in_the_text()
    {
        Assert.Equal("环比减少2件（2.5%）", Tell(78, 80));
        Assert.Equal([(-2, "2件"), (-2.5, "2.5%")], _draft.Figures.Select(figure => (figure.Value, figure.Text)));
    }

    [Fact]
    public void Halves_are_rounded_as_the_cells_of_tables_are()
    {
        // 1 of 16 is 6.25 %: the format F1 alone would print 6.2 where a table prints 6.3.
        var (share, number) = (_draft.Share("p", 1, 16, "s"), _draft.Number("n", 0.25, 1, "s"));

        Assert.Equal((6.3, "6.3%"), (share.Value, share.Text));
        Assert.Equal((0.3, "0.3"), (number.Value, number.Text));
        Assert.Equal(share.Text, CellText.Of(1.0 / 16, CellFormat.Percent1, ""));
    }

    [Fact]
    public void A_share_of_nothing_is_zero() => Assert.Equal("0.0%", _draft.Share("s", 0, 0, "s").Text);

    [Fact]
    public void Cells_say_words_where_there_is_no_ratio()
    {
        Assert.Null(_draft.Cell(new Change(5, null)));
        Assert.Equal("新增", _draft.Cell(new Change(5, 0)));
        Assert.Equal("持平", _draft.Cell(new Change(5, 5)));
        Assert.Equal("−4件", _draft.Cell(new Change(5, 9)));
        Assert.Equal(0.5, Assert.IsType<double>(_draft.Cell(new Change(15, 10))), 12);
    }

    [Fact]
    public void Two_numbers_under_one_id_can_both_be_traced_and_the_same_number_is_one()
    {
        var draft = new Draft(Phrasebook.Load("zh"));
        string[] ids = [.. new long[] { 5, 7, 5, 7, 9 }.Select(value => draft.Count("hours", value, "a.sql").Id)];

        Assert.Equal(["hours", "hours.2", "hours", "hours.2", "hours.3"], ids);
        Assert.Equal([5, 7, 9], draft.Figures.Select(figure => figure.Value));
    }
}
