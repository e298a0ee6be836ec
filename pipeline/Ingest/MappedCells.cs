using Hotspot.Geo;
using Hotspot.Privacy;

namespace Hotspot.Ingest;

/// <summary>The cells of one row by field; gathers the row's flags and what the sealed copy must keep.</summary>
internal sealed class MappedCells(HeaderMapping mapping, Cell[] cells)
{
    private SortedSet<string>? _flags;
    private List<OriginalValue>? _originals;

    /// <summary>Header of the first time column whose value could not be read.</summary>
    public string? FirstUnreadableTime { get; private set; }

    public void Flag(string flag) => (_flags ??= new SortedSet<string>(StringComparer.Ordinal)).Add(flag);

    public bool HasFlags => _flags is not null;

    public IReadOnlyList<string> Flags() => _flags is null ? [] : [.. _flags];

    public IReadOnlyList<OriginalValue> Originals() => _originals is null ? [] : _originals;

    /// <summary>The first filled cell among the field's columns.</summary>
    private Cell Of(Field field, out int column)
    {
        foreach (var c in mapping.Of(field))
        {
            if (c < cells.Length && !cells[c].IsEmpty)
            {
                column = c;
                return cells[c];
            }
        }
        column = -1;
        return default;
    }

    public string? Text(Field field) => Of(field, out _).Text;

    /// <param name="mapped">True: values that the profile knows are put in their canonical form, others stay as written.</param>
    public string? Masked(Field field, string? caller, bool mapped = false)
    {
        var cell = Of(field, out var column);
        if (cell.Text is not { } text)
            return null;
        if (mapped && mapping.Profile.Values.TryGetValue(field, out var map) && map.TryGet(text, out var canonical))
            return canonical;
        return Hide(column, text, caller);
    }

    public string? MaskedColumn(int column, string? caller) =>
        column < cells.Length && cells[column].Text is { } text ? Hide(column, text, caller) : null;

    /// <summary>The canonical code of a field with a value map. A value that the map lacks is absent and flagged, <c>resolved_unknown_value</c>.</summary>
    public string? Code(Field field)
    {
        foreach (var column in mapping.Of(field))
        {
            if (column >= cells.Length || cells[column].Text is not { } text)
                continue;
            if (mapping.Profile.Values.TryGetValue(field, out var map) && map.TryGet(text, out var canonical))
            {
                if (canonical is not null)
                    return canonical;
            }
            else
                Flag(Records.Snake.Case(field.ToString()) + "_unknown_value");
        }
        return null;
    }

    public DateTime? Time(Field field)
    {
        var cell = Of(field, out var column);
        if (cell.IsEmpty)
            return null;
        if (TimeReading.Read(cell, mapping.Profile.Times) is { } read)
            return read.At;
        FirstUnreadableTime ??= mapping.Headers[column];
        Flag(Records.Snake.Case(field.ToString()) + "_unreadable");
        return null;
    }

    /// <summary>Longitude and latitude as written, whatever their unit. One column that the profile lists for both holds a pair: 116.397,39.909.</summary>
    public (double? Longitude, double? Latitude) Position()
    {
        var first = Of(Field.Longitude, out var column);
        if (first.Text is { } text && mapping.Of(Field.Latitude).Contains(column))
        {
            if (CoordinateText.Pair(text) is { } pair)
                return (pair.Longitude, pair.Latitude);
            Flag("coordinate_unreadable");
            return (null, null);
        }
        return (Number(first), Number(Of(Field.Latitude, out _)));
    }

    private double? Number(Cell cell)
    {
        if (cell.IsEmpty)
            return null;
        var number = cell.Kind == CellKind.Number ? cell.Number : CoordinateText.Degrees(cell.Text);
        if (number is { } written && double.IsFinite(written))
            return written;
        Flag("coordinate_unreadable");
        return null;
    }

    /// <summary>The caller's name, to be hidden in the row's other texts; never stored.</summary>
    public string? CallerName()
    {
        var cell = Of(Field.CallerName, out var column);
        if (cell.Text is not { } name)
            return null;
        if (!Masking.IsPlaceholder(name))
            Keep(column, name);
        return Masking.IsPlainName(name) ? name : null;
    }

    public string? CallerKey(CallerKey? callers)
    {
        var cell = Of(Field.CallerPhone, out var column);
        if (cell.Text is not { } phone)
            return null;
        var reading = Privacy.CallerKey.Read(phone);
        if (reading.State == PhoneState.Withheld)
            Flag("phone_withheld");
        else if (reading.State == PhoneState.Masked)
            Flag("phone_masked");
        else
            Keep(column, phone);
        return reading.State == PhoneState.Usable ? callers?.Of(reading.Digits) : null;
    }

    private string Hide(int column, string text, string? caller)
    {
        var masked = Masking.Mask(text, caller);
        if (!ReferenceEquals(masked, text))
            Keep(column, text);
        return masked;
    }

    private void Keep(int column, string text) => (_originals ??= []).Add(new OriginalValue(mapping.Headers[column], text));
}
