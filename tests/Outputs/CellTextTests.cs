using Hotspot.Outputs;
using Hotspot.Reports.Model;

namespace Hotspot.Tests.Outputs;

public sealed class CellTextTests
{
    [Theory]
    [InlineData(1234567.0, CellFormat.Count, "1,234,567")]
    [InlineData(-1234.0, CellFormat.Count, "−1,234")]
    [InlineData(12.25, CellFormat.Decimal1, "12.3")]
    [InlineData(-0.04, CellFormat.Decimal1, "0.0")]
    [InlineData(1.005, CellFormat.Decimal2, "1.01")]
    [InlineData(116.4, CellFormat.Degrees, "116.400000")]
    [InlineData(0.431, CellFormat.Percent1, "43.1%")]
    [InlineData(0.043, CellFormat.SignedPercent1, "+4.3%")]
    [InlineData(-0.012, CellFormat.SignedPercent1, "−1.2%")]
    [InlineData(0.0004, CellFormat.SignedPercent1, "0.0%")]
    [InlineData(12.345, CellFormat.SignedPercent1, "+1,234.5%")]
    [InlineData(3.0, CellFormat.SignedCount, "+3")]
    [InlineData(-2.0, CellFormat.SignedCount, "−2")]
    [InlineData(0.0, CellFormat.SignedCount, "0")]
    [InlineData(0.012, CellFormat.PValue, "0.012")]
    [InlineData(0.00099, CellFormat.PValue, "<0.001")]
    [InlineData(0.001, CellFormat.PValue, "0.001")]
    public void A_number_is_printed_as_its_format_says(double value, CellFormat format, string expected) =>
        Assert.Equal(expected, CellText.Of(value, format, "—"));

    [Theory]
    [InlineData(0.15, "0.2")]
    [InlineData(0.25, "0.3")]
    [InlineData(2.5, "2.5")]
    [InlineData(1.45, "1.5")]
    public void Halves_round_away_from_zero_in_the_decimal_that_people_see(double value, string expected) =>
        Assert.Equal(expected, CellText.Of(value, CellFormat.Decimal1, "—"));

    [Fact]
    public void What_is_not_there_prints_the_label_for_none()
    {
        Assert.Equal("—", CellText.Of(null, CellFormat.Count, "—"));
        Assert.Equal("—", CellText.Of(double.NaN, CellFormat.Count, "—"));
        Assert.Equal("—", CellText.Of(double.PositiveInfinity, CellFormat.Percent1, "—"));
    }

    [Fact]
    public void A_text_in_a_number_column_is_printed_as_it_is() =>
        Assert.Equal("基数过小", CellText.Of("基数过小", CellFormat.SignedPercent1, "—"));

    [Fact]
    public void Days_and_minutes_are_written_with_dashes()
    {
        Assert.Equal("2025-04-21", CellText.Of(new DateOnly(2025, 4, 21), CellFormat.Date, "—"));
        Assert.Equal("2025-04-21 09:30", CellText.Of(new DateTime(2025, 4, 21, 9, 30, 59), CellFormat.Minute, "—"));
        Assert.Equal("2025-04-21", CellText.Of(new DateTime(2025, 4, 21, 9, 30, 59), CellFormat.Date, "—"));
    }

    [Fact]
    public void Numbers_beyond_decimal_do_not_break_the_table() => Assert.Equal("1E+300", CellText.Of(1e300, CellFormat.Count, "—"));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86-10", "'+86-10")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("+3件", "+3件")]
    [InlineData("-12.5%", "-12.5%")]
    [InlineData("+3\n=1", "'+3\n=1")]
    [InlineData("—", "—")]
    [InlineData("无照经营", "无照经营")]
    [InlineData("", "")]
    public void Text_that_could_run_as_a_formula_is_neutralised(string text, string expected) =>
        Assert.Equal(expected, FormulaGuard.Neutral(text));
}
