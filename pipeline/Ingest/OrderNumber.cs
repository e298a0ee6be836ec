using System.Text.RegularExpressions;

namespace Hotspot.Ingest;

/// <summary>
/// Form of an order number that holds its day, e.g. <c>热线-YYMMDD-NNNNNN</c>: a run YY or YYYY, a run MM and a run DD stand for the digits of
/// the date, the last run of N for any digits, every other character for itself, so that <c>HDYYMMDDNNNNN</c> begins with HD. Where a prefix
/// is itself such a run it stands in single quotes: <c>'MM'YYMMDDNNN</c>. <c>YY</c> is a year of this century.
/// </summary>
public sealed partial class OrderNumber
{
    private const char Digit = 'N';
    private const char Itself = '\0';

    /// <summary>For each character of the number: the part that it belongs to, and what stands there where it is none.</summary>
    private readonly List<(char Part, char Sign)> _form = [];

    /// <exception cref="ArgumentException">See <see cref="FaultOf"/>.</exception>
    public OrderNumber(string form)
    {
        if (FaultOf(form) is { } fault)
            throw new ArgumentException($"'{form}' must hold {fault.Part} once, not {fault.Times} times", nameof(form));
        var runs = Runs().Matches(form).ToList();
        var digits = runs.FindLast(run => run.Value[0] == Digit);
        foreach (var run in runs)
        {
            var part = IsOfDay(run) || run == digits ? run.Value[0] : Itself;
            _form.AddRange((run.Groups["quoted"] is { Success: true } quoted ? quoted.Value : run.Value).Select(sign => (part, sign)));
        }
    }

    /// <summary>The part of the day that a form does not hold exactly once; null: it can be read.</summary>
    public static (string Part, int Times)? FaultOf(string form)
    {
        var parts = Runs().Matches(form).Where(IsOfDay).ToLookup(run => run.Value[0]);
        foreach (var (letter, part) in ((char, string)[])[('Y', "YY/YYYY"), ('M', "MM"), ('D', "DD")])
        {
            if (parts[letter].Count() is not 1 and var times)
                return (part, times);
        }
        return null;
    }

    public DateOnly? DayOf(string orderNumber)
    {
        if (orderNumber.Length != _form.Count)
            return null;
        int year = 0,
            month = 0,
            day = 0;
        for (var i = 0; i < _form.Count; i++)
        {
            var c = orderNumber[i];
            var (part, sign) = _form[i];
            if (part == Itself ? c != sign : !char.IsAsciiDigit(c))
                return null;
            var digit = c - '0';
            switch (part)
            {
                case 'Y':
                    year = year * 10 + digit;
                    break;
                case 'M':
                    month = month * 10 + digit;
                    break;
                case 'D':
                    day = day * 10 + digit;
                    break;
            }
        }
        year += year < 100 ? 2000 : 0;
        return year is >= 1990 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static bool IsOfDay(Match run) => run.Value is "YY" or "YYYY" or "MM" or "DD";

    /// <summary>What stands in quotes; as many of a letter as follow each other; any other character.</summary>
    [GeneratedRegex("'(?<quoted>[^']*)'|Y+|M+|D+|N+|.", RegexOptions.Singleline)]
    private static partial Regex Runs();
}
