using System.Text;
using Hotspot.Privacy;
using Hotspot.Privacy.Names;
using Hotspot.Tests.Privacy;

namespace Hotspot.Tests.Golden;

/// <summary>
/// What the masks make of numbers, doors, plates, accounts and names in every usual surrounding, line by line: a change of any rule shows as a diff. The bars of masking
/// stand in <see cref="MaskingTests"/>; here nothing is judged, only kept.
/// </summary>
public sealed class MaskTextTests
{
    private static readonly string[] Before =
    [
        "",
        "电话",
        "来电",
        "手机号：",
        "热线",
        "客服电话",
        "单位电话",
        "传真：",
        "工单",
        "订单号",
        "流水号：",
        "身份证",
        "证件号码：",
        "卡号",
        "账号：",
        "尾号",
        "邮编",
        "QQ",
        "微信：",
        "驾驶证",
        "金额",
        "+86",
        "86-",
        "0086 ",
        "(010)",
        "010-",
        "区号010，",
        "分机",
        "京A",
        "编号",
        "（",
        "、",
    ];

    private static readonly string[] Numbers =
    [
        "110",
        "12345",
        "95598",
        "62345678",
        "82345678",
        "12345678",
        "2345678",
        "62345678-801",
        "62345678转801",
        "62345678 转 1234567",
        "6234-5678",
        "6234 5678",
        "13800001234",
        "12800001234",
        "19800001234",
        "23800001234",
        "138 0000 1234",
        "138-0000-1234",
        "138－0000－1234",
        "138 00001234",
        "1380000 1234",
        "1 3 8 0 0 0 0 1 2 3 4",
        "138****1234",
        "138xxxx1234",
        "138-××××-1234",
        "１３８００００１２３４",
        "1380000123",
        "138000012345",
        "A13800001234",
        "13800001234B",
        "13800001234转8",
        "013800001234",
        "01013800001234",
        "8613800001234",
        "008613800001234",
        "1380000123413900005678",
        "01062345678",
        "010 6234 5678",
        "(010)62345678",
        "02162345678",
        "021 6234567",
        "0311-8234567",
        "03118234567",
        "03118234567转12",
        "04528234567",
        "05718234567890",
        "861062345678",
        "86 10 62345678",
        "4008001234",
        "400-800-1234",
        "8008001234",
        "100000",
        "20250421",
        "20251321",
        "202504211234",
        "20250421123456",
        "1745221234567",
        "2025-04-21",
        "6222021234567890123",
        "6222 0212 3456 7890",
        "6222 0212 3456 7890 123",
        "3567021234567890",
        "7222021234567890",
        "622202123456789",
        "62220212345",
        "11010519491231002X",
        "11010519491231002x",
        "110105194912310021",
        "110105 19491231 002X",
        "110105491231002",
        "11010519491331002X",
        "99010519491231002X",
        "110105189912310021",
        "幺三八零零零零幺二三四",
        "一三八零零零零一二三四",
        "一二八零零零零一二三四",
        "零一零六二三四五六七八",
        "六二三四五六七八",
        "九二三四五六七八",
        "幺三八零零零零幺二三",
        "G1234567",
        "EA1234567",
        "3.5",
        "1,280",
        "88.8",
        "110105",
        "19491231",
    ];

    private static readonly string[] After = ["", "，王强", "（李女士）", "元", "转王经理", "室", "，请回电", " 3号楼"];

    private static readonly string[] Buildings =
    [
        "3号楼",
        "3栋",
        "3座",
        "3#",
        "三号楼",
        "A座",
        "甲3号",
        "12号院",
        "望京西园305",
        "楼上",
        "隔壁",
        "我家",
        "住",
        "住在",
        "本楼",
        "5号院3号楼",
        "小区",
        "",
    ];
    private static readonly string[] Units = ["", "2单元", "二单元", "2门", "B单元", "2-", "3层", "2单元3层", "-2-", "，"];

    private static readonly string[] Rooms =
    [
        "501",
        "501室",
        "501号",
        "五零一",
        "1203室",
        "501户",
        "502房",
        "12",
        "501元",
        "501平米",
        "A501",
        "501A",
        "房号501",
        "502住户",
        "1205业主",
        "1200住户",
        "3室1厅",
        "501号楼",
        "门牌号501",
        "12号",
        "0501",
        "50112",
    ];

    private static readonly string[] Others =
    [
        "京A12345",
        "京A·12345",
        "京 A 12345",
        "京AD12345",
        "京A12345D",
        "京A1234学",
        "京A1234挂",
        "京A123",
        "京A1234567",
        "京Q 3F 771",
        "京Q 3F 77",
        "粤Z1234港",
        "车牌号A12345",
        "车牌：京AF0001",
        "沪C-88888",
        "京A8号",
        "京津冀",
        "鲁谷A12345",
        "微信abc12345",
        "微信号：13800001234",
        "微信群20250421",
        "微信20250421",
        "加V abc_123",
        "v：zhang-3-san",
        "V123456",
        "wxid_abc123def",
        "QQ123456",
        "QQ：12345",
        "QQ群 1234567",
        "qq 是123456789",
        "QQ12",
        "微信支付88元",
        "微：tang-0606",
        "他微信叫boss6666",
        "钉钉abc12345",
        "昵称“阳光总在”发布",
        "网名：小太阳_88反映",
        "@张三丰 @李四",
        "邮箱a@b.cn",
        "抖音号abc123456",
        "抖音账号叫“拆迁记录”",
        "微博名为老北京123投诉",
        "快手ID：kuai_888",
        "用户名zhangsan的评论",
        "B站up主",
        "小红书发布视频",
        "a.b-c_d@mail.example.com",
        "a@b",
        "Zhang3＠example.cn",
        "邮件至zhang.san@example.com.cn，谢谢",
        "护照E12345678",
        "护照号码：EA1234567",
        "通行证 H1234567890",
        "军官证军字第1234567号",
        "居住证编号110105123456",
        "驾照110105194912310021",
        "学生证123",
        "护照过期",
    ];

    private static readonly string[] Names =
    [
        "王强",
        "欧阳慧",
        "常明",
        "高峰",
        "张建国",
        "阿依古丽·买买提",
        "Michael Brown",
        "老孟头",
        "扎西次仁",
        "和平",
        "小何",
        "柳",
    ];
    private static readonly string[] Verbs =
    [
        "反映噪音",
        "，要求",
        "在场",
        "家的狗",
        "",
        "：电话",
        "和李丽、赵敏三人",
        "女士",
        "村",
        "（男，",
        "某",
        " 男 41岁",
    ];

    [Fact]
    public void The_masks_hide_as_before()
    {
        var text = new StringBuilder();
        Kept(
            text,
            "numbers",
            Before.SelectMany((before, i) => Numbers.Select((number, j) => before + number + After[(i + j) % After.Length])),
            withText: true
        );
        Kept(
            text,
            "doors",
            Buildings.SelectMany(building => Units.SelectMany(unit => Rooms.Select(room => building + unit + room))),
            withText: true
        );
        Kept(text, "others", Others.SelectMany((other, i) => new[] { other, "他说" + other + After[i % After.Length] }), withText: true);
        GoldenFile.Compare("privacy", "masked_numbers.txt", text.ToString());
    }

    /// <summary>By the rules alone: the judge of names, which is learned, would hide most of it before they look.</summary>
    [Fact]
    public void The_rules_for_names_hide_as_before()
    {
        var text = new StringBuilder();
        Kept(
            text,
            "labels",
            NameWords.All.SelectMany(
                (word, i) =>
                    Names
                        .Where((_, j) => (i + j) % 3 == 0)
                        .SelectMany(
                            (name, j) =>
                                new[]
                                {
                                    word + name + Verbs[(i + j) % Verbs.Length],
                                    name + word + Verbs[(i + j + 5) % Verbs.Length],
                                    $"{word}：{name}。",
                                }
                        )
            )
        );
        Kept(
            text,
            "bare",
            Names.SelectMany(name =>
                Verbs.SelectMany(verb =>
                    new[] { name + verb, "昨晚" + name + verb, $"13800001234 {name}{verb}", $"{name}{verb}13800001234" }
                )
            )
        );
        foreach (
            var file in (string[])
                [
                    "tuning.tsv",
                    "held_out.tsv",
                    "held_out_2.tsv",
                    "held_out_4.tsv",
                    "held_out_5.tsv",
                    "operators.tsv",
                    "operators_2.tsv",
                    "operators_3.tsv",
                ]
        )
            Kept(text, file, MaskingTests.Sentences(file).Select(sentence => sentence.Text));
        GoldenFile.Compare("privacy", "masked_names.txt", text.ToString());
    }

    /// <summary>Only what is changed; a text that stays would say nothing and its masking would show as a new line.</summary>
    private static void Kept(StringBuilder to, string heading, IEnumerable<string> texts, bool withText = false)
    {
        to.Append("# ").Append(heading).Append('\n');
        foreach (var text in texts.Distinct())
        {
            var masked = Masking.Mask(text, default, null, NameJudge.Level);
            if (masked != text)
                to.Append(masked.Replace('\n', '⏎')).Append(withText ? "\t" + text : "").Append('\n');
        }
    }
}
