namespace Hotspot.Ingest;

/// <summary>
/// Form of an order number that holds its day, e.g. <c>热线-YYMMDD-NNNNNN</c>: Y, M, D stand for the digits of the date, N for any
/// digit, every other character for itself. <c>YY</c> is a year of this century.
/// </summary>
public sealed class OrderNumber
{
    private readonly string _form;

    /// <exception cref="ArgumentException">The form lacks MM, DD, or two or four Y.</exception>
    public OrderNumber(string form)
    {
        if (form.Count(c => c == 'Y') is not (2 or 4) || form.Count(c => c == 'M') != 2 || form.Count(c => c == 'D') != 2)
            throw new ArgumentException($"'{form}' must hold YY or YYYY, MM and DD", nameof(form));
        _form = form;
    }

    public DateOnly? DayOf(string orderNumber)
    {
        if (orderNumber.Length != _form.Length)
            return null;
        int year = 0,
            month = 0,
            day = 0;
        for (var i = 0; i < _form.Length; i++)
        {
            var c = orderNumber[i];
            if (_form[i] is not ('Y' or 'M' or 'D' or 'N'))
            {
                if (c != _form[i])
                    return null;
                continue;
            }
            if (!char.IsAsciiDigit(c))
                return null;
            var digit = c - '0';
            switch (_form[i])
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
}
