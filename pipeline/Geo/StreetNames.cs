namespace Hotspot.Geo;

/// <summary>
/// Streets by every name, as they stood on a day: 卢沟桥街道 of 2020 and of 2021 are two units. A name that no unit of the day has, but one of
/// another time, means the successor where there is one alone, or the unit that was yet to come (platforms relabel old orders); the name of a
/// unit that was split up means none of its parts.
/// </summary>
internal sealed class StreetNames
{
    private readonly WordList _suffixes;
    private readonly DateOnly[] _changes;
    private readonly Era[] _eras;
    private readonly Era _ever;

    public StreetNames(IReadOnlyList<Street> streets, PlaceWords words)
    {
        _suffixes = words.StreetSuffixes;
        _changes =
        [
            .. streets
                .SelectMany(street => new[] { street.ValidFrom, street.ValidUntil?.AddDays(1) })
                .OfType<DateOnly>()
                .Prepend(DateOnly.MinValue)
                .Distinct()
                .Order(),
        ];
        _eras = [.. _changes.Select(day => new Era(streets.Where(street => street.IsValidOn(day)), _suffixes))];
        _ever = new Era(streets.Where(street => street.ValidFrom is not null || street.ValidUntil is not null), _suffixes);
    }

    /// <summary>Number of the stretch of days between two changes; equal numbers mean equal answers.</summary>
    public int EraOf(DateOnly day)
    {
        var at = Array.BinarySearch(_changes, day);
        return at >= 0 ? at : ~at - 1;
    }

    /// <param name="district">Null: the whole city, where the name must be one unit's alone.</param>
    public Named<Street> Find(string? district, ReadOnlySpan<char> stated, int era)
    {
        var names = _eras[era].Of(district);
        if (names is not null && names.TryFind(stated, out var whole))
            return whole;
        if (
            _ever.Of(district) is { } others
            && others.TryFind(stated, out var other)
            && other is { Rank: not NameRank.Stem, Unit: { } unit }
        )
            return FromOtherTime(unit, era);
        return names?.FindBySuffix(stated, _suffixes, keep: 2) ?? default;
    }

    private Named<Street> FromOtherTime(Street unit, int era)
    {
        if (unit.ValidFrom > _changes[era])
            return new Named<Street>(unit, NameRank.Own, OtherTime: true);
        var successor = unit.Successor is { } name ? _eras[era].Of(unit.District)?.Find(name).Unit : null;
        return new Named<Street>(successor, NameRank.Own, OtherTime: true);
    }

    private sealed class Era
    {
        private readonly Dictionary<string, NameIndex<Street>> _districts = new(StringComparer.Ordinal);
        private readonly NameIndex<Street> _city = new();

        public Era(IEnumerable<Street> streets, WordList suffixes)
        {
            foreach (var street in streets)
            {
                if (!_districts.TryGetValue(street.District, out var district))
                    _districts.Add(street.District, district = new NameIndex<Street>());
                var stem = suffixes.CutEnd(street.Name, keep: 2);
                foreach (var index in (ReadOnlySpan<NameIndex<Street>>)[district, _city])
                {
                    index.Add(street.Name, street, NameRank.Own);
                    foreach (var alias in street.Aliases)
                        index.Add(alias, street, NameRank.Alias);
                    index.Add(stem, street, NameRank.Stem);
                }
            }
        }

        public NameIndex<Street>? Of(string? district) => district is null ? _city : _districts.GetValueOrDefault(district);
    }
}
