using System.Buffers;
using Hotspot.Privacy.Masks;

namespace Hotspot.Privacy.Names;

/// <summary>
/// Names that are no Chinese surname with one or two characters: with a dot (阿依古丽·买买提), put together from the usual parts of Tibetan,
/// Uyghur and Mongolian names (扎西次仁), and in Latin letters (Michael Brown).
/// </summary>
internal static class ForeignNames
{
    private const int LongestDotted = 15;
    private const int LongestPart = 8;
    private const int LongestComposed = 9;
    private const int FewestComposed = 3;
    private const int MostWords = 3;
    public const string Dots = "·•・";

    /// <summary>Characters that names are written with by sound. A dotted name of these alone is a person, a shop's is not (路易·威登).</summary>
    private static readonly SearchValues<char> Sounds = SearchValues.Create(
        "阿艾埃安不都逊谢盖夫诺娅妮凯费莱雷瑞森史福弗芬彼得约翰亚历敖格巴白拜贝比毕博布卜才昌措达代旦丹道德登迪地丁顶杜顿多俄额尔尕嘎格戈贡古哈海罕班汗合和赫洪胡呼吉加嘉江杰金卡坎柯克肯孔库拉腊来兰朗勒里力立丽莉利"
            + "林龙卢鲁伦罗洛马玛麦买曼毛梅美蒙孟米苗明莫姆木穆那娜乃南尼努诺欧帕派潘培皮平珀普奇齐恰强乔青庆丘琼曲群热仁日茹肉撒萨赛桑沙莎山珊尚"
            + "师斯丝松苏素索塔台泰坦特提图土吐托脱娃瓦外旺万王维韦温文翁沃乌吾西希锡夏辛欣雄雅央扬阳依伊仪义英尤玉元约云扎泽增扎占照珍哲芝珠卓孜宗佐汝衣"
    );

    /// <summary>Two characters or more that such names are made of.</summary>
    private static readonly WordIndex Parts = new(
        (
            "扎西 次仁 卓玛 才让 洛桑 央宗 央金 平措 德吉 尼玛 旦增 丹增 多吉 拉姆 次旦 次旺 措姆 格桑 仁青 仁增 索朗 旺堆 强巴 边巴 "
            + "巴桑 普布 加措 嘉措 贡布 顿珠 桑吉 更登 曲珍 卓嘎 白珍 次珍 达瓦 米玛 罗布 群培 晋美 降央 泽仁 益西 白玛 朗杰 占堆 "
            + "旺姆 卓央 拉毛 尕藏 多杰 完么 古丽 阿依 阿依古丽 买买提 麦麦提 吐尔逊 艾山 艾力 艾买提 热合曼 热依汗 阿不都 阿卜杜 "
            + "库尔班 玉素甫 依布拉 努尔 帕提 古力 巴哈尔 古扎 迪丽 努尔 热巴 阿里木 买尔 沙吾提 吾买尔 哈力克 木合塔 亚森 巴特尔 "
            + "巴图 乌云 其其格 格日勒 苏日 娜仁 图雅 高娃 斯琴 那日苏 萨仁 阿拉坦 宝音 敖登 孟和 毕力格 特木尔 吉日嘎 苏和 布仁 "
            + "额尔德 哈斯额 赛罕 托娅 达古拉 娜尔 娜依 合买提 买合木 木拉提 "
            + "敖日格勒 格勒 呼格吉 阿古拉 牧仁 那顺 朝克 额尔敦 巴雅尔 宝力 道尔吉 青格 吉雅 其木格 萨日娜 乌日娜 高勒 乌力吉 通拉嘎 赛音 "
            + "吉克 阿木 阿呷 木呷 拉惹 尔古 阿苏 阿支 吉木 吉伍 沙马 恩和 查干 布赫 乌兰 热依扎 热依拉 海热 祖丽 帕孜 麦合 木塔力 苏布德 哈斯 巴根 呼和 布和 伊力亚斯 伊力 亚斯 卡德尔 卡迪尔 巴雅 丹巴 加央 次央 多布杰 多布 旦巴 索南 贡嘎 洛松 琼达 赤列 其美 桑珠 斯朗 阿旺 "
            + "乌仁 图娅 塔娜 苏伦 巴音 满都拉 那仁 朝鲁 哈达 铁木尔 帖木尔 阿布都 阿布力 买合 吐尔洪 托合提 艾尼 艾则孜 依明 阿扎提 图尔荪 米吉提 玛依拉 阿孜古 帕提曼 热娜 哈力 叶尔 努尔兰 赛力克"
        ).Split(' ')
    );

    /// <summary>Firms written by sound.</summary>
    private static readonly WordIndex Brands = new(
        "沃尔玛",
        "阿里巴巴",
        "西门子",
        "哈根达斯",
        "诺基亚",
        "伊利",
        "马兰拉面",
        "巴黎",
        "托马斯",
        "特斯拉",
        "哈啰",
        "索尼"
    );

    /// <summary>Words of boards, products and addresses in Latin letters: Burger King, Land Rover, Central Park.</summary>
    private static readonly HashSet<string> Things = new(
        (
            "Android Apartment Apple Art Auto Avenue Baby Bakery Bank Bar Beauty Beijing Bistro Black Blue Book Box Bridge Building Burger Business Cafe Café Cake Camp Car Care Cat Center Central "
            + "Centre Chicken China Chinese City Class Clinic Cloud Club Code Coffee College Commercial Computer Cosmetics Costa Country Court Crazy Creek Dance Day Deli Delivery Design Diamond Digital "
            + "Dining Dream Drive East English Express Face Factory Family Fashion Field Finance Fish Fit Fitness Flower Food Forest Friendship Fun Galaxy Game Garden Gate Gold Golden Good Grand "
            + "Great Green Group Gym Hair Hall Happy Health Hill Hilton Home Hospital Hot Hotel House Huawei Ice Inn International Island Juice Kids Kindergarten King Kitchen Lab Lake Land Lane Life "
            + "Light Lily Little Living Love Lucky Mac Magic Mall Mansion Market Massage Max Media Medical Men Metro Milk Mini Mobile Model Modern Moon Motor Mountain Museum Music Nail New Night Noodle "
            + "North Note Office Old One Online Orange Palace Paradise Park Party Pet Phone Pizza Place Plan Plaza Plus Point Power Prime Pro Pub Queen Red Rest Restaurant Rice River Road Room Rover "
            + "Royal Salon School Service Shop Sky Smart South Spa Space Sport Sports Spring Square Star Starbucks Station Steak Store Street Studio Sugar Sun Super Sushi Table Tea Tech Technology "
            + "Tesla Theatre Time Tower Town Toyota Trade Training Travel Tree University Up Valley View Villa Village Water Wave Web West White Win Wind Window Windows Wine Winter Wonder World Yoga "
            + "Young Zone Air Bus Line Express Energy Electric Benz Mercedes Audi Range Cooper Galaxy Ultra Note Watch Pad Book Edge Chrome Office Excel Word Teams Zoom Type Card Pay Lite Kitty Disney "
            + "Universal Marriott Hyatt Sheraton Plaza Ritz Four Seasons Regent Wanda Joy Solana Parkview Indigo Taikoo Sanlitun Chaoyang Haidian Dongcheng Xicheng Fengtai Daxing Tongzhou Shunyi Changping"
        ).Split(' ')
    );

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ThingsIndex = Things.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>They begin such names; signs of a text are made from them.</summary>
    public const string FirstSigns =
        "扎次卓才洛央平德尼旦丹多拉措格仁索旺强边巴普加嘉贡顿桑更曲达米罗群降泽益完古阿买吐艾热库努迪沙吾木乌其娜图斯那萨敖毕特额赛托呼牧朝青吉通恩查高布宝卡热海祖麦玛哈帕约肉再茹";

    /// <returns>End of a dotted name, or 0.</returns>
    /// <param name="any">Any characters, not only those that names are written with by sound.</param>
    public static int Dotted(ReadOnlySpan<char> text, int at, bool any)
    {
        var (end, dots) = (at, 0);
        for (; end < text.Length && end - at < LongestDotted; end++)
        {
            var dot = Dots.Contains(text[end]);
            // What follows the dot is written by sound in any case: 艾山在海淀区.
            if (!dot && !(any && dots == 0 ? Digit.IsHan(text[end]) : Sounds.Contains(text[end])))
                break;
            dots += dot ? 1 : 0;
            // Beside a word that follows names, the last part ends: 买买提在牛街.
            if (dots > 0 && !dot && !Dots.Contains(text[end - 1]) && NameWords.Speaking.LengthAt(text[end..]) > 0)
                break;
        }
        return dots > 0 && end - at >= 4 && !Dots.Contains(text[end - 1]) && !Dots.Contains(text[at]) ? end : 0;
    }

    /// <summary>Hides names with a dot wherever they stand.</summary>
    public static void HideDotted(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var dot = text.IndexOfAny(Dots); dot >= 0; )
        {
            var (start, end) = AroundDot(text, dot);
            buffer.Hide(start, end);
            var next = text[end..].IndexOfAny(Dots);
            dot = next < 0 ? -1 : end + next;
        }
    }

    /// <summary>Two Latin words or more, each with one capital (外教Anna Petrova), wherever they stand, unless one of them is of a firm, a place or a thing.</summary>
    public static void HideLatin(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (!char.IsAsciiLetterUpper(text[at]) || (at > 0 && Digit.IsWord(text[at - 1])))
                continue;
            if (Latin(text, at, fewestWords: 2) is not (> 0 and var end))
                continue;
            if (!IsThing(text[at..end]))
                buffer.Hide(at, end);
            at = end - 1;
        }
    }

    private static bool IsThing(ReadOnlySpan<char> words)
    {
        foreach (var word in words.Split(' '))
        {
            if (ThingsIndex.Contains(words[word]))
                return true;
        }
        return false;
    }

    /// <summary>找库尔班江·艾山要钱: a dot between two characters of sound or more on either side, wherever it stands.</summary>
    /// <returns>Start and end of the name; both behind the dot where there is none.</returns>
    private static (int Start, int End) AroundDot(ReadOnlySpan<char> text, int dot)
    {
        var (start, end) = (dot, dot + 1);
        while (start > 0 && dot - start < LongestPart && IsOfPart(text[start - 1], dot - start))
            start--;
        while (end < text.Length && (Dots.Contains(text[end]) || end - dot <= LongestPart && IsOfPart(text[end], end - dot - 1)))
        {
            if (Dots.Contains(text[end]))
                dot = end;
            else if (end - dot > 2 && NameWords.Speaking.LengthAt(text[end..]) > 0)
                break;
            end++;
        }
        return dot - start >= 2 && end - dot > 2 ? (start, end) : (dot + 1, dot + 1);
    }

    /// <summary>After two characters 和 joins names.</summary>
    private static bool IsOfPart(char c, int length) => Sounds.Contains(c) && !(c is '和' && length >= 2);

    /// <returns>End of the known part of such names that begins there, or 0.</returns>
    public static int Part(ReadOnlySpan<char> text, int at) => Parts.LengthAt(text[at..]) is > 0 and var part ? at + part : 0;

    /// <returns>End of a name made of known parts, or 0. After the first part any characters of sound go on.</returns>
    public static int Composed(ReadOnlySpan<char> text, int at)
    {
        var end = Part(text, at);
        if (end == 0)
            return 0;
        while (end < text.Length && end - at < LongestComposed)
        {
            if (Parts.LengthAt(text[end..]) is > 0 and var part)
                end += part;
            // 其其格明年: a word of its own goes on.
            else if (Sounds.Contains(text[end]) && NameWords.After.LengthAt(text[end..]) == 0 && OrdinaryWords.LengthAt(text, end) < 2)
                end++;
            else
                break;
        }
        return end - at >= FewestComposed ? end : 0;
    }

    /// <returns>End of three to six characters that names are written with by sound (艾孜买提), or 0.</returns>
    public static int Spelt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && Sounds.Contains(text[end]) && NameWords.Speaking.LengthAt(text[end..]) == 0)
        {
            if (NameShape.IsTitled(text, end++))
                return 0;
        }
        return end - at is >= FewestComposed and <= 6 && !Brands.IsIn(text[at..end]) ? end : 0;
    }

    /// <returns>Where a name of known parts or with a dot begins that ends before a title, or -1.</returns>
    public static int StartBefore(ReadOnlySpan<char> text, int end)
    {
        if (end < FewestComposed || !Sounds.Contains(text[end - 1]) || !Sounds.Contains(text[end - 2]))
            return -1;
        for (var start = Math.Max(0, end - LongestDotted); start <= end - FewestComposed; start++)
        {
            if (Composed(text, start) == end || Dotted(text, start, any: false) == end || Spelt(text, start) == end)
                return start;
        }
        return -1;
    }

    /// <returns>End of up to three words of the form Michael, or 0.</returns>
    public static int Latin(ReadOnlySpan<char> text, int at, int fewestWords)
    {
        var (end, words) = (0, 0);
        while (
            words < MostWords
            && at + 1 < text.Length
            && char.IsAsciiLetterUpper(text[at])
            && (char.IsAsciiLetterLower(text[at + 1]) || text[at + 1] is '\'' or '’')
        )
        {
            while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] is '\'' or '’' || IsHyphenWithin(text, at)))
                at++;
            (end, words) = (at, words + 1);
            if (at < text.Length && (text[at] is ' ' or '.' or '-' || Dots.Contains(text[at])))
                at++;
        }
        return words >= fewestWords && !(end < text.Length && Digit.Is(text[end])) ? end : 0;
    }

    /// <summary>Seo-yeon.</summary>
    private static bool IsHyphenWithin(ReadOnlySpan<char> text, int at) =>
        text[at] == '-' && at + 1 < text.Length && char.IsAsciiLetterLower(text[at + 1]);

    /// <returns>Where the Latin words begin that stand before a title, or -1.</returns>
    public static int LatinBefore(ReadOnlySpan<char> text, int end)
    {
        if (end > 0 && text[end - 1] == ' ')
            end--;
        var start = end;
        for (var words = 0; words < MostWords; words++)
        {
            var word = start;
            while (word > 0 && Digit.IsLetter(text[word - 1]))
                word--;
            if (word == start || (words > 0 && !char.IsAsciiLetterUpper(text[word])))
                break;
            start = word;
            if (start < 2 || text[start - 1] is not (' ' or '.' or '·') || !Digit.IsLetter(text[start - 2]))
                break;
            start--;
        }
        while (start < end && !Digit.IsLetter(text[start]))
            start++;
        return end - start >= 2 && !(start > 0 && Digit.IsWord(text[start - 1])) ? start : -1;
    }
}
