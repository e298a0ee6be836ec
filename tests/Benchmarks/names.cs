// Learns the weights of the names that no rule knows (pipeline/Privacy/Names/NameJudge.cs), and measures them on sentences that were not learned from.
//
//   dotnet run -c Release tests/Benchmarks/names.cs -- learn pipeline/Privacy/Names/names.weights                the weights that ship
//   dotnet run -c Release tests/Benchmarks/names.cs -- test tests/Data/privacy/held_out_7.tsv from         what the rules, and the rules with weights, hide of it
//   dotnet run -c Release tests/Benchmarks/names.cs -- folds 5                                             the same, each text judged by what was learned from the other folds
//   dotnet run -c Release tests/Benchmarks/names.cs -- sets                                                the same, each set of others judged by what was learned from all other files
//   dotnet run -c Release tests/Benchmarks/names.cs -- mask tests/Data/privacy/held_out_16.tsv             the whole mask with the weights that ship: every kind of identifier
//
// In the root of the repository. Names of files behind them are learned from instead of those that the shipped weights are of; "show" behind all prints what is missed and torn.
// Files: a text a line, ⟦name:…⟧ around names, ⟦kind:…⟧ around what else is personal. Names are swapped for others at each of the copies that are
// learned from, so that what stands around a name is learned and not the name. A .json file is texts without names (phrases, example sentences), a .csv file cells without names (streets, villages). Logistic regression with AdaGrad steps (Duchi, Hazan and Singer 2011).
#:project ../../pipeline/Pipeline.csproj
#:include ../Privacy/MarkedText.cs
#:property AssemblyName=Hotspot.Tests
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA1861;CA1812;CA2266

using System.Text;
using System.Text.Json;
using Hotspot.Privacy;
using Hotspot.Privacy.Masks;
using Hotspot.Privacy.Names;
using Hotspot.Tests.Privacy;

const int Copies = 5;
const int Rounds = 8;
const int Averaged = 4;
const double Rate = 0.15;
const double Shrink = 1e-4;

switch (args)
{
    case ["learn", var path, .. var files]:
        using (var stream = File.Create(path))
            Learn([.. Files(files).SelectMany(Read)]).Write(stream);
        Console.WriteLine($"{path}: {new FileInfo(path).Length:n0} bytes");
        return 0;
    case ["folds", var count, .. var files]:
    {
        var folds = int.Parse(count);
        var texts = Files(files).SelectMany(Read).ToList();
        var results = Enumerable
            .Range(0, folds)
            .Select(fold =>
                Measure(
                    [.. texts.Where((_, i) => i % folds == fold)],
                    Learn([.. texts.Where((_, i) => i % folds != fold)]),
                    args.Contains("show")
                )
            )
            .ToList();
        Print($"{folds} folds", results);
        return 0;
    }
    case ["test", .. var rest] when Array.IndexOf(rest, "from") is > 0 and var from:
    {
        var learned = Learn([.. Files(rest[(from + 1)..]).SelectMany(Read)]);
        foreach (var test in rest[..from])
            Print(Path.GetFileName(test), [Measure(Read(test), learned, args.Contains("show"))]);
        return 0;
    }
    case ["sets", .. var named]:
    {
        var files = Files(named).Select(file => (File: file, Texts: Read(file))).ToList();
        var results = new List<Result>();
        foreach (var (file, texts) in files.Where(one => one.File.Contains("held_out", StringComparison.Ordinal)))
        {
            var learned = Learn([.. files.Where(other => other.File != file).SelectMany(other => other.Texts)]);
            results.Add(Measure(texts, learned, args.Contains("show")));
            Print(Path.GetFileName(file), [results[^1]]);
        }
        Print($"{results.Count} sets", results);
        return 0;
    }
    case ["mask", .. var masked]:
        foreach (var file in Files(masked))
            Kinds(file, args.Contains("show"));
        return 0;
    default:
        Console.Error.WriteLine("learn OUT [FILE…] | folds N [FILE…] | sets [FILE…] | test TEST… from [FILE…] | mask FILE…");
        return 2;
}

// Without names of files: those of the shipped weights, in their order; held_out_12.tsv is never learned from.
static IEnumerable<string> Files(string[] named)
{
    string[] files = [.. named.Where(File.Exists)];
    if (files.Length > 0)
        return files;
    static IEnumerable<string> In(string folder, string pattern) => Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal);
    return
    [
        "tests/Data/privacy/tuning.tsv",
        .. In("tests/Data/privacy", "held_out*.tsv").Where(file => !file.EndsWith("_12.tsv", StringComparison.Ordinal)),
        .. In("tests/Data/privacy", "operators*.tsv"),
        .. In("tests/Data/privacy/learned", "*.tsv"),
        .. In("pipeline/Language/zh", "*.json"),
        "data-schemas/models/issue/sentences.json",
        "data-schemas/samples/texts.json",
        "tests/Data/texts/matters.tsv",
        .. ((string[])["streets", "communities", "places", "districts"]).Select(list => $"data-schemas/codes/{list}.csv"),
    ];
}

static NameWeights Learn(IReadOnlyList<MarkedText> texts)
{
    var names = new NameLottery(texts);
    var examples = new List<(int[] Signs, bool IsName)>();
    foreach (var text in texts)
    {
        Add(text);
        if (text.Spans.Exists(IsName))
        {
            for (var copy = 0; copy < Copies; copy++)
                Add(names.Swap(text));
        }
    }
    var (weights, squares, bias) = (new double[NameCandidates.Buckets], new double[NameCandidates.Buckets], 0.0);
    var random = new Random(1);
    var order = Enumerable.Range(0, examples.Count).ToArray();
    // The mean of the last rounds wavers less than the last one (Polyak and Juditsky 1992).
    var mean = new double[weights.Length];
    for (var round = 0; round < Rounds; round++)
    {
        random.Shuffle(order);
        foreach (var i in order)
        {
            var (signs, isName) = examples[i];
            var score = bias + signs.Sum(sign => weights[sign]);
            var error = 1 / (1 + Math.Exp(-score)) - (isName ? 1 : 0);
            bias -= 0.01 * error;
            foreach (var sign in signs)
            {
                var slope = error + Shrink * weights[sign];
                squares[sign] += slope * slope;
                weights[sign] -= Rate * slope / Math.Sqrt(0.01 + squares[sign]);
            }
        }
        for (var i = 0; round >= Rounds - Averaged && i < mean.Length; i++)
            mean[i] += weights[i] / Averaged;
    }
    Console.WriteLine($"learned from {texts.Count:n0} texts, {examples.Count:n0} places, {examples.Count(one => one.IsName):n0} names");
    return NameWeights.Of(mean, bias);

    void Add(MarkedText text)
    {
        var view = View(text);
        Span<int> ends = stackalloc int[4];
        Span<int> signs = stackalloc int[2 * NameCandidates.MostSigns];
        for (var at = 0; at < view.Length; at++)
        {
            var count = NameCandidates.At(view, at, ends, out var opening);
            for (var i = 0; i < count; i++)
            {
                var found = NameCandidates.Look(view, opening, ends[i], signs);
                found += NameCandidates.First(view, opening, ends[i], signs[found..]);
                found += NameCandidates.Rest(view, opening, ends[i], signs[found..]);
                var (start, end) = (at, ends[i]);
                examples.Add(
                    (
                        signs[..found].ToArray(),
                        text.Spans.Exists(span =>
                            IsName(span)
                            && span.End == end
                            && (
                                span.Start == start
                                || (span.Start == start - 1 && NameCandidates.Diminutives.Contains(text.Text[span.Start]))
                            )
                        )
                    )
                );
            }
        }
    }
}

static Result Measure(IReadOnlyList<MarkedText> texts, NameWeights weights, bool show)
{
    var result = new Result();
    foreach (var text in texts)
    {
        var rules = Masking.Mask(text.Text, default, null, NameJudge.Level);
        foreach (var (i, level) in Result.Levels.Index())
        {
            var masked = Masking.Mask(text.Text, default, weights, level);
            foreach (var span in text.Spans.Where(IsName))
            {
                result.Hidden[i] += text.Left(span, masked) <= 0 ? 1 : 0;
                if (i == 0)
                {
                    result.Names++;
                    result.ByRules += text.Left(span, rules) <= 0 ? 1 : 0;
                }
                if (show && level == NameJudge.Level && text.Left(span, masked) > 0)
                    Console.WriteLine($"missed {text.Text[span.Start..span.End]}: {masked}");
            }
            var torn = text.Torn(masked);
            result.Torn[i] += torn.Length > 0 ? 1 : 0;
            if (show && level == NameJudge.Level && torn.Length > 0)
                Console.WriteLine($"torn {torn}: {masked}");
        }
        result.TornByRules += text.Torn(rules).Length > 0 ? 1 : 0;
        result.Texts++;
    }
    return result;
}

static void Kinds(string file, bool show)
{
    var texts = Read(file);
    var counts = new SortedDictionary<string, (int All, int Hidden)>(StringComparer.Ordinal);
    var torn = 0;
    foreach (var text in texts)
    {
        var masked = Masking.Mask(text.Text);
        foreach (var span in text.Spans.Where(span => span.Personal))
        {
            var isHidden = text.Left(span, masked) <= 0;
            var (all, hidden) = counts.GetValueOrDefault(span.Kind);
            counts[span.Kind] = (all + 1, hidden + (isHidden ? 1 : 0));
            if (show && !isHidden)
                Console.WriteLine($"missed {span.Kind} {text.Text[span.Start..span.End]}: {masked}");
        }
        if (text.Torn(masked) is { Length: > 0 } lost)
        {
            torn++;
            if (show)
                Console.WriteLine($"torn {lost}: {masked}");
        }
    }
    var (sum, found) = (counts.Values.Sum(count => count.All), counts.Values.Sum(count => count.Hidden));
    Console.WriteLine(
        $"{Path.GetFileName(file)}: {texts.Count:n0} texts, {found} of {sum} ({found / (double)sum:p2}), torn {torn} ({torn / (double)texts.Count:p2})"
    );
    Console.WriteLine("  " + string.Join(", ", counts.Select(one => $"{one.Key} {one.Value.Hidden} of {one.Value.All}")));
}

static bool IsName(MarkedSpan span) => span is { Personal: true, Kind: "name" };

/// As the judge of names sees it: what else is personal is hidden, names are not.
static string View(MarkedText of)
{
    var view = of.Text.ToCharArray();
    foreach (var span in of.Spans.Where(span => span.Personal && !IsName(span)))
    {
        for (var i = span.Start; i < span.End; i++)
            view[i] = char.IsLetterOrDigit(view[i]) ? '×' : view[i];
    }
    return new string(view);
}

static void Print(string what, IReadOnlyList<Result> results)
{
    var (names, texts) = (results.Sum(one => one.Names), results.Sum(one => one.Texts));
    Console.WriteLine(
        $"{what}: {texts:n0} texts, {names:n0} names; rules alone {results.Sum(one => one.ByRules) / (double)names:p1}, torn {results.Sum(one => one.TornByRules)}"
    );
    foreach (var (i, level) in Result.Levels.Index())
        Console.WriteLine(
            $"  level {level}: {results.Sum(one => one.Hidden[i]) / (double)names:p1}, torn {results.Sum(one => one.Torn[i])} ({results.Sum(one => one.Torn[i]) / (double)texts:p1})"
        );
}

static List<MarkedText> Read(string file)
{
    var result = new List<MarkedText>();
    if (Path.GetExtension(file) == ".json")
    {
        using var book = JsonDocument.Parse(File.ReadAllText(file));
        Strings(book.RootElement, result);
        return result;
    }
    if (Path.GetExtension(file) == ".csv")
    {
        var cells = File.ReadLines(file).SelectMany(line => line.Split(',', '"', '|')).Distinct().Where(cell => cell.Any(Digit.IsHan));
        return [.. cells.Select(cell => new MarkedText(cell, []))];
    }
    return MarkedText.Read(file);
}

static void Strings(JsonElement of, List<MarkedText> to)
{
    if (of.ValueKind == JsonValueKind.String && of.GetString() is { Length: > 5 } text)
        to.Add(new MarkedText(text, []));
    else if (of.ValueKind == JsonValueKind.Array)
        of.EnumerateArray().ToList().ForEach(one => Strings(one, to));
    else if (of.ValueKind == JsonValueKind.Object)
        of.EnumerateObject().ToList().ForEach(one => Strings(one.Value, to));
}

internal sealed class Result
{
    public static readonly double[] Levels = [0.3, 0.5, 0.6, 0.7, 0.8, 0.9];
    public readonly int[] Hidden = new int[Levels.Length];
    public readonly int[] Torn = new int[Levels.Length];
    public int Names;
    public int ByRules;
    public int TornByRules;
    public int Texts;
}

/// <summary>Other names for those of a text: surnames roughly by how usual they are, given names of the texts or of their characters.</summary>
internal sealed class NameLottery
{
    private const string Usual =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private const string Rarest =
        "侍钦勾郤贠佴俸蹇闾禤恽郅茆芈仵忻芶銮郯邾冮呙戢睢禚虢遆邗镡颉甯满官衣种利慈厚卞郜匡禹揭邸竺莘翦晋楚初冼奚逯储谌咸亓木云印阴寻步浦闪衡栗昌凤酆廉皮湛狄谈茅昝宣贲杭诸钮嵇滑荀羊於惠甄芮羿汲邴松富乌巴弓隗宓蓬郗仰秋伊钭戎祖束韶蓟薄邰鄂索赖胥苍贡宰郦雍璩桂濮寿扈燕郏瞿慕茹宦容古慎庾暨弘禄阙殳沃蔚夔厍融訾毋乜丰巢蒯荆桓粟仝哈撒冶洛矫植丘鄢稽朴綦况郇撖庹泮邝税拜漆苌旷雒劳宛麦肇亢俎粘缑笪盖续习冒";
    private const string Rare =
        "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟强常于花水支回买黑那檀化洪海冒别宝山来阳东南青";

    /// <summary>Surnames that no list of the program holds: names behind a role are known without them.</summary>
    private const string Unlisted =
        "区都过弥经司怀从能扶堵通充鱼终居广越勾养须相红益公汝归墨年爱言福帖药锁隽奉妥甫亥生令库祭洒字思岩番补保资巨达雪柔问庚伦泥沐院皋壮虎泰僧候延建英奇圣";
    private readonly Random _random = new(7);
    private readonly string[] _given;
    private readonly string _characters;

    public NameLottery(IEnumerable<MarkedText> texts)
    {
        _given =
        [
            .. texts
                .SelectMany(text =>
                    text.Spans.Where(span => span is { Personal: true, Kind: "name" }).Select(span => text.Text[span.Start..span.End])
                )
                .Where(IsPlain)
                .Select(name => name[Surnames.LengthAt(name)..])
                .Where(given => given.Length > 0)
                .Distinct(),
        ];
        _characters = string.Concat(_given);
    }

    public MarkedText Swap(MarkedText of)
    {
        var swapped = new Dictionary<string, string>();
        var text = new StringBuilder();
        var spans = new List<MarkedSpan>();
        var at = 0;
        foreach (var span in of.Spans.OrderBy(span => span.Start))
        {
            text.Append(of.Text, at, span.Start - at);
            var name = of.Text[span.Start..span.End];
            if (span.Kind == "name" && IsPlain(name))
            {
                if (!swapped.TryGetValue(name, out var other))
                    swapped[name] = other =
                        CanGoWithout(of.Text, span) && _random.Next(3) == 0
                            ? Given(2)
                            : Surname() + (name.Length == Surnames.LengthAt(name) ? "" : Given());
                name = other;
            }
            else if (span.Kind == "name" && IsGiven(name))
            {
                if (!swapped.TryGetValue(name, out var other))
                    swapped[name] = other = Given(name.Length);
                name = other;
            }
            spans.Add(new MarkedSpan(span.Kind, span.Personal, text.Length, text.Length + name.Length));
            text.Append(name);
            at = span.End;
        }
        text.Append(of.Text, at, of.Text.Length - at);
        return new MarkedText(text.ToString(), spans);
    }

    private static bool IsPlain(string name) =>
        Surnames.LengthAt(name) is > 0 and var surname && name.Length - surname <= 2 && NameShape.IsHan(name);

    /// <summary>儿子李皓轩: people also say 儿子皓轩.</summary>
    private static bool CanGoWithout(string text, MarkedSpan span) =>
        span.End - span.Start == 3
        && NameWords.Formal.LengthBefore(text.AsSpan(0, span.Start), 4) == 0
        && NameWords.Labels.LengthBefore(text.AsSpan(0, span.Start), 4) > 0;

    private string Given(int length)
    {
        while (true)
        {
            if (Given() is var given && given.Length == length && GivenNames.AreFrequent(given))
                return given;
        }
    }

    private static bool IsGiven(string name) => name.Length <= 2 && Surnames.LengthAt(name) == 0 && GivenNames.AreFrequent(name);

    private string Surname() =>
        _random.NextDouble() switch
        {
            < 0.5 => Usual[_random.Next(30)].ToString(),
            < 0.75 => Usual[_random.Next(Usual.Length)].ToString(),
            < 0.9 => Rare[_random.Next(Rare.Length)].ToString(),
            < 0.95 => Rarest[_random.Next(Rarest.Length)].ToString(),
            < 0.97 => Unlisted[_random.Next(Unlisted.Length)].ToString(),
            _ => Surnames.Compound[_random.Next(Surnames.Compound.Length)],
        };

    private string Given() =>
        _random.Next(2) == 0
            ? _given[_random.Next(_given.Length)]
            : string.Concat(Enumerable.Range(0, _random.Next(4) == 0 ? 1 : 2).Select(_ => _characters[_random.Next(_characters.Length)]));
}
