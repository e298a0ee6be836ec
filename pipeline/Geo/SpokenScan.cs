namespace Hotspot.Geo;

/// <summary>
/// One pass over a text in normal form, left to right, that finds names by their endings. Words that belong to no name, marks and units cut the
/// text into runs; within a run a name goes from the run's start, or from the end of the name before it, to an ending (小区, 路口, 烧烤店). What
/// stands in front of the ending must say more than a direction or a number. Time is linear in the text.
/// </summary>
internal ref struct SpokenScan(ReadOnlySpan<char> text, SpokenWords words, Span<SpokenSpan> found)
{
    private const int ShortestBody = 2;
    private const int LongestBody = 14;
    private const int LongestCompany = 20;
    private const int LongestUnit = 4;
    private const string SaysNothing = "东西南北中前后左右上下大小新老旧一二三四五六七八九十百千两几多双号第0123456789";
    private const string Joints = "与和及跟、/&";
    private const string Counted = "点年月日天次个米元块人只辆户平层岁多余万时分秒条家名位台栋楼幢座单";

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<SpokenSpan> _found = found;
    private int _count;

    /// <summary>Where the run begins, and where in it a further name may begin.</summary>
    private int _start;
    private int _split;

    /// <summary>The units in front of the run.</summary>
    private Range _units;

    /// <summary>Where the name before 与 begins, which a crossing may need; −1: none.</summary>
    private int _joint = -1;

    /// <summary>The last name holds only if no plain character follows it.</summary>
    private bool _isOpen;

    /// <summary>The run follows a mask: it is no name.</summary>
    private bool _isMasked;
    private SpokenRole _before = SpokenRole.Break;

    /// <returns>Number of names found, in order of their ends.</returns>
    public int Run()
    {
        for (var at = 0; at < _text.Length && _count < _found.Length; )
            at = Step(at);
        return _count;
    }

    private int Step(int at)
    {
        var length = words.Longest(_text[at..], out var word);
        if (length > 0)
            return Word(at, at + length, word);
        var c = _text[at];
        if (char.IsAsciiDigit(c))
            return Number(at);
        if (char.IsAsciiLetter(c))
            return Letter(at);
        if (char.IsLetter(c))
            return Plain(at, at + 1);
        Cut(at + 1, keepsLead: c is '“' or '"' or '(' or '《' or ':');
        _isMasked = c is '×' or '*' or '#';
        return at + 1;
    }

    private int Word(int at, int next, in SpokenWord word)
    {
        switch (word.Role)
        {
            case SpokenRole.Keep:
                return Plain(at, next - word.Ending);
            case SpokenRole.Place:
                return Place(at, next, word);
            case SpokenRole.Shop or SpokenRole.Company:
                return Organisation(at, next, word);
            case SpokenRole.District or SpokenRole.Street:
                return Unit(at, next);
            case SpokenRole.Unit
                when at - _start is >= ShortestBody and <= LongestUnit && LastInRun() < 0 && IsName(_start, at, LongestUnit):
                return Cut(next, keepsLead: true);
            case SpokenRole.Unit when next - at == 1:
                return Plain(at, next);
            case SpokenRole.Joint:
                return Joint(at, next);
            case SpokenRole.Home or SpokenRole.Way or SpokenRole.Told or SpokenRole.At:
                Follow(at, word.Role);
                Cut(next, keepsLead: false);
                _before = word.Role;
                return next;
            default:
                Follow(at, word.Role);
                return Cut(next, keepsLead: next - at == 1);
        }
    }

    /// <summary>A character that may be part of a name.</summary>
    private int Plain(int at, int next)
    {
        if (_isOpen && _found[_count - 1].End == at)
            _count--;
        _isOpen = false;
        return next;
    }

    /// <summary>A2区, A7县, A市: units of a text whose names were taken out. XX hides a name.</summary>
    private int Letter(int at)
    {
        var end = at + 1;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
            end++;
        if (at == _start && end < _text.Length && (_text[end] is '市' or '县' || (_text[end] == '区' && end > at + 1)))
            return Cut(end + 1, keepsLead: true);
        if (_text[at..].StartsWith("XX"))
        {
            Cut(at + 2, keepsLead: false);
            _isMasked = true;
            return at + 2;
        }
        return Plain(at, at + 1);
    }

    /// <summary>Numbers that count, and those of lines, end a name; house numbers make one; others are part of one (798, 101中学).</summary>
    private int Number(int at)
    {
        var end = at;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
            end++;
        if (end < _text.Length && Counted.Contains(_text[end]))
            return Cut(end + 1, keepsLead: false);
        if (end == _text.Length || _text[end] != '号')
            return Plain(at, end);
        var start = at > _start && "甲乙丙丁".Contains(_text[at - 1]) ? at - 1 : at;
        var house = SpokenNumbers.House(_text, start);
        var begin = Begin(start);
        if (house == start || !IsName(begin, start, LongestBody))
            return Cut(end + 1, keepsLead: false);
        var isBuilding = _text[house - 1] == '楼';
        Add(begin, isBuilding ? start : house, house, SpokenRole.Place, isBuilding ? PlaceKind.Estate : PlaceKind.Compound);
        return Cut(house, keepsLead: true);
    }

    private int Place(int at, int next, in SpokenWord word)
    {
        var last = LastInRun();
        var touches = last >= 0 && _found[last].AddressEnd == at;
        if (word.Use == NameUse.Part && touches && _found[last].IsPlace)
            return Cut(next, keepsLead: true);
        var begin =
            word.Kind == PlaceKind.Crossing && _joint >= 0 ? _joint
            : word.Use == NameUse.Known ? at
            : touches ? _found[last].Start
            : word.Kind == PlaceKind.Crossing && last >= 0 && _found[last] is { Role: SpokenRole.Place, Kind: PlaceKind.Road }
                ? _found[last].Start
            : Begin(at);
        var isKnown = word.Use == NameUse.Known && !_isMasked;
        var longest = _joint >= 0 && begin == _joint ? 2 * LongestBody : LongestBody;
        if (!isKnown && !(IsName(begin, at, longest) || IsNumbered(begin, at, word.Kind)))
            return word.Use is NameUse.Sure or NameUse.Part ? Cut(next, keepsLead: false) : next;
        var kind = word.Kind;
        var end = SpokenNumbers.Part(_text, next);
        if (kind == PlaceKind.Road && SpokenNumbers.House(_text, next) is var house && house > next)
            (kind, end) = (PlaceKind.Compound, house);
        var addressEnd = kind == PlaceKind.Compound ? end : SpokenNumbers.Building(_text, end);
        Add(begin, end, addressEnd, SpokenRole.Place, kind);
        if (word.Use is NameUse.Sure or NameUse.Known or NameUse.Part || addressEnd > next)
            _split = addressEnd;
        _isOpen = word.Use == NameUse.Bound && addressEnd == next;
        return addressEnd;
    }

    private int Organisation(int at, int next, in SpokenWord word)
    {
        var last = LastInRun();
        var begin =
            last < 0 || (_found[last].IsOrganisation && _split <= _found[last].Start) ? Begin(at)
            : _found[last].IsPlace && at - _found[last].AddressEnd >= ShortestBody ? _found[last].AddressEnd
            : _found[last].AddressEnd == at ? _found[last].Start
            : Begin(at);
        if (!IsName(begin, at, word.Role == SpokenRole.Company ? LongestCompany : LongestBody))
            return word.Use is NameUse.Sure ? Cut(next, keepsLead: false) : next;
        Add(begin, next, next, word.Role, default);
        if (word.Role == SpokenRole.Shop && word.Use == NameUse.Sure)
            _split = next;
        _isOpen = word.Use == NameUse.Bound;
        return next;
    }

    /// <summary>和 after a whole name, or at the start of a run, stands between names.</summary>
    private int Joint(int at, int next)
    {
        var last = LastInRun();
        var isWhole = last >= 0 && _found[last].AddressEnd == at;
        var joins = Joints.Contains(_text[at]);
        if (at != _start && !isWhole && _text[at] is not ('、' or '/' or '&' or '与'))
            return Plain(at, next);
        var from =
            !joins ? -1
            : isWhole ? _found[last].Start
            : at - _split is >= ShortestBody and <= LongestBody ? _split
            : -1;
        Cut(next, keepsLead: true);
        _joint = from;
        return next;
    }

    private int Unit(int at, int next)
    {
        var chains = at == _start && _units.End.Value == at && _count > 0 && _found[_count - 1].Role == SpokenRole.District;
        var start = chains ? _units.Start.Value : at;
        Cut(next, keepsLead: true);
        if (chains)
            _count--;
        _units = start..next;
        _found[_count++] = new SpokenSpan
        {
            Start = start,
            End = next,
            AddressEnd = next,
            Role = SpokenRole.District,
            Units = _units,
        };
        return next;
    }

    /// <summary>Where a name with an ending here begins: behind the name before it, if what is left says something.</summary>
    private readonly int Begin(int at) => _split > _start && IsName(_split, at, LongestCompany) ? _split : _start;

    private void Add(int begin, int end, int addressEnd, SpokenRole role, PlaceKind kind)
    {
        // A longer name takes the place of what it holds: 学院路 in 学院路小区.
        while (
            _count > 0
            && _found[_count - 1] is var held
            && held.Start >= begin
            && held.Role != SpokenRole.District
            && held.IsPlace == (role == SpokenRole.Place)
        )
            _count--;
        if (_count == _found.Length)
            return;
        _found[_count++] = new SpokenSpan
        {
            Start = begin,
            End = end,
            AddressEnd = addressEnd,
            Units = _units.End.Value == _start || _joint >= 0 ? _units : default,
            Role = role,
            Kind = kind,
            Before = _before,
            After = SpokenRole.Break,
        };
    }

    /// <summary>The last name, if it stands in this run; −1: none does.</summary>
    private readonly int LastInRun() =>
        _count > 0 && _found[_count - 1].End > _start && _found[_count - 1].Role != SpokenRole.District ? _count - 1 : -1;

    private readonly bool IsName(int begin, int at, int longest) =>
        !_isMasked
        && at - begin <= longest
        && !(_split > begin && at == _split + 1 && !SaysNothing.Contains(_text[_split]))
        && _text[begin..at].ContainsAnyExcept(SaysNothing);

    /// <summary>第101中学, 八一学校.</summary>
    private readonly bool IsNumbered(int begin, int at, PlaceKind kind) =>
        kind == PlaceKind.School
        && !_isMasked
        && at - begin is >= ShortestBody and <= LongestBody
        && !_text[begin..at].ContainsAny("东西南北中前后左右上下大小新老旧");

    /// <summary>Notes on the last name what follows it, right away or behind 的.</summary>
    private readonly void Follow(int at, SpokenRole role)
    {
        if (_count == 0)
            return;
        ref var last = ref _found[_count - 1];
        if (last.After == SpokenRole.Break && (last.AddressEnd == at || (last.AddressEnd == at - 1 && _text[at - 1] == '的')))
            last.After = role;
    }

    private int Cut(int next, bool keepsLead)
    {
        _start = _split = next;
        _joint = -1;
        _isOpen = _isMasked = false;
        if (!keepsLead)
            _before = SpokenRole.Break;
        return next;
    }
}
