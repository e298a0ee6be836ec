using Hotspot.Ingest;

namespace Hotspot.Tests.Ingest;

/// <summary>Forms of order numbers: the parts of the day are read, prefixes that hold their letters are prefixes.</summary>
public class OrderNumberTests
{
    [Theory]
    [InlineData("热线-YYMMDD-NNNNNN", "热线-250421-000012")]
    [InlineData("HDYYMMDDNNNNN", "HD25042100012")]
    [InlineData("NHYYYYMMDDNNN", "NH20250421012")]
    [InlineData("MYDNYYYYMMDDNNN", "MYDN20250421012")]
    [InlineData("'MM'YYMMDDNNN", "MM250421012")]
    [InlineData("'HY'YYMMDDNNN", "HY250421012")]
    [InlineData("'DD'DDMMYYYY", "DD21042025")]
    public void The_day_stands_between_a_prefix_and_a_number(string form, string number) =>
        Assert.Equal(new DateOnly(2025, 4, 21), new OrderNumber(form).DayOf(number));

    [Theory]
    [InlineData("HDYYMMDDNNNNN", "XD25042100012")]
    [InlineData("HDYYMMDDNNNNN", "HD2504210001A")]
    [InlineData("HDYYMMDDNNNNN", "HD25043100012")]
    [InlineData("HDYYMMDDNNNNN", "HD250421")]
    public void What_is_not_of_the_form_has_no_day(string form, string number) => Assert.Null(new OrderNumber(form).DayOf(number));

    [Theory]
    [InlineData("YYMMNNN", "DD", 0)]
    [InlineData("MMYYMMDDNNN", "MM", 2)]
    [InlineData("YYYMMDD", "YY/YYYY", 0)]
    public void What_cannot_be_read_names_the_part(string form, string part, int times) =>
        Assert.Equal((part, times), OrderNumber.FaultOf(form));
}
