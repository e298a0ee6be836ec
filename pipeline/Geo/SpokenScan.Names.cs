namespace Hotspot.Geo;

/// <summary>What happens at an ending of names: where the name begins, whether it is one, and what belongs to it behind the ending.</summary>
internal ref partial struct SpokenScan
{
    private int Place(int at, int next, in SpokenWord word)
    {
        var last = LastInRun();
        var touches = last >= 0 && _found[last].AddressEnd == at;
        if (word.Use == NameUse.Part && touches && _found[last].IsPlace)
            return Cut(next, keepsLead: true);
        // 丽发新城|社区: a community that no list knows is called by its estate.
        if (
            touches
            && word is { Kind: PlaceKind.Community, Use: NameUse.Sure }
            && _found[last] is { IsPlace: true, Kind: PlaceKind.Estate }
        )
            return Cut(next, keepsLead: true);
        if (word.Use == NameUse.Inside && IsEnding(next))
            return Plain(at, at + 1);
        // 方庄体育公园|里, 上宅村|村民; but 天宁寺|桥下, 百子湾|路沿线.
        if (touches && _found[last].IsPlace && IsWithin(at, next, last, word))
            return Cut(next, keepsLead: true);
        // 马家堡东路|嘉园|二里: a new name begins.
        if (touches && _found[last].Kind == PlaceKind.Road && word is { Kind: PlaceKind.Estate, Use: NameUse.Name } && next - at > 1)
            return Plain(at, next);
        var isJunction = word is { Kind: PlaceKind.Crossing, Use: NameUse.Sure };
        var begin =
            isJunction ? BeginOfCrossing(at, last)
            : word.Use == NameUse.Known ? (at - _split <= LongestUnit ? _split : at)
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
        if (addressEnd > end && _text[addressEnd..] is ['下' or '上', ..])
            return Cut(addressEnd + 1, keepsLead: true); // 305号楼下老张家常菜馆
        if (word.Use is NameUse.Sure or NameUse.Known or NameUse.Part || addressEnd > next || kind == PlaceKind.Road)
            _split = addressEnd;
        _isOpen = word.Use == NameUse.Bound && addressEnd == next;
        return addressEnd;
    }

    /// <summary>A word that says where in the place: it adds nothing to the name.</summary>
    private readonly bool IsWithin(int at, int next, int last, in SpokenWord word)
    {
        if (word.Use == NameUse.Inside)
            return _split == at || word.Kind == _found[last].Kind || word.Kind is not (PlaceKind.Road or PlaceKind.Crossing);
        return next == at + 1 && _text[at] == '里' && _split == at;
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
        var touches = last >= 0 && _found[last].IsPlace && _found[last].AddressEnd == at;
        if (touches && _isOpen)
            _count--; // 长城 in 长城物业
        else if (touches && (word.Role == SpokenRole.Shop || (word.Use == NameUse.Part && next - at <= LongestBare)))
            return Cut(next, keepsLead: true); // the shop, the 物业 of the place: nothing that it is called by
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

    /// <summary>Where a name with an ending here begins: behind the name before it, if what is left says something.</summary>
    private readonly int Begin(int at, PlaceKind kind = default)
    {
        var start = _noun > _start && kind is not (PlaceKind.Road or PlaceKind.Compound or PlaceKind.Crossing) ? _noun : _start;
        if (_split > start && IsName(_split, at, LongestCompany))
            return _split;
        // 呼家楼西里|光华路小学: behind an estate the name of another kind begins.
        var last = LastInRun();
        return
            kind is not (PlaceKind.Estate or PlaceKind.Road)
            && last >= 0
            && !_isOpen
            && _found[last] is { IsPlace: true, Kind: PlaceKind.Estate } estate
            && estate.AddressEnd > start
            && IsName(estate.AddressEnd, at, LongestCompany)
            ? estate.AddressEnd
            : start;
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
        && !_text[begin..at].ContainsAny(SidesAlone);
}
