using System.Globalization;
using Hotspot.Privacy.Masks;

namespace Hotspot.Tests.Privacy;

public class IdentityNumberTests
{
    private static int[] Digits(string number) => [.. number.Select(c => c == 'X' ? 10 : c - '0')];

    /// <summary>GB/T 2260: 华北, 东北, 华东, 中南, 西南, 西北, 台湾; 81–83 since 2018.</summary>
    [Fact]
    public void The_codes_of_provinces_are_those_that_exist()
    {
        int[] exist =
        [
            .. Enumerable.Range(11, 5),
            .. Enumerable.Range(21, 3),
            .. Enumerable.Range(31, 7),
            .. Enumerable.Range(41, 6),
            .. Enumerable.Range(50, 5),
            .. Enumerable.Range(61, 5),
            71,
            .. Enumerable.Range(81, 3),
        ];

        Assert.Equal(
            exist,
            Enumerable
                .Range(0, 100)
                .Where(code =>
                    IdentityNumber.IsPlausible(Digits(string.Create(CultureInfo.InvariantCulture, $"{code:00}0105199001010012")))
                )
        );
        Assert.Equal(
            exist,
            Enumerable
                .Range(0, 100)
                .Where(code => IdentityNumber.IsPlausible(Digits(string.Create(CultureInfo.InvariantCulture, $"{code:00}0105900101001"))))
        );
    }

    /// <summary>The example of GB 11643-1999, and the same with other digits.</summary>
    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("440524188001010014", false)]
    [InlineData("110105194912310020", false)]
    [InlineData("110105194912310029", false)]
    [InlineData("110105491231002", true)]
    [InlineData("1101054912310021", false)]
    [InlineData("11010549123100", false)]
    public void The_check_digit_holds(string number, bool isValid) => Assert.Equal(isValid, IdentityNumber.IsValid(Digits(number)));

    [Theory]
    [InlineData("1900-01-01", true)]
    [InlineData("1899-12-31", false)]
    [InlineData("2099-12-31", true)]
    [InlineData("2100-01-01", false)]
    [InlineData("1949-00-10", false)]
    [InlineData("1949-13-10", false)]
    [InlineData("1949-12-31", true)]
    [InlineData("1949-11-30", true)]
    [InlineData("1949-11-31", false)]
    [InlineData("1949-10-00", false)]
    [InlineData("2000-02-29", true)]
    [InlineData("1999-02-29", false)]
    public void The_day_of_birth_is_a_day(string day, bool isDay) =>
        Assert.Equal(isDay, IdentityNumber.IsPlausible(Digits($"110105{day.Replace("-", "", StringComparison.Ordinal)}0012")));

    [Theory]
    [InlineData("000229", false)]
    [InlineData("040229", true)]
    [InlineData("491231", true)]
    [InlineData("491331", false)]
    [InlineData("491200", false)]
    [InlineData("490931", false)]
    public void The_day_of_birth_of_the_short_form_is_of_the_twentieth_century(string day, bool isDay) =>
        Assert.Equal(isDay, IdentityNumber.IsPlausible(Digits($"110105{day}001")));

    [Theory]
    [InlineData("110105198703240012", 1987)]
    [InlineData("110105201203240012", 2012)]
    [InlineData("110105870324001", 1987)]
    [InlineData("110105060324001", 1906)]
    public void The_year_of_birth_is_read(string number, int year) => Assert.Equal(year, IdentityNumber.Year(Digits(number)));
}
