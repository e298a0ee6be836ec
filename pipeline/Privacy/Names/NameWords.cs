using System.Buffers;
using Hotspot.Privacy.Masks;

namespace Hotspot.Privacy.Names;

/// <summary>The words around personal names.</summary>
internal static class NameWords
{
    /// <summary>They follow a surname or a name; many also announce one.</summary>
    private static readonly string[] TitleWords = (
        "先生 女士 小姐 师傅 师父 大爷 大妈 大叔 大婶 大娘 大哥 大姐 大嫂 阿姨 奶奶 爷爷 叔叔 伯伯 老师 医生 大夫 护士 "
        + "经理 书记 主任 队长 所长 局长 站长 院长 校长 科长 处长 部长 区长 镇长 乡长 村长 班长 组长 店长 会长 园长 厂长 "
        + "董事长 总监 主管 警官 律师 教授 法官 会计 老板 同志 同学 老太 老头 爷子 某某 某 总 工程师 签收 "
        + "副主任 副所长 副局长 副队长 副经理 副科长 副处长 副镇长 副乡长 副书记 副区长 副院长 副校长 副总 总经理 大队长 中队长 支队长 分队长 指导员 教导员 政委 主席 委员 "
        + "大师 庭长 检察官 法警 民警 辅警 片警 探长 网格员 网格长 楼长 楼门长 社工 调解员 记者 编辑 护士长 药师 技师 教官 馆长 台长 社长 股长 工长 领队 老总 管家 嫂子 姑娘 妈妈 爸爸 "
        + "妹子 大伯 老伯 老汉 婆婆 阿婆 支书 秘书 干事 专员 助理 博士 教练 警察 掌柜 太太 夫人 姐 哥 叔 婶 嫂 伯 姨 工 队"
    ).Split(' ');

    /// <summary>After one of these a name follows, even a rare one.</summary>
    private static readonly string[] FormalWords = (
        "联系人 姓名 来电人 反映人 诉求人 投诉人 举报人 当事人 负责人 经办人 法人 代表人 代表 签收人 申请人 委托人 承租人 "
        + "出租人 经营者 收件人 寄件人 报案人 报警人 责任人 户主 户名 监护人 代理人 受害人 嫌疑人 肇事者 收款人 承办人 接待人 "
        + "回复人 办理人 处理人 求助人 咨询人 建议人 机主 车主 我叫 名叫 叫做 本名 实名 真名 市民名 "
        + "诉求者 反映者 求助者 投诉者 举报者 来访人 报修人 预约人 知情人 目击者 受害者 控制人 Mr. Mr Mrs. Mrs Ms. Ms Miss 审核人 审批人 报告人 请求人 求救人 说明人 询问人 信访人 "
        + "上访人 申诉人 记录人 填表人 联络人 对接人 担保人 见证人 承包人 发包人 产权人 使用人 驾驶人 证明人 开户人 被检查人 被处罚人 被投诉人"
    ).Split(' ');

    private static readonly string[] LooseWords = (
        "我是 本人 业主 房东 房主 店主 摊主 司机 村民 居民 市民 群众 网格员 网格长 楼长 楼门长 父亲 母亲 爸爸 妈妈 丈夫 "
        + "妻子 老公 老婆 爱人 儿子 女儿 孙子 孙女 哥哥 姐姐 弟弟 妹妹 邻居 租户 租客 住户 商户 商贩 摊贩 工人 包工头 民警 "
        + "辅警 交警 保安 员工 职工 学生 患者 病人 乘客 顾客 消费者 队员 工作人员 班主任 家属 老人 回访 致电 联系 联络 同事 "
        + "室友 舍友 朋友 管家 客服 网友 物业 其母 其父 其夫 其妻 其子 其女 其母亲 其父亲 其女儿 其妻子 老伴 老头子 孩子 闺女 小孩 孙女 外孙 侄子 外甥 岳父 岳母 "
        + "公公 婆婆 女婿 儿媳 姥姥 姥爷 舅舅 姑姑 表哥 表弟 堂哥 堂弟 前妻 前夫 男友 女友 女朋友 男朋友 叫 中介 监理 人员 债主 画家 验房师 设计师 厨师 厨师长 房管员 售货员 旅客 导游 合伙人 亲戚 长子 次子 长女 次女 侄女 姑妈 舅妈 姨妈 姨夫 我娃 我家娃 胸牌 工牌 署名 落款 "
        + "其弟 其兄 其姐 其妹 其哥 其丈夫 其儿子 其老公 其老婆 其家属 其孙 工长 领班 保洁 "
        + "管理员 楼管 水管员 协管员 巡查员 安全员 志愿者 快递员 外卖员 骑手 收银员 服务员 房客 承租方 出租方 甲方 乙方 死者 伤者 店员 "
        + "我妈 我爸 他妈 她妈 他爸 我姐 我弟 我哥 我妹 我爷 我奶 儿童 女童 男童 幼儿 孕妇 学员 一队 二队 三队 四队 五队 中队 大队 巡查组 "
        + "护工 月嫂 保姆 老板娘 徒弟 媳妇 嫂子 弟媳 妹夫 姐夫 孙子 双胞胎 宝宝 执法人员 受理员 话务员 调解员 书记员 城管 站务员 值班员 安检员"
    ).Split(' ');

    public static readonly WordIndex Titles = new(TitleWords);
    public static readonly WordIndex Formal = new(FormalWords);

    /// <summary>All that announce a name; titles do too (经理王建国).</summary>
    public static readonly WordIndex Labels = new([
        .. FormalWords,
        .. LooseWords,
        .. TitleWords.Where(word => word.Length > 1 && word is not ("某某" or "工程师" or "签收")),
    ]);
    public static readonly IReadOnlyList<string> All = [.. TitleWords, .. FormalWords, .. LooseWords];

    /// <summary>Titles and labels, for one look that refuses most places.</summary>
    public static readonly WordIndex Any = new(All);

    /// <summary>Between label and name.</summary>
    public static readonly WordIndex Between = new(
        "姓名",
        "名字",
        "是",
        "为",
        "叫",
        "系",
        ":",
        "：",
        " ",
        "\u3000",
        "（",
        "(",
        "“",
        "名",
        "】",
        "写着"
    );

    /// <summary>A name may begin after these even inside a sentence.</summary>
    public static readonly WordIndex Openers = new([
        .. FormalWords,
        .. LooseWords,
        .. TitleWords.Where(word => word.Length > 1),
        "是",
        "关于",
        "由",
        "与",
        "和",
        "找",
        "给",
        "向",
        "对",
        "跟",
        "被",
        "为",
        "叫",
        "让",
        "请",
        "的",
        "了",
        "称",
        "问",
        "见",
        "替",
        "同",
        "至",
        "到",
        "约",
        "托",
        "帮",
        "及",
        "反映",
        "方",
        "员",
        "人",
        "村",
        "区",
        "系",
        "将",
        "把",
        "对方",
        "司",
        "店",
        "厅",
        "族",
        "还有",
        "要求",
        "居委会",
        "村委会",
        "业委会",
        "派出所",
        "街道办",
        "办事处",
        "社区",
        "公司",
        "医院",
        "学校",
        "工地",
        "中队",
        "大队",
        "楼上",
        "楼下",
        "隔壁",
        "对门",
    ]);

    /// <summary>After 联系人： these name nobody.</summary>
    public static readonly WordIndex Nobody = new(
        (
            "保密 匿名 不详 未知 没有 暂无 本人 同上 物业 社区 居委 村委 市民 居民 业主 来电 拒绝 不愿 不便 街道 单位 无 同 "
            + "另 见 某 详 以上 以下 多人 全体 您好 你好 大家 如下"
        ).Split(' ')
    );

    /// <summary>Words that may follow a name directly.</summary>
    public static readonly WordIndex After = new([
        .. TitleWords.Where(word => word.Length > 1),
        .. (
            "反映 表示 表态 电话 手机 来电 称 说 投诉 举报 咨询 求助 建议 催 身份证 联系 微信 住 家 居住 现 于 在 的 和 "
            + "与 及 向 等 沟通 协商 态度 不 拒 已 未 将 把 被 因 对 从 每天 天天 经常 长期 多次 擅自 私自 违 占 承诺 答应 答复 "
            + "告知 到 来 去 正在 进行 提出 要求 希望 认为 发现 没 无 有 是 今年 现年 本人 行动 半夜 晚上 早上 夜间 凌晨 "
            + "装修 施工 受 住院 讨薪 欠 拖欠 涨 走失 死亡 性别 年龄 男 女 处 签 接 带 否认 名下 所述 上小学 上学 也 却 仍 "
            + "还 又 再次 通过 以 给 让 就 曾 需 想 请 为 共 现场 打 骂 养 经营 负责 出示 提供 当 邮箱 车牌 地址 及其 "
            + "骗 霸占 堆 停 砸 殴 威胁 辱 立即 已经 当场 不予 随意 私 强行 故意 多年 常年 卖 开 租 雇 养狗 遛狗 占用 堵 系 所为 调解 处理 检查 出警 执勤 值班 信访 上访 到达 赶到 赴 前往"
        ).Split(' '),
    ]);

    private const int LongestShop = 6;

    /// <summary>出面, 对面: no noodles.</summary>
    private const string FacesBefore = "出对方表里路地上下前后外见当全墙";

    /// <summary>What a shop named after a person sells or is, directly after the name.</summary>
    private static readonly WordIndex Shops = new(
        (
            "餐厅 火锅 麻辣 酒楼 饭庄 超市 包子 饺子 米线 拉面 炖 烤 炸 卤 小吃 理发 家羊 家牛 家菜 驴肉 火烧 煎饼 红烧 凉皮 烧饼 馄饨 串 鸭 奶茶 蛋糕 水果 便利 "
            + "烧烤 修车 修鞋 开锁 搬家公 搬家店 搬家部 水饺 汤包 生煎 炸鸡 酸奶 炒货 熟食 粮油 五金 诊所 家常 大虾 土菜 私房 美容 美发 养生 足疗 按摩 热干 豆腐 鱼"
        ).Split(' ')
    );

    private static readonly WordIndex SignsBefore = new(
        "司叫",
        "家叫",
        "厂叫",
        "园叫",
        "牌叫",
        "店名叫",
        "店名为",
        "店名是",
        "店名",
        "店叫",
        "招牌",
        "写着",
        "印着",
        "字号",
        "品牌"
    );
    private const int LongestSlogan = 4;
    private const int LongestFirm = 5;

    /// <summary>Last characters of what firms and wares are called.</summary>
    private static readonly SearchValues<char> Firms = SearchValues.Create("店铺馆坊厅吧牌楼水酒面粉超园心");

    /// <summary>胸牌写着娄俊: of a person, no board.</summary>
    private static readonly WordIndex Badges = new("胸牌", "工牌", "名牌", "证件", "署名");
    private static readonly WordIndex SignsAfter = new("卡片", "广告", "小广告", "招牌", "传单", "字样", "品牌");

    /// <summary>店名叫王先生, 写着“老郑家”, “张医生”卡片: what a board or a leaflet says.</summary>
    public static bool IsSign(ReadOnlySpan<char> text, int start, int end)
    {
        if (start <= 0)
            return false;
        var quoted = text[start - 1] is '“' or '"' or '「';
        var before = text[..(start - (quoted ? 1 : 0))];
        if (SignsBefore.LengthBefore(before, 3) is > 0 and var sign)
            return Badges.LengthBefore(before[..^sign], 2) == 0;
        return quoted && end < text.Length && IsBoard(text[end..]);
    }

    /// <summary>“张医生”卡片, “金百万”的分店, “康师傅”矿泉水, “曾嫂甜酒”: the quotation ends soon, and a firm or a ware is told by it.</summary>
    private static bool IsBoard(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, LongestSlogan)].IndexOfAny('”', '"', '」');
        if (end < 0)
            return false;
        if (end > 0)
            return !After.IsIn(rest[..end]) && !Speaking.IsIn(rest[..end]);
        rest = rest[1..];
        var firm = rest[..Math.Min(rest.Length, LongestFirm)].IndexOfAnyExceptInRange('\u4e00', '\u9fff');
        return SignsAfter.LengthAt(rest) > 0 || rest[..(firm < 0 ? Math.Min(rest.Length, LongestFirm) : firm)].ContainsAny(Firms);
    }

    /// <summary>李先生牛肉面, 张师傅修车铺: the name of a firm, which stays.</summary>
    public static bool IsShop(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && Shops.LengthAt(text[at..]) > 0)
            return true;
        for (var end = Math.Min(text.Length, at + LongestShop); at < end && !NameShape.IsBound(text, at); at++)
        {
            // 虞女士所购商铺: what the person does.
            if (text[at] is '所' or '购' or '买' or '租')
                return false;
            if (text[at] is '店' or '铺' or '馆' or '坊' || (text[at] == '面' && !FacesBefore.Contains(text[at - 1])))
                return true;
        }
        return false;
    }

    /// <summary>What tells who a person is, directly after the name.</summary>
    private static readonly string[] DescribedWords = (
        "，男 ，女 ,男 ,女 （男 （女 (男 (女 ，身份证 ，电话 ，手机 ：电话 （电话 （手机 (电话 (手机 ，汉族 ，回族 ，满族 ，藏族 ，蒙古族 ，维吾尔族 ，维族 ，朝鲜族 ，苗族 ，壮族 ，彝族 "
        + "，土家族 ，日本籍 ，韩国籍 ，美国籍 ，外籍 ，现年 ，今年 ，年龄 ，微信 ，住"
    ).Split(' ');

    public static readonly WordIndex Described = new(DescribedWords);

    /// <summary>At the beginning of a clause a name before one of these is a person who speaks.</summary>
    public static readonly WordIndex Speaking = new([
        .. DescribedWords,
        .. ("反映 来电 致电 投诉 举报 咨询 求助 表示 称 签收 身份证 联系电话 手机号 认为 觉得 说 要求 希望 询问 质疑 指出").Split(' '),
    ]);
}
