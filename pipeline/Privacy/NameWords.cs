namespace Hotspot.Privacy;

/// <summary>The words around personal names.</summary>
internal static class NameWords
{
    /// <summary>They follow a surname or a name; many also announce one.</summary>
    private static readonly string[] TitleWords = (
        "先生 女士 小姐 师傅 师父 大爷 大妈 大叔 大婶 大娘 大哥 大姐 大嫂 阿姨 奶奶 爷爷 叔叔 伯伯 老师 医生 大夫 护士 "
        + "经理 书记 主任 队长 所长 局长 站长 院长 校长 科长 处长 部长 区长 镇长 乡长 村长 班长 组长 店长 会长 园长 厂长 "
        + "董事长 总监 主管 警官 律师 教授 法官 会计 老板 同志 同学 老太 老头 爷子 某某 某 总 工程师 签收"
    ).Split(' ');

    /// <summary>After one of these a name follows, even a rare one.</summary>
    private static readonly string[] FormalWords = (
        "联系人 姓名 来电人 反映人 诉求人 投诉人 举报人 当事人 负责人 经办人 法人 代表人 代表 签收人 申请人 委托人 承租人 "
        + "出租人 经营者 收件人 寄件人 报案人 报警人 责任人 户主 户名 监护人 代理人 受害人 嫌疑人 肇事者 收款人 承办人 接待人 "
        + "回复人 办理人 处理人 求助人 咨询人 建议人 机主 车主 我叫 名叫 叫做 本名 实名 真名 市民名"
    ).Split(' ');

    private static readonly string[] LooseWords = (
        "我是 本人 业主 房东 房主 店主 摊主 司机 村民 居民 市民 群众 网格员 网格长 楼长 楼门长 父亲 母亲 爸爸 妈妈 丈夫 "
        + "妻子 老公 老婆 爱人 儿子 女儿 孙子 孙女 哥哥 姐姐 弟弟 妹妹 邻居 租户 租客 住户 商户 商贩 摊贩 工人 包工头 民警 "
        + "辅警 交警 保安 员工 职工 学生 患者 病人 乘客 顾客 消费者 队员 工作人员 班主任 家属 老人 回访 致电 联系 联络 同事 "
        + "室友 舍友 朋友 管家 客服 网友 物业"
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

    /// <summary>Between label and name.</summary>
    public static readonly WordIndex Between = new("姓名", "名字", "是", "为", "叫", "系", ":", "：", " ", "\u3000", "（", "(", "“", "名");

    /// <summary>A name may begin after these even inside a sentence.</summary>
    public static readonly WordIndex Openers = new([
        .. FormalWords,
        .. LooseWords,
        .. TitleWords.Where(word => word.Length > 1),
        "是",
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
    ]);

    /// <summary>After 联系人： these name nobody.</summary>
    public static readonly WordIndex Nobody = new(
        (
            "保密 匿名 不详 未知 没有 暂无 本人 同上 物业 社区 居委 村委 市民 居民 业主 来电 拒绝 不愿 不便 街道 单位 无 同 "
            + "另 见 某 详 以上 以下 多人 全体"
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
            + "还 又 再次 通过 以 给 让 就 曾 需 想 请 为 共 现场 打 骂 养 经营 负责 出示 提供 当 邮箱 车牌 地址 及其"
        ).Split(' '),
    ]);

    /// <summary>At the beginning of a clause a name before one of these is a person who speaks.</summary>
    public static readonly WordIndex Speaking = new(
        ("反映 来电 致电 投诉 举报 咨询 求助 表示 称 签收 ，男 ，女 ,男 ,女 ，身份证 ，电话 ，手机 身份证 联系电话 手机号").Split(' ')
    );
}
