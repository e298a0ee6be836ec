using System.Buffers;
using Hotspot.Privacy.Masks;

namespace Hotspot.Privacy.Names;

/// <summary>
/// Frequent surnames, and characters that no given name holds. Left out are surnames that are mostly function words in complaints
/// (于 和 向 时 从 方 应 常 经 车 …): a missed rare name is weighed against words torn in thousands of texts.
/// </summary>
internal static class Surnames
{
    private static readonly SearchValues<char> Single = SearchValues.Create(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅"
            + "白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤庞尚温康施文牛樊葛邢齐易乔伍颜倪鲁殷翟詹申欧耿聂焦左柳甘祝包宁符舒阮"
            + "柯纪梅童凌毕单季裴霍涂苗曲盛翁冉骆路游靳辛管柴蒙鲍华喻祁房滕屈饶解牟艾尤穆卜连丛岳苑蔺佟郎商郁褚娄窦卞巩邬栾桑冀边仇车宫关冷"
            + "于方常安洪卫成应向时和项章简查车卓佘晏池辜乐宗景厉隋强沙米池封计伏戚岑尧占臧席蓝麻隆原费班鞠敖俞危柏水花平元卿糜干井晁幸楼练鹿闵尉迟仲裘巫荣谷"
            + "权农屠暴幺师双逯储谌寇咸逄明郜匡战党迟国宿禹揭邸苟苑竺闻莘翦晋楚初冼奚刁虞支晓谯缪亓木云印阴寻步浦闪衡栗"
            + "昌凤酆廉皮萧湛狄贝谈茅昝宣贲杭诸吉钮嵇滑荀羊於惠甄芮羿汲邴松富乌巴弓牧隗宓蓬郗仰秋伊钭戎祖束韶蓟薄蒲邰鄂索赖胥苍贡姬宰郦雍璩桂濮寿扈燕郏庄瞿慕茹宦容古慎戈庾暨弘禄阙东殳沃蔚夔厍融訾阚毋乜丰巢蒯荆桓粟仝哈撒冶洛矫"
            + "芦植丘鄢稽朴綦况仉郇撖庹泮邝税拜漆苌旷雒劳宛麦肇亢俎粘缑笪盖续习冒"
            + "郤贠佴侍俸钦勾蹇闾禤恽郅茆芈仵忻芶銮郯邾冮呙戢睢禚虢遆邗镡颉甯"
    );

    /// <summary>Surnames that are usually words of their own; alone they count only after a mark, and names only where the rest is sure.</summary>
    private static readonly SearchValues<char> Weak = SearchValues.Create(
        "单路连解管关车边房商包宫于方常安卫成应向时和项章简查乐宗景强沙米封计伏席蓝麻隆原费班危水花平元干井幸楼练荣谷权农双师储咸明战党国初支晓宿暴迟"
            + "盛曲游华宁齐万左白金石高江文武申温田段史牛任童季焦龙梅柳冷祝辛毕苗木云印阴寻步栗"
            + "廉皮谈宣惠富祖容古东丰庄松植况税拜漆旷劳麦粘盖续稽习冒侍钦勾"
    );

    /// <summary>Rare surnames that are everyday characters: the rules would tear too many words, the judge of names weighs them.</summary>
    public const string Everyday =
        "回买黑那檀让者冒敬户把同藏化别海开门火青才正洪善母由行但过次后直底信山来么所介线闪赏刀绳宝南北东西阳兰玉银全帅鲜盘豆智展修普满官衣种利慈厚";

    /// <summary>Of these few are words before a title: 满阿姨, 都同志.</summary>
    private const string BeforeTitles = "满官衣种利慈厚都弥区善火海宝山阳兰玉银豆智普敬鲜赏";

    /// <summary>Function words that are surnames too: 医和护士, 原主管. Alone they are none, and few characters make a name with them.</summary>
    private static readonly SearchValues<char> Function = SearchValues.Create("和于向应时原成从明");
    private static readonly SearchValues<char> AfterFunction = SearchValues.Create(
        "家学长老会有市政人员主业居该近此年日月未无已曾多间段候内外后前点"
    );

    /// <summary>Words that end in a surname: 主管经理, 工程经理, 保安大爷, 语文老师.</summary>
    private static readonly WordIndex WordEnds = new(
        (
            "工程 过程 流程 课程 进程 全程 保安 公安 治安 西安 长安 城管 主管 物管 网管 交管 房管 监管 协管 出租车 开车 停车 "
            + "修车 卡车 货车 汽车 校车 公积金 亲戚 基金 资金 园林 语文 中文 英文 作文 主任 责任 担任 前任 现任 上任 新任 历任 "
            + "时任 兼任 继任 首任 信任 历史 门卫 公司 音乐 儿童 健康 清华 防洪 业余 其余 感谢 谢谢 多谢 答谢 导游 公关 有关 托管 "
            + "相关 机关 海关 社区 楼房 住房 厨房 药房 库房 营商 厂商 电商 开发商 承包 外包 面包 对方 校方 店方 警方 官方 院方 "
            + "双方 我方 甲方 乙方 地方 施工方 物业方 那边 旁边 这边 路边 线路 公路 铁路 最高 提高 高中 初中 一支 值班 上班 "
            + "下班 跟班 带班 设计 统计 审计 美容 收费 缴费 物业费 养花 送水 自来水 支付 订单 菜单 平安 和平 党支 国家 全国 "
            + "中国 外国 也许 允许 每周 上周 本周 下周 一周 周周 非常 经常 正常 平时 当时 及时 有时 临时 小时 同时 长时"
        ).Split(' ')
    );

    public static readonly string[] Compound = (
        "欧阳 司马 诸葛 上官 皇甫 令狐 慕容 尉迟 长孙 东方 夏侯 司徒 公孙 端木 宇文 澹台 申屠 轩辕 钟离 赫连 西门 南宫 "
        + "百里 鲜于 呼延 独孤 万俟 闻人 公冶 闾丘 濮阳 完颜 拓跋 相里 纳兰 叶赫 那拉 单于 淳于 太叔 仲孙 公羊 宗政 乐正 "
        + "左丘 东郭 亓官 司寇 巫马 漆雕 梁丘 南荣 达奚 富察 佟佳 章佳 谷梁 山田 佐藤 铃木 渡边 伊藤 加藤 吉田 山本 斋藤 近藤 "
        + "高桥 佐佐木 松本 井上 木村 山崎 池田 桥本 藤田 冈田 长谷川 村上 坂本 远藤 藤井 西村 三浦 藤原 冈本 中川 小野寺 酒井"
    ).Split(' ');

    /// <summary>Words that begin with a surname and are no name.</summary>
    private static readonly WordIndex Words = new(
        (
            "于是 方案 方面 方法 安排 安装 安静 常见 常住 应该 应急 应答 时间 时常 和谐 和平 成立 成为 项目 向阳 明显 明天 "
            + "国家 国庆 原因 原来 平时 平台 平安 元旦 水泥 水管 花园 花钱 强烈 强制 计划 干扰 干净 支持 支付 初步 战士 党员 "
            + "党支 单位 商店 商业 商户 路面 路边 路口 连接 关于 关门 关闭 车辆 车主 边缘 房屋 房子 房东 包装 解决 解释 管理 "
            + "万一 温暖 白酒 小费 小康 查处 查看 简单 简易 师傅 权益 双方 双井 安定 安贞 安慧 和义 成寿 景山 花乡 双桥 双榆 "
            + "管庄 平房 平谷 米粉 高碑 高家 金融 金盏 金顶 白石 白纸 石佛 石景 石榴 孙河 康家 黄村 李桥 李遂 方庄 郝家 王四 "
            + "海淀 郭庄 何各 魏公 张贵 周口 周先 文艺 宋家 祁家 谢家 崔各 黑庄 来广 左家 永定 房山 门头 大兴 通州 顺义 沙河 "
            + "苏家 段落 毛巾 毛病 路段 周转 陆地 古城 江苏 江西 河北 河南 湖南 云南 武汉 武警 武圣 易拉 田村 田园 龙泽 龙潭 "
            + "龙湾 龙跃 华联 华北 华威 温馨 施救 叶片 白云 白家 高兴 高新 高德 金宝 金鱼 石块 石板 石油 石墙 石子 林业 严查 "
            + "左转 文体 文娱 文物 申报 申领 万达 万科 万寿 万丰 万柳 齐心 冷库 冷气 冷饮 祝福 牛奶 钟声 辛苦 辛店 游乐 游商 "
            + "曲折 盛夏 毕业 毕竟 余年 余元 史家 任职 童年 季度 焦急 焦虑 梅花 柳芳 付款 付费 付出 宁愿 雷声 雷达 马甸 马坊 "
            + "马池 马坡 康庄 项链 顾虑 包含 尤为 艾滋 鲍鱼 乐园 乐队 封闭 封路 封条 席位 麻将 麻烦 荣誉 谷歌 农村 农民 农贸 "
            + "师范 储存 国贸 国展 沙土 沙尘 沙发 井盖 井口 楼道 楼下 楼上 楼顶 练习 练歌 仲裁 尉氏 明确 明知 支队 支路 晓月 "
            + "宿舍 迟迟 费用 花盆 花卉 水电 水井 隆福 原告 原有 强行 强光 强拆 伏天 干活 元素 权利 双休 国道 党建 危险 占用 "
            + "占道 占地 平方 平米 平整 成本 成年 简直 应对 向上 向西 常委 安保 安检 安宁 卫生 卫星 车位 车库 车流 车道 章鱼 "
            + "景观 景泰 班车 班级 宗旨 原址 米左 周末 严肃 松柏 富裕 古树 丰台 容易 容积 谈话 宣传 惠民 祖国 关注 高三 高二 "
            + "高一 任课 任教 初一 初三 关心 申请 周日 周一 周二 周三 周四 周五 周六 周围 周边 周期 高度 高速 高层 高考 高中 "
            + "高峰 高档 高空 高温 金额 金属 万元 马路 马上 马桶 石头 石料 黄色 黄牌 白天 白色 夏天 夏季 王府 康复 雷雨 林地 "
            + "林木 毛坯 任何 任意 严重 常年 管道 温度 温泉 方便 江水 武装 段时 贺卡 戴口 钱款 任务 程度 梁柱 龙头 龙湖 孔洞 "
            + "施工 施肥 申诉 文化 文明 文字 文件 宁可 宋庄 马连 梅市 左右 左侧 左边 冷水 游客 游泳 路灯 安全 尤其 卜卦 丛林 "
            + "童装 祝您 舒适 符合 欧式 顾客 古树 陆续 曲艺 盛大 成都 应当 景区 包括 凌晨 季节 单独 霍营 常常 齐全 易燃 易爆 "
            + "樊家 沙子 华为 阳光 乔木 肖像 牛街 牛肉 羊肉 叶子 苗木 苗圃 柳树 柳絮 杨树 杨絮 杨柳 李子 朱红 郭公 何时 何处 "
            + "何人 罗列 许多 许可 曾经 曾向 曾多 曾在 谢谢 余款 余下 邻居 严禁 严格 孟村 贾家 丁字 丁香 史上 侯家 张贴 张家 "
            + "张灯 程序 傅家 汪汪 彭家 方向 方式 董事 薛家 秦皇 钟表 姜庄 范围 陈旧 陈述 徐徐 胡同 胡乱 吴家 梁家 唐家 潘家 "
            + "蔡家 田地 田间 袁家 邓小 蒋家 沈家 韩家 冯家 曹家 肖家 余家 赵家 刘家 杨家 马家 马驹 林萃 何以 兰州 兰花 阳台 阳坊 阳性 植物 植树 植被 官方 官网 官司 银行 银河 铁路 铁门 铁皮 铁丝 铁栏 铁架 铁板 铁轨 "
            + "铁营 铁匠 铁艺 呼吸 呼叫 呼救 呼吁 海关 海鲜 海报 海边 海底 海外 况且 代表 代理 代办 代码 代驾 敬请 敬老 展览 展示 展台 展会 修建 修车 修路 "
            + "修理 修缮 修复 修剪 修补 修脚 凡是 税务 智能 智慧 拜托 拜访 漆黑 旷工 劳动 劳务 劳资 劳累 帅哥 越来 越过 越野 诺言 麦当 麦克 粘贴 盖楼 盖房 盖板 "
            + "盖子 盖章 续签 续费 续租 续保 师姐 师哥 木工 水工 包工 习惯 冒烟 冒充 冒用 代言 代课 代替 代收 代缴 代管 代班 代价 常言 平均 单纯 双双 富之 定性 定编 定期 "
            + "万分 撒谎 撒泼 施压 施暴 智力 劳工 班主 连周 连续 连日 连夜 连接 连锁 连带 连同 连年 高频"
        ).Split(' ')
    );

    private static readonly WordIndex CompoundIndex = new(Compound);

    /// <summary>Characters of the surname at the beginning of the text: 0, 1 or 2.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        if (text.Length >= 2 && CompoundIndex.LengthAt(text) == 2)
            return 2;
        return Single.Contains(text[0]) ? 1 : 0;
    }

    /// <summary>True where the text begins with a common word that only looks like surname and given name.</summary>
    public static bool IsWord(ReadOnlySpan<char> text) => Words.LengthAt(text) > 0;

    /// <summary>A rare surname that no rule knows, before a title.</summary>
    public static bool IsRareBeforeTitle(char c) => BeforeTitles.Contains(c);

    public static bool IsFunctionWord(char c) => Function.Contains(c);

    /// <summary>和家长, 应有, 向市政: a function word and what it belongs to.</summary>
    public static bool IsPhrase(ReadOnlySpan<char> name) => Function.Contains(name[0]) && name[1..].ContainsAny(AfterFunction);

    public static bool IsWeak(char c) => Weak.Contains(c);

    /// <summary>The character before <paramref name="end"/> is the last of a common word.</summary>
    public static bool EndsWord(ReadOnlySpan<char> text, int end) => WordEnds.LengthBefore(text[..end], 3) > 0;
}
