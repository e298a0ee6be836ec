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
    private const int LongestBound = 7;
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

    /// <summary>Where a company's name begins that goes on behind words of its trade, and where these end.</summary>
    private int _trade;
    private bool _tradeHasBody;
    private int _tradeEnd = -1;

    /// <summary>End of the common noun that the run begins with, 学院 in 学院南路: only the name of a road may.</summary>
    private int _noun;

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
            case SpokenRole.Trade:
                return Trade(at, next);
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
        // 362路 is a bus, 远大2路 a road.
        if (end < _text.Length && (Counted.Contains(_text[end]) || (_text[end] == '路' && end - at > 1)))
            return Cut(end + 1, keepsLead: false);
        if (end == _text.Length || _text[end] != '号')
            return Plain(at, end);
        if (_text[(end + 1)..] is ['线', ..])
            return Cut(end + 2, keepsLead: true);
        var start = at > _start && "甲乙丙丁".Contains(_text[at - 1]) ? at - 1 : at;
        var house = SpokenNumbers.House(_text, start);
        var begin = Begin(start, PlaceKind.Compound);
        if (house == start || "初终执特字第".Contains(_text[at - (at > 0 ? 1 : 0)]) || !IsName(begin, start, LongestBody))
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
        if (word.Use == NameUse.Inside && IsEnding(next))
            return Plain(at, at + 1);
        if (word.Use == NameUse.Inside && touches && _found[last].IsPlace && word.Kind != PlaceKind.Crossing)
            return Cut(next, keepsLead: true);
        var isJunction = word is { Kind: PlaceKind.Crossing, Use: NameUse.Sure };
        var begin =
            isJunction ? BeginOfCrossing(at, last)
            : word.Use == NameUse.Known ? _split
            : BeginOfPlace(at, last, word.Kind);
        if (word.Kind == PlaceKind.Road && word.Use != NameUse.Known && BeginOfJoined(at) is >= 0 and var joined)
            (begin, isJunction) = (joined, true);
        var longest =
            isJunction ? 2 * LongestBody
            : word.Use == NameUse.Bound ? LongestBound
            : LongestBody;
        if (word.Use == NameUse.Known ? _isMasked : !(IsName(begin, at, longest) || IsNumbered(begin, at, word.Kind)))
            return Nameless(at, next, word);
        var nameEnd = word.Use == NameUse.Inside ? at + 1 : next;
        var (kind, end) = (word.Kind, SpokenNumbers.Part(_text, next, isRoad: word.Kind == PlaceKind.Road));
        if (word.Use == NameUse.Inside)
            end = nameEnd;
        else if (kind == PlaceKind.Road && SpokenNumbers.House(_text, next) is var house && house > next)
            (kind, end) = (PlaceKind.Compound, house);
        var addressEnd = kind == PlaceKind.Compound || word.Use == NameUse.Inside ? end : SpokenNumbers.Building(_text, end);
        if (isJunction)
            kind = PlaceKind.Crossing;
        else if (end > nameEnd && kind is not (PlaceKind.Road or PlaceKind.Compound))
            kind = PlaceKind.Estate;
        Add(begin, end, addressEnd, SpokenRole.Place, kind);
        if (word.Use == NameUse.Inside)
            return Cut(next, keepsLead: true);
        if (word.Use is NameUse.Sure or NameUse.Known or NameUse.Part || addressEnd > next || kind == PlaceKind.Road)
            _split = addressEnd;
        _isOpen = word.Use == NameUse.Bound && addressEnd == next;
        return addressEnd;
    }

    /// <summary>A common noun without a name. It begins the name of a road, 公园路, or is none.</summary>
    private int Nameless(int at, int next, in SpokenWord word)
    {
        if (
            word.Use == NameUse.Inside
            || (word.Use is NameUse.Sure or NameUse.Part && (at > _start || word.Kind is PlaceKind.Site or PlaceKind.Estate))
        )
            return Cut(next, keepsLead: true);
        if (word.Use is NameUse.Sure or NameUse.Part)
            _noun = next;
        return Plain(at, next);
    }

    /// <summary>村口 in 村口市场 ends nothing.</summary>
    private readonly bool IsEnding(int at) =>
        words.Longest(_text[at..], out var next) > 0 && next.Role == SpokenRole.Place && next.Use != NameUse.Inside;

    /// <summary>芳园西路与将台路: two roads with 与 between them are a crossing; −1 where it is not so.</summary>
    private readonly int BeginOfJoined(int at) =>
        _joint >= 0
        && IsName(_start, at, LongestBody)
        && _count > 0
        && _text[_start - 1] is '与' or '和'
        && _found[_count - 1] is { Kind: PlaceKind.Road, IsPlace: true } road
        && road.Start == _joint
        && road.End == _start - 1
            ? _joint
            : -1;

    private readonly int BeginOfPlace(int at, int last, PlaceKind kind)
    {
        if (_tradeEnd == _start && kind != PlaceKind.Estate && (_tradeHasBody || kind == PlaceKind.Road))
            return _trade;
        if (last < 0)
            return Begin(at, kind);
        ref readonly var before = ref _found[last];
        if (before.AddressEnd == at)
            return before.Start;
        // 怡海花园|恒丰园, 陈经纶中学|嘉铭分校
        var goesOn =
            before.IsPlace
            && before.Kind == kind
            && before.AddressEnd == before.End
            && kind is PlaceKind.Estate or PlaceKind.School or PlaceKind.Hospital;
        return goesOn && before.End == _split ? before.Start : Begin(at, kind);
    }

    /// <summary>A crossing begins with the road before 与, or with that which its own road follows: 新源大街|康宜街|路口.</summary>
    private readonly int BeginOfCrossing(int at, int last)
    {
        if (_joint >= 0)
            return _joint;
        if (last < 0 || !_found[last].IsPlace)
            return Begin(at, PlaceKind.Crossing);
        ref readonly var before = ref _found[last];
        if (before.Kind != PlaceKind.Road)
            return before.AddressEnd == at ? before.Start : Begin(at, PlaceKind.Crossing);
        var isSecond =
            before.AddressEnd == at
            && last > 0
            && _found[last - 1] is { IsPlace: true, Kind: PlaceKind.Road } first
            && first.End == before.Start;
        return isSecond ? _found[last - 1].Start : before.Start;
    }

    private int Organisation(int at, int next, in SpokenWord word)
    {
        var last = LastInRun();
        var begin =
            word.Role == SpokenRole.Company && _tradeEnd == _start && _tradeHasBody ? _trade
            : word.Use == NameUse.Known ? at
            : last < 0 || (_found[last].IsOrganisation && _split <= _found[last].Start) ? Begin(at)
            : _found[last].IsPlace && at - _found[last].AddressEnd >= ShortestBody ? _found[last].AddressEnd
            : _found[last].AddressEnd == at && _found[last].End == at ? _found[last].Start
            : Begin(at);
        if (word.Use == NameUse.Inside)
            next = at + 1;
        if (last >= 0 && _found[last].AddressEnd == at && (_found[last].Kind == PlaceKind.Compound || _found[last].End < at))
            return Plain(at, next);
        if (word.Use != NameUse.Known && !IsName(begin, at, word.Role == SpokenRole.Company ? LongestCompany : LongestBody))
            return word.Use is NameUse.Sure or NameUse.Inside or NameUse.Part ? Cut(next, keepsLead: false) : Plain(at, next);
        if (word.Role == SpokenRole.Company && _isOpen && last >= 0 && _found[last].IsPlace)
            _count--; // 长城 in 长城物业
        Add(begin, next, next, word.Role, default, word.Use == NameUse.Part);
        if (word.Role == SpokenRole.Shop && word.Use != NameUse.Bound)
            _split = next;
        _isOpen = word.Use == NameUse.Bound;
        return next;
    }

    /// <summary>Words of a trade belong to the name of a company and to no other: 鑫源|建筑|工程|有限公司.</summary>
    private int Trade(int at, int next)
    {
        Follow(at, SpokenRole.Break);
        var goesOn = _tradeEnd == _start;
        var begin = goesOn ? _trade : _split;
        _tradeHasBody = (goesOn && _tradeHasBody) || IsName(_split, at, LongestCompany);
        Cut(next, keepsLead: true);
        (_trade, _tradeEnd) = (begin, next);
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
    private readonly int Begin(int at, PlaceKind kind = default)
    {
        var start = _noun > _start && kind is not (PlaceKind.Road or PlaceKind.Compound or PlaceKind.Crossing) ? _noun : _start;
        return _split > start && IsName(_split, at, LongestCompany) ? _split : start;
    }

    private void Add(int begin, int end, int addressEnd, SpokenRole role, PlaceKind kind, bool isPart = false)
    {
        // A longer name takes the place of what it holds: 学院路 in 学院路小区.
        while (
            _count > 0
            && _found[_count - 1] is var held
            && held.Start >= begin
            && held.Role != SpokenRole.District
            && (role == SpokenRole.Place || !held.IsPlace)
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
            IsPart = isPart,
            Before = _before,
            After = SpokenRole.Break,
        };
    }

    /// <summary>The last name, if it stands in this run; −1: none does.</summary>
    private readonly int LastInRun() =>
        _count > 0 && _found[_count - 1].End > _start && _found[_count - 1].Role != SpokenRole.District ? _count - 1 : -1;

    private readonly bool IsName(int begin, int at, int longest) =>
        !_isMasked
        && at - begin >= ShortestBody
        && at - begin <= longest
        && !(_split > begin && at == _split + 1 && !SaysNothing.Contains(_text[_split]))
        && _text[begin..at].ContainsAnyExcept(SaysNothing);

    /// <summary>第101中学, 八一学校.</summary>
    private readonly bool IsNumbered(int begin, int at, PlaceKind kind) =>
        kind is PlaceKind.School or PlaceKind.Road
        && !_isMasked
        && at - begin is >= ShortestBody and <= LongestBody
        && (kind == PlaceKind.School || !_text[begin..at].Contains('第'))
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
