using System.Globalization;
using System.Text;

namespace Hotspot.Tests.Journeys;

/// <summary>Small exports made by hand, in the layouts of the field.</summary>
internal static class Exports
{
    private const string CityHeader =
        "工单编号,工单类型,问题分类,标签,标题,主要内容,工单状态,来电人,来电人电话/账号,被反映区,被反映街乡镇,办理结果,回复内容,处理受理方式,办结时间,企业名称,是否解决,是否满意,工单性质,村/社区,小区点位";

    private static readonly (string District, string Street, string Place)[] Places =
    [
        ("朝阳区", "望京街道", "望京西园四区"),
        ("海淀区", "中关村街道", "科学院南路"),
        ("丰台区", "大红门街道", "石榴庄路口"),
        ("朝阳区", "双井街道", "九龙山东工地"),
    ];

    /// <summary>The city's 21 columns without the time of the call: the day stands in the order number only.</summary>
    public static string CityWithoutCallTime(DateOnly from, int days, int perDay) =>
        Lines(CityHeader, from, days, perDay, (at, n) => $"热线-{at:yyMMdd}-{n:000000},{CityCells(n)}");

    /// <summary>The same with 来电时间 in front.</summary>
    public static string City(DateOnly from, int days, int perDay) =>
        Lines(
            "来电时间," + CityHeader,
            from,
            days,
            perDay,
            (at, n) => $"{at:yyyy-MM-dd HH:mm:ss},热线-{at:yyMMdd}-{n:000000},{CityCells(n)}"
        );

    /// <summary>The bureau's register of stream A, 23 columns.</summary>
    public static string StreamA(DateOnly from, int days, int perDay) =>
        Lines(
            "登记编号,诉求编号,派发时间,登记时间,来源,诉求类型,诉求类型一级,诉求类型二级,诉求类型三级,标题,主要内容,诉求人,联系电话,区级,街/乡/镇,详细地址,承办单位,工单状态,办结时间,解决类型,是否为驳回件,办理结果,备注",
            from,
            days,
            perDay,
            (at, n) =>
            {
                var (district, street, place) = Places[n % Places.Length];
                return $"DJ{at:yyyyMMdd}{n:0000},热线-{at:yyMMdd}-{n:000000},{at:yyyy/M/d H:mm},{at.AddMinutes(86):yyyy/M/d H:mm},12345,投诉,城市管理,施工管理,夜间施工扰民,夜间施工,反映{place}夜间施工。,赵某,13{n % 1000:000}000{n % 1000:000},{district},{street},{place},某公司,办结,{at.AddDays(2):yyyy-MM-dd HH:mm:ss},已解决,否,已处理,";
            }
        );

    /// <summary>The register of stream B: 被反映区, 问题点位, 一/二/三级问题.</summary>
    public static string StreamB(DateOnly from, int days, int perDay) =>
        Lines(
            "工单编号,来电时间,被反映区,被反映街乡镇,问题点位,主要内容,一级问题,二级问题,三级问题,是否联系,是否解决,是否满意",
            from,
            days,
            perDay,
            (at, n) =>
            {
                var (district, street, place) = Places[n % Places.Length];
                return $"热线-{at:yyMMdd}-{n:000000},{at:yyyy-MM-dd HH:mm},{district},{street},{place},反映{place}占道经营。,城市管理,占道经营,流动摊贩,是,解决,{(n % 3 == 0 ? "满意" : "基本满意")}";
            }
        );

    private static string CityCells(int n)
    {
        var (district, street, place) = Places[n % Places.Length];
        return $"诉求,城市管理->占道经营->流动摊贩,,占道经营,反映{place}有人占道经营。,回复完成,李某,13{n % 1000:000}0001{n % 100:00},{district},{street},已处理,已回复,电话,,,解决,满意,直派,,{place}";
    }

    private static string Lines(string header, DateOnly from, int days, int perDay, Func<DateTime, int, string> row)
    {
        var text = new StringBuilder(header).Append('\n');
        var number = 0;
        for (var day = 0; day < days; day++)
        for (var i = 0; i < perDay; i++)
        {
            var at = from.AddDays(day).ToDateTime(new TimeOnly((7 + 5 * i) % 24, 17 * (i + 1) % 60, 11));
            text.Append(CultureInfo.InvariantCulture, $"{row(at, ++number)}\n");
        }
        return text.ToString();
    }
}
