using System.Buffers;

namespace Hotspot.Privacy.Masks;

/// <summary>What stands before a number: the number of a thing, a phone, an office?</summary>
internal static class NumberContext
{
    private const int SerialDistance = 8;
    private const int OfficeDistance = 16;
    private static readonly SearchValues<char> Stops = SearchValues.Create("。；;！？!?\n");
    private static readonly string[] Serials = (
        "编号 单号 订单 工单 案号 案件 合同 流水 批号 批次 条码 许可 执照 注册号 信用代码 证书 决定书 税号 快递 运单 "
        + "序列号 型号 设备 杆号 井盖 字第 发票 票号 备案 面积 户号 用户号 客户号 表号 缴费号 编码"
    ).Split(' ');

    /// <summary>Behind one of those they make the number a person's again: 工单联系电话. 号码 and 来电 do not: 工单号码.</summary>
    private static readonly WordIndex Callers = new("电话 手机 联系 另 备用 致电 拨打 机主 回拨".Split(' '));
    private static readonly string[] Contacts = "tel phone mobile wx vx v qq weixin wechat dh sj call t m".Split(' ');

    /// <summary>A landline after one of these belongs to an office or a firm.</summary>
    private static readonly WordIndex Offices = new(
        (
            "总机 客服 服务 热线 值班 报修 物业 公司 集团 派出所 居委会 村委会 街道办 办事处 医院 卫生院 学校 幼儿园 售楼 前台 "
            + "酒店 宾馆 饭店 餐厅 商场 超市 监督 举报电话 投诉电话 咨询电话 咨询 办公电话 办公室 银行 工地 项目部 门店 中心 大厅 "
            + "窗口 政府 委员会 大队 支队 交通队 城管 管理处 管理所 供热 供暖 燃气 自来水 供电 店铺 营业厅 公示 公布 "
            + "商家 商户 店家 饭馆 餐馆 车站 机场 法院 检察院 税务 企业 快递 驿站 菜站 市场 景区 公园 酒楼 订餐 养老院 "
            + "局电话 科电话 处电话 站电话 所电话 办电话 承办人 承办单位 经办人 现场负责人"
        ).Split(' ')
    );

    /// <summary>Between office and number these make the line a person's again.</summary>
    private static readonly WordIndex Persons = new(
        ("本人 我 家 宅 反映人 来电人 诉求人 投诉人 市民 联系人 居民 业主 先生 女士 手机 号主 机主 其电话 回电").Split(' ')
    );

    private static readonly WordIndex PhoneWords = new(
        ("电话 座机 固话 宅电 手机 小灵通 联系方式 致电 致 拨打 来电 回电 号码 联系 热线是 tel Tel TEL Phone " + "phone").Split(' ')
    );

    /// <summary>Letters stand directly before it (swj…, AH…), or a word such as 订单 shortly before: a number of a thing.</summary>
    public static bool IsSerial(ReadOnlySpan<char> text, int start)
    {
        var before = Clause(text, start, SerialDistance);
        foreach (var word in Serials)
        {
            // 工单联系电话: the nearer word tells.
            if (before.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at && !Callers.IsIn(before[(at + word.Length)..]))
                return true;
        }
        var from = start;
        while (from > 0 && Digit.IsLetter(text[from - 1]))
            from--;
        if (from == start)
            return false;
        foreach (var contact in Contacts)
        {
            if (text[from..start].Equals(contact, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }

    public static bool IsAmount(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] is '元' or '万' or '亿' or '吨' or '块' or '平' or '㎡' or '米' or '户' or '人' or '件' or '%'
        || (end + 1 < text.Length && text[end] is '.' or '．' && Digit.Is(text[end + 1]));

    public static bool IsPhone(ReadOnlySpan<char> text, int start) => PhoneWords.IsIn(Clause(text, start, 8));

    /// <summary>Office or firm in the same clause, and no person between it and the number; or 010-67320012（单位）.</summary>
    public static bool IsOffice(ReadOnlySpan<char> text, int start, int end)
    {
        if (end + 2 < text.Length && text[end] is '（' or '(' && text[(end + 1)..] is ['单', '位', ..] or ['办', '公', ..])
            return true;
        var before = Clause(text, start, OfficeDistance);
        var office = -1;
        for (var at = Offices.Find(before, 0); at >= 0; at = Offices.Find(before, at + 1))
            office = at + Offices.LengthAt(before[at..]);
        return office >= 0 && !Persons.IsIn(before[office..]);
    }

    public static bool Follows(ReadOnlySpan<char> text, int start, string[] words, int distance)
    {
        var before = Clause(text, start, distance);
        foreach (var word in words)
        {
            if (before.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Up to so many characters before, not beyond the end of a sentence.</summary>
    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> text, int start, int distance)
    {
        var before = text[Math.Max(0, start - distance)..start];
        var stop = before.LastIndexOfAny(Stops);
        return stop < 0 ? before : before[(stop + 1)..];
    }
}
