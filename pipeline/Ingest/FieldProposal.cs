using System.Globalization;
using Hotspot.Privacy;

namespace Hotspot.Ingest;

/// <summary>
/// What the columns of an unknown header may mean: likeness of the header to known aliases (Dice coefficient over pairs of characters, Dice 1945),
/// and the form of the values. A proposal only: a person decides.
/// </summary>
internal static class FieldProposal
{
    private const double LeastScore = 0.55;
    private const double FormBonus = 0.5;

    /// <summary>Values that hardly any other column has speak for themselves.</summary>
    private const double TellingFormBonus = 0.6;

    /// <summary>A header known by another field's alias is not proposed against it.</summary>
    private const double Known = 2;
    private const double MostValues = 0.8;

    /// <summary>Characters of an order number, digits among them, and Chinese characters before them (热线-).</summary>
    private const int ShortestNumber = 5;
    private const int LongestNumber = 40;
    private const int FewestDigits = 3;
    private const int LongestPrefix = 4;

    /// <summary>Beyond it a status is a story.</summary>
    private const int LongestStatus = 8;
    private static readonly string[] UnitEndings = ["街道", "街道办事处", "地区", "镇", "乡"];
    private static readonly Field[] Telling =
    [
        Field.Longitude,
        Field.Latitude,
        Field.CallerPhone,
        Field.District,
        Field.Street,
        Field.Category,
        Field.Content,
        Field.ComplaintId,
        Field.Status,
    ];

    /// <summary>Words that tell a field to a person, and are too wide for a layout: that would take a half-known header for its own.</summary>
    private static readonly Dictionary<Field, string[]> Hints = new()
    {
        [Field.ComplaintId] = ["流水号"],
        [Field.PlaceText] = ["位置", "详细位置"],
        [Field.Category] = ["分类", "分类名称"],
        [Field.Status] = ["办理情况"],
    };

    /// <returns>One for each column; each field at most once, the best claim first.</returns>
    public static Field?[] Of(IReadOnlyList<string> headers, IReadOnlyList<List<Cell>> values, SourceProfile profile)
    {
        var claims = (
            from column in Enumerable.Range(0, headers.Count)
            where headers[column].Length > 0
            from field in Enum.GetValues<Field>()
            let score = Score(headers[column], values[column], field, profile)
            where score >= LeastScore
            orderby score descending, column, field
            select (Column: column, Field: field)
        ).ToList();
        var proposals = new Field?[headers.Count];
        foreach (var (column, field) in claims)
        {
            if (proposals[column] is null && !proposals.Contains(field))
                proposals[column] = field;
        }
        return proposals;
    }

    private static double Score(string header, List<Cell> values, Field field, SourceProfile profile)
    {
        var key = HeaderMapping.KeyIn(profile, header);
        var aliases = profile.Columns.GetValueOrDefault(field, []);
        if (aliases.Contains(key))
            return Known;
        if (profile.Knows(key))
            return 0;
        var likeness = aliases.Concat(Hints.GetValueOrDefault(field, [])).Select(alias => Likeness(key, alias)).DefaultIfEmpty(0).Max();
        return HasForm(values, field, profile) switch
        {
            true => likeness + (Telling.Contains(field) ? TellingFormBonus : FormBonus),
            false => 0,
            null => likeness,
        };
    }

    /// <summary>True: the values look like the field's; false: they cannot be; null: the form says nothing.</summary>
    private static bool? HasForm(List<Cell> values, Field field, SourceProfile profile)
    {
        if (values.Count == 0)
            return null;
        if (Times.Fields.Contains(field))
            return Most(values, cell => TimeReading.Read(cell, profile.Times) is not null);
        var box = profile.BoundingBox;
        switch (field)
        {
            case Field.Longitude:
                return Most(values, cell => Number(cell) is { } x && x >= box.West && x <= box.East);
            case Field.Latitude:
                return Most(values, cell => Number(cell) is { } y && y >= box.South && y <= box.North);
            case Field.CallerPhone:
                return Most(values, cell => IsPhone(cell.Text!));
            case Field.CallerName:
                return Most(values, cell => KnownCaller.NameIn(cell.Text!) is not null || KnownCaller.IsPlaceholder(cell.Text!));
            case Field.ComplaintId:
                var distinct = values.Select(cell => cell.Text).Distinct().Count();
                return distinct <= MostValues * values.Count ? false
                    : distinct == values.Count && Most(values, cell => IsNumbered(cell, profile)) ? true
                    : null;
            case Field.Street:
                return Most(values, cell => UnitEndings.Any(ending => cell.Text!.EndsWith(ending, StringComparison.Ordinal))) ? true : null;
            case Field.Category:
                return Most(
                    values,
                    cell => profile.CategorySeparators.Any(sign => sign.Length > 1 && cell.Text!.Contains(sign, StringComparison.Ordinal))
                )
                    ? true
                    : null;
            case Field.Content:
                return values.Average(cell => cell.Text!.Length) >= 15 ? true : null;
            case Field.Contacted or Field.Resolved or Field.Satisfaction or Field.ValidCallback or Field.Disposition or Field.Stream:
                return profile.Values.TryGetValue(field, out var words) && Most(values, cell => words.TryGet(cell.Text!, out _));
            case Field.District:
                return Most(values, cell => IsKnownWord(cell.Text!, field, profile)) ? true : null;
            case Field.Status:
                return Most(values, cell => IsKnownWord(cell.Text!, field, profile)) ? true
                    : values.Average(cell => cell.Text!.Length) > LongestStatus ? false
                    : null;
            default:
                return null;
        }
    }

    private static bool IsKnownWord(string text, Field field, SourceProfile profile) =>
        profile.Values.TryGetValue(field, out var words) && (words.TryGet(text, out _) || words.IsTarget(text));

    /// <summary>A number or a code with one, longer than a serial number of rows; no time, phone or measure, and no text.</summary>
    private static bool IsNumbered(Cell cell, SourceProfile profile) =>
        cell.Text is { Length: >= ShortestNumber and <= LongestNumber } text
        && text.Count(char.IsAsciiDigit) >= FewestDigits
        && text.Count(sign => !char.IsAscii(sign)) <= LongestPrefix
        && !text.AsSpan().ContainsAny(" .,:")
        && !IsPhone(text)
        && TimeReading.Read(cell, profile.Times) is null;

    /// <summary>A phone, or one with its middle hidden; a short number is an order or a count.</summary>
    private static bool IsPhone(string text) =>
        CallerKey.Read(text).State switch
        {
            PhoneState.Usable => true,
            PhoneState.Masked => text.Length >= 7 && text.AsSpan().ContainsAny("×*＊") && char.IsAsciiDigit(text[0]),
            _ => false,
        };

    private static bool Most(List<Cell> values, Func<Cell, bool> has) => values.Count(has) >= MostValues * values.Count;

    private static double? Number(Cell cell) =>
        double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>0 to 1; a header that holds a whole alias, or stands in one, counts at least two thirds.</summary>
    private static double Likeness(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2)
            return a == b ? 1 : 0;
        var pairs = Enumerable.Range(0, b.Length - 1).Select(i => b.Substring(i, 2)).ToList();
        var both = Enumerable.Range(0, a.Length - 1).Count(i => pairs.Remove(a.Substring(i, 2)));
        var dice = 2.0 * both / (a.Length + b.Length - 2);
        var within = a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
        return within ? Math.Max(dice, 2.0 / 3) : dice;
    }
}
