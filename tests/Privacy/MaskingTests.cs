using Hotspot.Privacy;
using Xunit.Abstractions;

namespace Hotspot.Tests.Privacy;

/// <summary>The bars of masking, measured on invented sentences: ⟦kind:…⟧ must be hidden, 〖kind:…〗 must stay; ⏎ is a line break.</summary>
public class MaskingTests(ITestOutputHelper output)
{
    private const double LeastRecall = 0.99;
    private const double LeastRecallOfHardCases = 0.93;
    private const double MostFalseMasks = 0.01;

    [Theory]
    [InlineData("tuning.tsv", 340)]
    [InlineData("held_out.tsv", 255)]
    [InlineData("held_out_2.tsv", 140)]
    [InlineData("held_out_3.tsv", 105)]
    [InlineData("operators.tsv", 510)]
    [InlineData("operators_2.tsv", 150)]
    [InlineData("operators_3.tsv", 75, LeastRecallOfHardCases)]
    public void Identifiers_are_hidden_and_lookalikes_stay(string file, int atLeast, double leastRecall = LeastRecall)
    {
        var counts = new SortedDictionary<string, (int All, int Wrong)>(StringComparer.Ordinal);
        var wrong = new List<string>();
        var sentences = Sentences(file);
        foreach (var sentence in sentences)
        {
            var (text, spans) = sentence;
            var masked = Masking.Mask(text);
            foreach (var span in spans)
            {
                var (before, after) = (text[span.Start..span.End], masked[span.Start..span.End]);
                var bad = span.Personal ? sentence.Left(span, masked) > 0 : before != after;
                var kind = (span.Personal ? "hide " : "keep ") + span.Kind;
                var count = counts.GetValueOrDefault(kind);
                counts[kind] = (count.All + 1, count.Wrong + (bad ? 1 : 0));
                if (bad)
                    wrong.Add($"{kind}: {before} in {masked}");
            }
        }

        foreach (var (kind, count) in counts)
            output.WriteLine($"{kind}: {count.All - count.Wrong} of {count.All}");
        output.WriteLine(string.Join('\n', wrong));
        var (recall, falseMasks) = (1 - Share("hide "), Share("keep "));
        output.WriteLine($"{file}: {sentences.Count} sentences, recall {recall:P2}, false masks {falseMasks:P2}");
        Assert.True(sentences.Count >= atLeast, $"{sentences.Count} sentences");
        Assert.True(recall >= leastRecall, string.Join('\n', wrong));
        Assert.True(falseMasks <= MostFalseMasks, string.Join('\n', wrong));

        double Share(string side)
        {
            var kinds = counts.Where(count => count.Key.StartsWith(side, StringComparison.Ordinal)).Select(count => count.Value).ToArray();
            return kinds.Sum(count => count.Wrong) / (double)kinds.Sum(count => count.All);
        }
    }

    /// <summary>
    /// Texts written by others: all but held_out_12.tsv are learned from since they were measured, and rules were made of them; of that one never, and nobody has looked at it.
    /// </summary>
    [Theory]
    [InlineData("held_out_4.tsv", 0.96, 0.02)]
    [InlineData("held_out_5.tsv", 0.93, 0.05)] // in five texts a surname is spelled: said again, it goes too
    [InlineData("held_out_6.tsv", 0.98, 0.02)]
    [InlineData("held_out_7.tsv", 0.98, 0.03)]
    [InlineData("held_out_8.tsv", 0.98, 0.04)]
    [InlineData("held_out_9.tsv", 0.98, 0.02)]
    [InlineData("held_out_10.tsv", 0.96, 0.05)]
    [InlineData("held_out_11.tsv", 0.94, 0.03)]
    [InlineData("held_out_13.tsv", 0.96, 0.03)]
    [InlineData("held_out_14.tsv", 0.97, 0.045)]
    [InlineData("held_out_15.tsv", 0.95, 0.04)]
    [InlineData("held_out_16.tsv", 0.98, 0.025)]
    [InlineData("held_out_17.tsv", 0.98, 0.015)]
    [InlineData("held_out_18.tsv", 0.95, 0.04)]
    [InlineData("held_out_19.tsv", 0.93, 0.04)]
    [InlineData("doors.tsv", 0.78, 0.03)]
    [InlineData("held_out_12.tsv", 0.96, 0.03)]
    public void What_others_wrote_is_masked(string file, double leastRecall, double mostTorn)
    {
        var (all, wrong, torn) = (0, new List<string>(), new List<string>());
        var sentences = Sentences(file);
        foreach (var sentence in sentences)
        {
            var (text, spans) = sentence;
            var masked = Masking.Mask(text);
            all += spans.Count;
            wrong.AddRange(
                spans.Where(span => sentence.Left(span, masked) > 0).Select(span => $"{span.Kind} {text[span.Start..span.End]}: {masked}")
            );
            if (sentence.Torn(masked).Length > 0)
                torn.Add(masked);
        }

        var (recall, share) = (1 - wrong.Count / (double)all, torn.Count / (double)sentences.Count);
        output.WriteLine($"{file}: {sentences.Count} texts, {all} identifiers, recall {recall:P2}, torn texts {share:P2}");
        Assert.True(recall >= leastRecall, $"{recall:P2}: {string.Join('\n', wrong)}");
        Assert.True(share <= mostTorn, $"{share:P2}: {string.Join('\n', torn)}");
    }

    [Theory]
    [InlineData("抖音私信线索，账号dy_nanyuan7734称修理厂倒废机油", "抖音私信线索，账号××_×××××××××××称修理厂倒废机油")]
    [InlineData("账号为空，用户反映无法登录", "账号为空，用户反映无法登录")]
    [InlineData("我电话13716649025，一三七一六六四九零二五", "我电话137××××××××，×××××××××××")]
    [InlineData("来电人仅提供姓氏翟，反映邻居养鸽子", "来电人仅提供姓氏×，反映邻居养鸽子")]
    [InlineData("名单：1 1-501 13671184025 同意", "名单：1 ×-××× 136×××××××× 同意")]
    [InlineData("隔壁曲家漏水，水渗到我这边", "隔壁×家漏水，水渗到我这边")]
    [InlineData("张家湾镇刘家胡同路灯不亮", "张家湾镇刘家胡同路灯不亮")]
    public void Accounts_spoken_numbers_lists_and_families_are_hidden(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text));

    [Theory]
    [InlineData("免贵姓章立早章反映停车", "免贵姓×立早×反映停车")]
    [InlineData("我姓徐双人徐不是言午许", "我姓×双人×不是言午许")]
    [InlineData("二楼住户（203）表示小了", "二楼住户（×××）表示小了")]
    [InlineData("楼上401家中改造", "楼上×××家中改造")]
    [InlineData("市民家1906次卧最明显", "市民家××××次卧最明显")]
    [InlineData("楼下401家企业", "楼下401家企业")]
    [InlineData("但2306的人骂他", "但××××的人骂他")]
    [InlineData("查询历史工单有另一号码13810467582", "查询历史工单有另一号码138××××××××")]
    [InlineData("工单联系电话13810467582", "工单联系电话138××××××××")]
    [InlineData("工单13810467582已办结", "工单13810467582已办结")]
    [InlineData("社保卡10827465103X，补缴", "社保卡××××××××××××，补缴")]
    [InlineData("残疾证，证号11022819880410381452，", "残疾证，证号××××××××××××××××××××，")]
    [InlineData("302住户称漏水", "×××住户称漏水")]
    [InlineData("乙方为1602业主", "乙方为××××业主")]
    [InlineData("小区共1200住户", "小区共1200住户")]
    [InlineData("我住在八零二", "我住在×××")]
    [InlineData("家庭住址 12号院-6-2-903 ", "家庭住址 12号院-6-×-××× ")]
    [InlineData("证件号码：EA0000416", "证件号码：×××××××××")]
    [InlineData("他微信叫shangguan-boss6", "他微信叫×××××××××-×××××")]
    [InlineData("被孙姓男子收取停车费", "被×姓男子收取停车费")]
    [InlineData("老百姓都反对", "老百姓都反对")]
    [InlineData("找那个包工头库尔班江·艾山要工钱", "找那个包工头××××·××要工钱")]
    [InlineData("来电人阿依古丽·买买提在海淀区魏公村路经营干果店", "来电人××××·×××在海淀区魏公村路经营干果店")]
    [InlineData("申屠女士 138×××××××", "××女士 138×××××××")]
    [InlineData("话务员路瑶回访时未接通", "话务员××回访时未接通")]
    [InlineData("办理人员：欧阳建国 曲波；办理时间", "办理人员：×××× ××；办理时间")]
    [InlineData("物业工程部毕师傅负责维修", "物业工程部×师傅负责维修")]
    [InlineData("18号楼2403天天扔烟头", "18号楼××××天天扔烟头")]
    [InlineData("就是503那家的男的", "就是×××那家的男的")]
    [InlineData("8号楼-1-302", "8号楼-×-×××")]
    [InlineData("他家在801", "他家在×××")]
    [InlineData("住1号楼6层东侧602", "住1号楼6层东侧×××")]
    [InlineData("我住8栋1单元17-2", "我住8栋×单元××-×")]
    [InlineData("1号楼2单元1-3层", "1号楼×单元1-3层")]
    [InlineData("楼上的601天天闹", "楼上的×××天天闹")]
    [InlineData("楼上的300块地砖", "楼上的300块地砖")]
    [InlineData("1号楼1单元201、202、203", "1号楼×单元×××、×××、×××")]
    [InlineData("2单元3、4、5层", "×单元3、4、5层")]
    [InlineData("甲12号楼3门7的租户", "甲12号楼×门×的租户")]
    [InlineData("1单元3部电梯都坏", "×单元3部电梯都坏")]
    [InlineData("北里15楼丁门6号", "北里15楼丁门×号")]
    [InlineData("东区4-3-12", "东区4-×-××")]
    [InlineData("2025-4-3-12", "2025-4-3-12")]
    [InlineData("外教Anna Petrova欠薪", "外教×××× ×××××××欠薪")]
    [InlineData("楼下Burger King油烟大", "楼下Burger King油烟大")]
    [InlineData("停着一辆Land Rover", "停着一辆Land Rover")]
    [InlineData("经方副乡长现场查看", "经×副乡长现场查看")]
    [InlineData("902的租户养狗", "×××的租户养狗")]
    [InlineData("39号楼2单元403厨房渗水，503不承认，603说不是他家", "39号楼×单元×××厨房渗水，×××不承认，×××说不是他家")]
    [InlineData("39号楼2单元403反映503路公交车扰民，共205人签名", "39号楼×单元×××反映503路公交车扰民，共205人签名")]
    [InlineData("501、502、503三家摊修管子的钱", "×××、×××、×××三家摊修管子的钱")]
    [InlineData("503不承认", "503不承认")]
    [InlineData("501、51号线", "501、51号线")]
    [InlineData("301医院东门", "301医院东门")]
    [InlineData("7 号楼 2 单元 301 养狗", "7 号楼 × 单元 ××× 养狗")]
    [InlineData("白纸坊西街20号楼24号屋内", "白纸坊西街20号楼××号屋内")]
    [InlineData("2号楼3号电梯停了", "2号楼3号电梯停了")]
    [InlineData("一层5号窗口", "一层5号窗口")]
    [InlineData("13栋1梯902", "13栋×梯×××")]
    [InlineData("6号楼2单元12层1202-1", "6号楼×单元××层××××-×")]
    [InlineData("11号楼4单元顶楼601", "11号楼×单元顶楼×××")]
    [InlineData("3号楼1单元四楼的狗", "3号楼×单元×楼的狗")]
    [InlineData("8#楼2#单元703#", "8#楼×#单元×××#")]
    [InlineData("平房区9排4号", "平房区×排×号")]
    [InlineData("大杂院北房3号被房东加盖", "大杂院北房×号被房东加盖")]
    [InlineData("五号楼3o2漏水", "五号楼×××漏水")]
    [InlineData("自建公寓C308拉闸", "自建公寓××××拉闸")]
    [InlineData("1号楼4-10反映", "1号楼×-××反映")]
    [InlineData("3号楼2-5层", "3号楼2-5层")]
    [InlineData("18号楼1805-1812一整排", "18号楼××××-××××一整排")]
    [InlineData("来电人：Kim Seo-yeon，", "来电人：××× ×××-××××，")]
    [InlineData("护照75 1284639", "护照×× ×××××××")]
    [InlineData("账号621226 0200 0456 7890 7，", "账号×××××× ×××× ×××× ×××× ×，")]
    [InlineData("微信他也有pangbo_bj。", "微信他也有××××××_××。")]
    [InlineData("微信公众号和APP都提示v2", "微信公众号和APP都提示v2")]
    [InlineData("被检查人：郇志刚；", "被检查人：×××；")]
    [InlineData("地下一层B107住户用煤气罐", "地下一层××××住户用煤气罐")]
    [InlineData("户籍金警官", "户籍×警官")]
    [InlineData("楼下解阿姨种的月季", "楼下×阿姨种的月季")]
    [InlineData("宿管阿姨不让进", "宿管阿姨不让进")]
    [InlineData("快递代收点佘姐把包裹给了别人", "快递代收点×姐把包裹给了别人")]
    [InlineData("虞女士所购商铺逾期交房", "×女士所购商铺逾期交房")]
    [InlineData("外教James O'Brien被拖欠工资", "外教××××× ×'×××××被拖欠工资")]
    [InlineData("王奶奶家5-101的下水堵了", "×奶奶家×-×××的下水堵了")]
    [InlineData("一楼住户1-102破窗开门", "一楼住户×-×××破窗开门")]
    [InlineData("业主（2-1801）约定", "业主（×-××××）约定")]
    [InlineData("（1-200米）", "（1-200米）")]
    [InlineData("楼上邻居503长期扔烟头", "楼上邻居×××长期扔烟头")]
    [InlineData("到您家702看阳台", "到您家×××看阳台")]
    [InlineData("我家2号门601的信箱", "我家2号门×××的信箱")]
    [InlineData("隔壁15B是日租房", "隔壁×××是日租房")]
    [InlineData("从14层1404扔下来", "从14层××××扔下来")]
    [InlineData("共6层120户", "共6层120户")]
    [InlineData("2号公寓楼518，热水器漏水", "2号公寓楼×××，热水器漏水")]
    [InlineData("加微信也行：yyh19860520，", "加微信也行：×××××××××××，")]
    [InlineData("老杜住在胡同口", "××住在胡同口")]
    [InlineData("房东老付断水断电", "房东××断水断电")]
    [InlineData("老胡同改造", "老胡同改造")]
    [InlineData("护照号C4VK7Y2L9，在京工作", "护照号×××××××××，在京工作")]
    [InlineData("加我Tiger_zhang77发视频", "加我×××××_×××××××发视频")]
    [InlineData("本人Daniel Weber，德国籍", "本人×××××× ×××××，德国籍")]
    [InlineData("护工巧云偷了我的金镯子", "护工××偷了我的金镯子")]
    [InlineData("我闺女雨桐今年六月幼升小", "我闺女××今年六月幼升小")]
    [InlineData("免贵姓佴，单人旁", "免贵姓×，单人旁")]
    [InlineData("其姓占，占卜的占，反映占道", "其姓×，×卜的×，反映占道")]
    [InlineData("姓名、姓氏都不说", "姓名、姓氏都不说")]
    [InlineData("母亲是厉姓，", "母亲是×姓，")]
    [InlineData("租客弥某在屋里", "租客×某在屋里")]
    [InlineData("业主在某小区", "业主在某小区")]
    [InlineData("居民卢阿姨、满阿姨联名", "居民×阿姨、×阿姨联名")]
    [InlineData("已为利女士备案", "已为×女士备案")]
    [InlineData("家委会赵妈妈收的", "家委会×妈妈收的")]
    [InlineData("关于卓玛央金同志反映的问题", "关于××××同志反映的问题")]
    [InlineData("我叫苏布德其其格，", "我叫××××××，")]
    [InlineData("女儿其其格明年高考", "女儿×××明年高考")]
    [InlineData("【姓名】乌兰图雅【电话】", "【姓名】××××【电话】")]
    [InlineData("胸牌写着娄俊。", "胸牌写着××。")]
    [InlineData("招牌写着娄俊。", "招牌写着娄俊。")]
    [InlineData("这家叫“金百万”的分店", "这家叫“金百万”的分店")]
    [InlineData("购买的“康师傅”矿泉水", "购买的“康师傅”矿泉水")]
    [InlineData("司机茅师傅搬家时磕凹", "司机×师傅搬家时磕凹")]
    [InlineData("老人滑倒。", "老人滑倒。")]
    [InlineData("@全体邻居", "@全体邻居")]
    [InlineData("加我QQ2870199345", "加我QQ××××××××××")]
    [InlineData("人事科电话0713-8352266", "人事科电话0713-8352266")]
    [InlineData("010-67320012（单位）", "010-67320012（单位）")]
    [InlineData("临牌号吉A·临38812，", "临牌号吉A·××××××，")]
    [InlineData("对面7-601的小孩", "对面×-×××的小孩")]
    [InlineData("楼上是2-701", "楼上是×-×××")]
    [InlineData("我住的1门8号下水道堵了", "我住的×门×号下水道堵了")]
    [InlineData("1门8号线", "1门8号线")]
    [InlineData("住2楼西户，", "住×楼×户，")]
    [InlineData("住该栋203，", "住该栋×××，")]
    [InlineData("漏水点在403卫生间", "漏水点在×××卫生间")]
    [InlineData("旧表底数417。3号楼2单元501", "旧表底数417。3号楼×单元×××")]
    public void What_was_missed_once_is_hidden(string text, string masked) => Assert.Equal(masked, Masking.Mask(text));

    /// <summary>A cell is cut anywhere: 联系人：和.</summary>
    [Fact]
    public void A_text_may_end_anywhere()
    {
        foreach (var file in (string[])["tuning.tsv", "held_out.tsv", "operators.tsv", "operators_2.tsv"])
        {
            foreach (var (text, _) in Sentences(file))
            {
                for (var end = 0; end <= text.Length; end++)
                    Assert.Equal(end, Masking.Mask(text[..end]).Length);
            }
        }
        foreach (var label in (string[])["联系人：", "姓名:", "我叫", "本人", "来电人", "保安", "我是"])
        {
            for (var c = '\u4e00'; c <= '\u9fa5'; c++)
                Assert.Equal(label.Length + 1, Masking.Mask(label + c).Length);
        }
    }

    [Theory]
    [InlineData("operators.tsv")]
    [InlineData("operators_2.tsv")]
    [InlineData("operators_3.tsv")]
    public void What_stands_beside_identifiers_stays_as_it_is(string file)
    {
        var sentences = Sentences(file);
        var torn = new List<string>();
        foreach (var sentence in sentences)
        {
            var masked = Masking.Mask(sentence.Text);
            if (sentence.Torn(masked).Length > 0)
                torn.Add(masked);
        }

        Assert.True(torn.Count <= MostFalseMasks * sentences.Count, string.Join('\n', torn));
    }

    internal static List<MarkedText> Sentences(string file) =>
        MarkedText.Read(Path.Combine(AppContext.BaseDirectory, "Data", "privacy", file));

    [Fact]
    public void Masking_twice_is_masking_once_and_keeps_the_length()
    {
        foreach (
            var (text, _) in (string[])["tuning.tsv", "held_out.tsv", "operators.tsv", "operators_2.tsv", "operators_3.tsv"] is var files
                ? files.SelectMany(Sentences)
                : []
        )
        {
            var once = Masking.Mask(text);
            Assert.Equal(once, Masking.Mask(once));
            Assert.Equal(text.Length, once.Length);
        }
    }

    [Fact]
    public void What_holds_nothing_personal_is_the_same_object()
    {
        const string Text = "市民反映，丰台区大红门街道每晚22时至次日6时施工扰民，已拨打110。";

        Assert.Same(Text, Masking.Mask(Text));
    }

    [Fact]
    public void A_phone_stays_hidden_whatever_stands_around_it()
    {
        foreach (var before in new[] { "", "电话", "，", "联系人：李大山，", "每晚22时，", "3号楼", "（", "京A12345，" })
        {
            foreach (var after in new[] { "", "。", "请回电", "）", "，微信同号", " 3号楼", "转王先生" })
                Assert.DoesNotContain("13912345678", Masking.Mask($"{before}13912345678{after}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_text_can_be_masked_and_masking_it_again_changes_nothing()
    {
        const string Letters =
            "0123456789０１京A沪bX-—－ ·.（(）)：:，、@#楼号单元门室座栋层一二三五〇幺零张王欧阳建国先生女士经理老小某总市民联系人反映电话微信QQ护照车牌抖音昵称楼上家";
        var random = new Random(20250801);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Create(random.Next(30), random, (span, r) => r.GetItems(Letters, span));
            var once = Masking.Mask(text);
            Assert.Equal(text.Length, once.Length);
        }
    }

    [Theory]
    [InlineData("反映人汤德义称夜里施工。汤德义要求回复", "反映人×××称夜里施工。×××要求回复")]
    [InlineData("联系人：Emily Stone，外教", "联系人：××××× ×××××，外教")]
    [InlineData("时女士称有时停水", "×女士称有时停水")]
    [InlineData("柳副主任到场", "×副主任到场")]
    [InlineData("手机135\n00002233", "手机135\n××××××××")]
    [InlineData("手机135O0002233", "手机135××××××××")]
    [InlineData("手机135,0000,2233", "手机135,××××,××××")]
    [InlineData("旺姆卓玛反映停车", "××××反映停车")]
    [InlineData("路易·威登反映排队", "路易·威登反映排队")]
    [InlineData("招牌写着“老郑家”", "招牌写着“老郑家”")]
    [InlineData("燃气用户号20394857", "燃气用户号20394857")]
    [InlineData("班主任走马灯一样换", "班主任走马灯一样换")]
    public void What_people_write_in_haste_is_read_as_they_mean_it(string text, string expected) =>
        Assert.Equal(expected, Masking.Mask(text));

    [Theory]
    [InlineData("据王小明说，王小明家漏水", "王小明", null, "据×××说，×××家漏水")]
    [InlineData("刘伟来过，刘女士是其妻", "刘伟", null, "××来过，×女士是其妻")]
    [InlineData("其阿依古丽·买买提在场", "阿依古丽·买买提", null, "其××××·×××在场")]
    [InlineData("打6000 1234没人接", null, "60001234", "打×××× ××××没人接")]
    [InlineData("打１３８-00001234没人接", null, "13800001234", "打１３８-××××××××没人接")]
    public void What_the_row_says_of_its_caller_elsewhere_is_hidden_in_its_texts(
        string text,
        string? name,
        string? phone,
        string expected
    ) => Assert.Equal(expected, Masking.Mask(text, new KnownCaller(name, phone)));

    [Theory]
    [InlineData("张建民", "张建民")]
    [InlineData("刘伟先生", "刘伟")]
    [InlineData("阿依古丽·买买提", "阿依古丽·买买提")]
    [InlineData("保密", null)]
    [InlineData("张某", null)]
    [InlineData("王女士", null)]
    [InlineData("某单位", null)]
    [InlineData("匿名", null)]
    [InlineData("不详", null)]
    [InlineData("无", null)]
    [InlineData("张××", null)]
    [InlineData("刘*", null)]
    [InlineData("李xx", null)]
    [InlineData("王", null)]
    [InlineData("王强强强", null)]
    [InlineData("欧阳", null)]
    [InlineData("欧阳慧慧", "欧阳慧慧")]
    [InlineData("的大山", null)]
    [InlineData("木·易", null)]
    [InlineData("阿·买提", "阿·买提")]
    [InlineData(" 李大山 ", "李大山")]
    public void A_cell_for_the_name_gives_the_name_without_title_or_none(string cell, string? name) =>
        Assert.Equal(name, KnownCaller.NameIn(cell));

    [Theory]
    [InlineData("李大山", true)]
    [InlineData("62345678", true)]
    [InlineData("138-1234-5678", true)]
    [InlineData("朝阳区", false)]
    [InlineData("热线-250421-000123", false)]
    public void A_cell_that_slipped_under_another_header_is_still_known_as_personal(string cell, bool personal) =>
        Assert.Equal(personal, Masking.IsPersonal(cell));
}
