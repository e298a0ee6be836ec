using System.Buffers;

namespace Hotspot.Geo;

/// <summary>
/// One pass over a text in normal form, left to right, that finds names by their endings. Words that belong to no name, marks and units cut the
/// text into runs; within a run a name goes from the run's start, or from the end of the name before it, to an ending (小区, 路口, 烧烤店). What
/// stands in front of the ending must say more than a direction or a number. Time is linear in the text.
/// </summary>
internal ref partial struct SpokenScan(ReadOnlySpan<char> text, SpokenWords words, Span<SpokenSpan> found)
{
    private const int ShortestBody = 2;
    private const int LongestBody = 14;
    private const int LongestBound = 7;
    private const int LongestCompany = 20;
    private const int LongestUnit = 4;

    /// <summary>Of a company that every estate has: 物业, 开发商.</summary>
    private const int LongestBare = 3;
    private const string Sides = "东西南北中前后左右上下大小新老旧";
    private static readonly SearchValues<char> SidesAlone = SearchValues.Create(Sides);

    /// <summary>A name must hold more than these.</summary>
    private static readonly SearchValues<char> SaysNothing = SearchValues.Create(Sides + "一二三四五六七八九十百千两几多双号第0123456789");
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
            case SpokenRole.Place
                when word.Use == NameUse.Inside && IsDirection(next) && words.Longest(_text[at..(at + 1)], out var ending) == 1:
                return Word(at, at + 1, ending);
            // 丽发|新城社区: the list's 新城社区 is another one; what is left is an estate.
            case SpokenRole.Place
                when word is { Kind: PlaceKind.Community, Use: NameUse.Known }
                    && at > Math.Max(_start, _split)
                    && words.Longest(_text[at..(next - 2)], out var estate) == next - 2 - at
                    && estate is { Role: SpokenRole.Place, Kind: PlaceKind.Estate }:
                return Word(at, next - 2, estate);
            case SpokenRole.Place:
                return Place(at, next, word);
            case SpokenRole.Street when IsOfStreet(next):
                return Plain(at, next);
            case SpokenRole.Shop or SpokenRole.Company:
                return Organisation(at, next, word);
            case SpokenRole.District or SpokenRole.Street:
                return Unit(at, next);
            case SpokenRole.Unit when IsUnit(at):
                Plain(at, at);
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

    /// <summary>青竹湖|镇: a short run that is no whole name, or one only by its last character.</summary>
    private readonly bool IsUnit(int at) =>
        at - _start is >= ShortestBody and <= LongestUnit
        && (LastInRun() < 0 || (_isOpen && _found[_count - 1].End == at))
        && IsName(_start, at, LongestUnit);

    /// <summary>西 in 路西局 begins a name, in 路西有 it is a side.</summary>
    private readonly bool IsDirection(int next) =>
        "东西南北".Contains(_text[next - 1])
        && next < _text.Length
        && char.IsLetter(_text[next])
        && words.Longest(_text[next..], out _) == 0;

    /// <summary>小汤山镇|中心幼儿园 bears the name of its street.</summary>
    private readonly bool IsOfStreet(int next) =>
        words.Longest(_text[next..], out var word) > 0
        && word
            is {
                Role: SpokenRole.Place,
                Use: NameUse.Sure,
                Kind: PlaceKind.School or PlaceKind.Hospital or PlaceKind.Market or PlaceKind.Building
            };

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

    /// <summary>The last name, if it stands in this run; −1: none does.</summary>
    private readonly int LastInRun() =>
        _count > 0 && _found[_count - 1].End > _start && _found[_count - 1].Role != SpokenRole.District ? _count - 1 : -1;

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
