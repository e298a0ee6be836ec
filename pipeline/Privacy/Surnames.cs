using System.Buffers;

namespace Hotspot.Privacy;

/// <summary>
/// Frequent surnames, and characters that no given name holds. Left out are surnames that are mostly function words in complaints
/// (于 和 向 时 从 方 应 常 经 车 …): a missed rare name is weighed against words torn in thousands of texts.
/// </summary>
internal static class Surnames
{
    private static readonly SearchValues<char> Single = SearchValues.Create(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅"
            + "白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤庞尚温康施文牛樊葛邢齐易乔伍颜倪鲁殷翟詹申欧耿聂焦左柳甘祝包宁符舒阮"
            + "柯纪梅童凌毕单季裴霍涂苗曲盛翁冉骆路游靳欧阳辛管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆卜连丛岳苑蔺佟郎商郁褚娄窦卞巩邬栾桑冀边仇车宫关冷"
    );

    /// <summary>Surnames that are usually words of their own; they count only after a label with a colon.</summary>
    private static readonly SearchValues<char> Weak = SearchValues.Create("单路连解管关车边房商包宫");

    private static readonly string[] Compound =
    [
        "欧阳",
        "司马",
        "诸葛",
        "上官",
        "皇甫",
        "令狐",
        "慕容",
        "尉迟",
        "长孙",
        "东方",
        "夏侯",
        "司徒",
        "公孙",
        "端木",
    ];

    private static readonly SearchValues<char> NoGivenName = SearchValues.Create(
        "的有是在位个了边区街路市为被某该岁老轻性镇村内外里前后上下两几这那其他她它们都也还又不没已把给让对从与及或但而且由于地着过到去说称想要能会以时分号楼层室门户院栋座单元"
            + "电话机手联系反映表示诉求投反举报咨询要求处理办理保密匿名先女士人员工作者间面部公司店场所×*主居客商贩物管车牌道站口厅局委会队"
    );

    /// <summary>Words that begin with a surname and are no name.</summary>
    private static readonly HashSet<string> Words =
    [
        "周末",
        "周日",
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "周六",
        "周围",
        "周边",
        "周期",
        "高度",
        "高速",
        "高层",
        "高考",
        "高中",
        "高峰",
        "高档",
        "高空",
        "高温",
        "金额",
        "金属",
        "万元",
        "马路",
        "马上",
        "马桶",
        "石头",
        "石料",
        "黄色",
        "黄牌",
        "白天",
        "白色",
        "夏天",
        "夏季",
        "王府",
        "康复",
        "雷雨",
        "林地",
        "林木",
        "毛坯",
        "任何",
        "任意",
        "严重",
        "常年",
        "管道",
        "温度",
        "温泉",
        "方便",
        "江水",
        "武装",
        "段时",
        "贺卡",
        "戴口",
        "钱款",
        "任务",
        "程度",
        "梁柱",
        "龙头",
        "龙湖",
        "孔洞",
        "施工",
        "施肥",
        "申请",
        "申诉",
        "文化",
        "文明",
        "文字",
        "文件",
        "宁可",
        "宋庄",
        "马连",
        "梅市",
        "左右",
        "左侧",
        "左边",
        "冷水",
        "游客",
        "游泳",
        "路灯",
        "安全",
        "尤其",
        "卜卦",
        "丛林",
        "童装",
        "祝您",
        "舒适",
        "符合",
        "欧式",
        "顾客",
        "古树",
        "陆续",
        "曲艺",
        "盛大",
        "成都",
        "应当",
        "景区",
        "包括",
        "凌晨",
        "季节",
        "单独",
        "霍营",
        "常常",
        "齐全",
        "易燃",
        "易爆",
        "樊家",
        "沙子",
        "华为",
        "阳光",
        "乔木",
        "肖像",
        "牛街",
        "牛肉",
        "羊肉",
        "叶子",
        "苗木",
        "苗圃",
        "柳树",
        "柳絮",
        "杨树",
        "杨絮",
        "杨柳",
        "李子",
        "朱红",
        "郭公",
        "何时",
        "何处",
        "何人",
        "罗列",
        "许多",
        "许可",
        "曾经",
        "曾向",
        "曾多",
        "曾在",
        "谢谢",
        "余款",
        "余下",
        "邻居",
        "严禁",
        "严格",
        "孟村",
        "贾家",
        "丁字",
        "丁香",
        "史上",
        "侯家",
        "张贴",
        "张家",
        "张灯",
        "程序",
        "傅家",
        "汪汪",
        "彭家",
        "方向",
        "方式",
        "董事",
        "薛家",
        "秦皇",
        "钟表",
        "姜庄",
        "范围",
        "陈旧",
        "陈述",
        "徐徐",
        "胡同",
        "胡乱",
        "吴家",
        "梁家",
        "唐家",
        "潘家",
        "蔡家",
        "田地",
        "田间",
        "袁家",
        "邓小",
        "蒋家",
        "沈家",
        "韩家",
        "冯家",
        "曹家",
        "肖家",
        "余家",
        "赵家",
        "刘家",
        "杨家",
        "马家",
        "马驹",
        "林萃",
        "何以",
    ];

    /// <summary>Characters of the surname at the beginning of the text: 0, 1 or 2.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        foreach (var surname in Compound)
        {
            if (text.StartsWith(surname, StringComparison.Ordinal))
                return 2;
        }
        return Single.Contains(text[0]) ? 1 : 0;
    }

    public static bool StartsWithOne(ReadOnlySpan<char> text) => LengthAt(text) > 0;

    /// <summary>True where the text begins with a common word that only looks like surname and given name.</summary>
    public static bool IsWord(ReadOnlySpan<char> text) =>
        text.Length >= 2 && Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..2]);

    public static bool IsWeak(char c) => Weak.Contains(c);

    public static bool IsNoGivenName(char c) => NoGivenName.Contains(c);
}
