namespace Hotspot.Tests.Cuts;

/// <summary>Sentences as people type them, one a line, and what they ask. Today is Saturday 2026-11-28, the data reach to the day before.</summary>
internal static class SentenceTable
{
    /// <summary>The options that a sentence is read as.</summary>
    public const string Understood = """
        朝阳区以外各区 | --except 朝阳区 --by district
        除朝阳区外各区投诉 | --except 朝阳区 --by district
        除了朝阳、海淀以外的区上月夜间施工 | --period 2026-10 --except 朝阳,海淀 --issue 夜间施工
        上月除夜间施工和露天烧烤外的投诉按街道 | --period 2026-10 --except 夜间施工,露天烧烤 --by street
        朝阳区以外的区按问题类型前5 | --except 朝阳区 --by issue --top 5
        不含朝阳区 | --except 朝阳区
        剔除朝阳区 | --except 朝阳区
        朝阳区除望京街道外上月按街道 | --period 2026-10 --district 朝阳区 --except 望京街道 --by street
        除朝阳区望京街道外上月按街道 | --period 2026-10 --except 朝阳区/望京街道 --by street
        不含海淀、丰台的夜间施工上月按区 | --period 2026-10 --except 海淀,丰台 --issue 夜间施工 --by district
        除城六区外各区店外经营上月 | --period 2026-10 --except 东城区,西城区,朝阳区,海淀区,丰台区,石景山区 --by district --issue 店外经营
        除夜间施工外其他各类问题上月 | --period 2026-10 --except 夜间施工 --by issue
        上月投诉量超过100的街道 | --period 2026-10 --measure complaints --at-least 101 --by street
        上月投诉量超过100的按街道 | --period 2026-10 --measure complaints --at-least 101 --by street
        上月按点位 10件以上 | --period 2026-10 --by place --at-least 10
        上月各街道不少于二十件的 | --period 2026-10 --by street --at-least 20
        上周朝阳区夜间施工 | --period 2026-W47 --district 朝阳区 --issue 夜间施工
        上周各区投诉量 | --period 2026-W47 --by district --measure complaints
        上个月各街道投诉排名前十 | --period 2026-10 --by street --top 10
        近30天双井街道投诉情况 | --from 2026-10-29 --to 2026-11-27 --street 双井街道
        最近一个月海淀的露天烧烤 | --from 2026-10-28 --to 2026-11-27 --district 海淀 --issue 露天烧烤
        今年以来各区的诉求量 | --from 2026-01-01 --to 2026-11-27 --by district --measure complaints
        今年以来朝阳区每月投诉量 | --from 2026-01-01 --to 2026-11-27 --district 朝阳区 --by month --measure complaints
        去年11月各区投诉 | --period 2025-11 --by district
        春节期间夜间施工投诉 | --from 2026-02-15 --to 2026-02-23 --issue 夜间施工
        五一期间露天烧烤按区 | --from 2026-05-01 --to 2026-05-05 --issue 露天烧烤 --by district
        国庆期间各街道投诉量 | --from 2026-10-01 --to 2026-10-07 --by street --measure complaints
        十一假期各区投诉排名 | --from 2026-10-01 --to 2026-10-07 --by district --sort complaints
        中秋期间占道经营 | --from 2026-09-25 --to 2026-09-27 --issue 占道经营
        清明节期间各区 | --from 2026-04-04 --to 2026-04-06 --by district
        端午假期 | --from 2026-06-19 --to 2026-06-21
        元旦期间投诉 | --from 2026-01-01 --to 2026-01-03
        本季度各类问题占比 | --period 2026-Q4 --by issue --measure share
        上季度各区同比 | --period 2026-Q3 --by district --measure year_change
        本周夜间施工 | --period 2026-W48 --issue 夜间施工
        这周投诉最多的街道 | --period 2026-W48 --by street --sort complaints
        每天的投诉量，近两周 | --from 2026-11-14 --to 2026-11-27 --by day --measure complaints
        周末露天烧烤按街道 | --day-kind weekend --issue 露天烧烤 --by street
        夜间施工最多的街道 | --issue 夜间施工 --by street --sort complaints
        凌晨施工噪音投诉 上月 | --period 2026-10 --hours 0-6 --issue 夜间施工扰民
        早高峰占道经营 | --hours 7-9 --issue 占道经营
        晚高峰无照经营按街道 近三月 | --from 2026-08-28 --to 2026-11-27 --hours 17-19 --issue 无照经营 --by street
        哪个街道投诉最多 | --by street --sort complaints
        哪个小区投诉最多 | --by place --sort complaints
        哪些街道夜间施工最多 前5 | --by street --issue 夜间施工 --top 5
        上周前十的点位 | --period 2026-W47 --top 10 --by place
        上周前10名街道 | --period 2026-W47 --top 10 --by street
        top10街道 上月 | --period 2026-10 --top 10 --by street
        TOP 10 小区 近30天 | --from 2026-10-29 --to 2026-11-27 --top 10 --by place
        上周各街道环比 | --period 2026-W47 --by street --measure change
        本月同比 | --period 2026-11 --measure year_change
        上月各区同比环比 | --period 2026-10 --by district --measure year_change --measure change
        按小区统计近三个月 | --from 2026-08-28 --to 2026-11-27 --by place
        重复投诉最多的小区 | --repeat-only --by place --sort complaints
        近三个月重复投诉前20小区 | --from 2026-08-28 --to 2026-11-27 --repeat-only --top 20 --by place
        占道经营投诉 | --issue 占道经营
        上周游商投诉 | --period 2026-W47 --issue 游商
        小广告投诉按街道 | --issue 小广告 --by street
        朝阳区双井街道上周投诉 | --period 2026-W47 --district 朝阳区 --street 双井街道
        朝阳双井上周投诉 | --period 2026-W47 --district 朝阳 --street 双井
        双井上周 | --period 2026-W47 --street 双井
        望京上个月夜间施工 | --period 2026-10 --street 望京 --issue 夜间施工
        海淀八里庄上月投诉 | --period 2026-10 --district 海淀 --street 八里庄
        八里庄街道今年投诉 | --period 2026 --street 八里庄街道
        建外上周 | --period 2026-W47 --street 建外
        三里屯近一周 | --from 2026-11-21 --to 2026-11-27 --street 三里屯
        11月1日到11月15日各区 | --from 2026-11-01 --to 2026-11-15 --by district
        11月1号至15号朝阳 | --from 2026-11-01 --to 2026-11-15 --district 朝阳
        2026年11月1日至2026年11月15日各街道 | --from 2026-11-01 --to 2026-11-15 --by street
        2026-11-01到2026-11-15 | --from 2026-11-01 --to 2026-11-15
        2026.11.1-2026.11.15 | --from 2026-11-01 --to 2026-11-15
        10月份各区投诉 | --period 2026-10 --by district
        9月到10月各区投诉 | --from 2026-09-01 --to 2026-10-31 --by district
        9-10月各区投诉 | --from 2026-09-01 --to 2026-10-31 --by district
        第三季度按月 | --period 2026-Q3 --by month
        三季度各区投诉量 | --period 2026-Q3 --by district --measure complaints
        2026年三季度 | --period 2026-Q3
        上半年夜间施工按月 | --from 2026-01-01 --to 2026-06-30 --issue 夜间施工 --by month
        去年全年各区 | --period 2025 --by district
        前年各区 | --period 2024 --by district
        2025年国庆期间 | --from 2025-10-01 --to 2025-10-08
        2024年春节 | --from 2024-02-10 --to 2024-02-17
        最近三天 | --from 2026-11-25 --to 2026-11-27
        近七天各区 | --from 2026-11-21 --to 2026-11-27 --by district
        近7日夜间施工 | --from 2026-11-21 --to 2026-11-27 --issue 夜间施工
        近半个月 | --from 2026-11-13 --to 2026-11-27
        近半年按月 | --from 2026-05-28 --to 2026-11-27 --by month
        近一年按季度 | --from 2025-11-28 --to 2026-11-27 --by quarter
        近两周按天 | --from 2026-11-14 --to 2026-11-27 --by day
        昨天各区投诉 | --from 2026-11-27 --to 2026-11-27 --by district
        今天凌晨 | --from 2026-11-28 --to 2026-11-28 --hours 0-6
        昨日 朝阳 | --from 2026-11-27 --to 2026-11-27 --district 朝阳
        周一到周五早高峰 | --weekday 1,2,3,4,5 --hours 7-9
        工作日白天施工噪声 | --day-kind workday --hours 6-22 --issue 施工噪声
        节假日露天烧烤 | --day-kind holiday --issue 露天烧烤
        双休日广场舞 | --day-kind weekend --issue 广场舞
        星期天的夜间施工 | --weekday 7 --issue 夜间施工
        晚上8点到11点露天烧烤 | --hours 20-23 --issue 露天烧烤
        晚上八点到凌晨两点烧烤 | --hours 20-2 --issue 烧烤
        22点到6点 | --hours 22-6
        22:00-6:00夜间施工 | --hours 22-6 --issue 夜间施工
        晚10点至早6点夜间施工 | --hours 22-6 --issue 夜间施工
        上月各街道投诉排名 | --period 2026-10 --by street --sort complaints
        上周各街道投诉最多 | --period 2026-W47 --by street --sort complaints
        上周朝阳区各街道按投诉排行 | --period 2026-W47 --district 朝阳区 --by street --sort complaints
        上月夜间施工时段分布 | --period 2026-10 --issue 夜间施工 --by hour
        上月夜间施工小时分布 | --period 2026-10 --issue 夜间施工 --by hour
        近三月各时段投诉 | --from 2026-08-28 --to 2026-11-27 --by hour
        近30天每天夜间施工 | --from 2026-10-29 --to 2026-11-27 --by day --issue 夜间施工
        近30天每天晚上露天烧烤 | --from 2026-10-29 --to 2026-11-27 --by day --hours 18-24 --issue 露天烧烤
        每天晚上8点到10点露天烧烤 | --hours 20-22 --issue 露天烧烤
        每周六夜间施工 | --weekday 6 --issue 夜间施工
        上周五各区 | --from 2026-11-20 --to 2026-11-20 --by district
        上周末各区 | --from 2026-11-21 --to 2026-11-22 --by district
        本周末 | --from 2026-11-28 --to 2026-11-29
        周六周日各区 | --weekday 6 --weekday 7 --by district
        周六、周日夜间施工 | --weekday 6 --weekday 7 --issue 夜间施工
        周五晚上露天烧烤 | --weekday 5 --hours 18-24 --issue 露天烧烤
        非工作日夜间施工 | --day-kind weekend,holiday --issue 夜间施工
        东城区和西城区上月投诉 | --period 2026-10 --district 东城区 --district 西城区
        朝阳、海淀、丰台上月夜间施工 | --period 2026-10 --district 朝阳 --district 海淀 --district 丰台 --issue 夜间施工
        朝阳和海淀对比 | --district 朝阳 --district 海淀 --by district
        朝阳区与海淀区按月 | --district 朝阳区 --district 海淀区 --by month
        城六区上月 | --period 2026-10 --district 东城区,西城区,朝阳区,海淀区,丰台区,石景山区
        2026年1-10月各区 | --from 2026-01-01 --to 2026-10-31 --by district
        1-10月各区投诉 | --from 2026-01-01 --to 2026-10-31 --by district
        1至10月 | --from 2026-01-01 --to 2026-10-31
        1月至10月各区 | --from 2026-01-01 --to 2026-10-31 --by district
        年初至今各区 | --from 2026-01-01 --to 2026-11-27 --by district
        今年1月以来各区 | --from 2026-01-01 --to 2026-11-27 --by district
        9月以来按月 | --from 2026-09-01 --to 2026-11-27 --by month
        9月1日以来按周 | --from 2026-09-01 --to 2026-11-27 --by week
        8月30日当天各小时件数 | --from 2026-08-30 --to 2026-08-30 --by hour --measure complaints
        2026-08-30当天 | --from 2026-08-30 --to 2026-08-30
        2025年8月1日后按天 | --from 2025-08-01 --to 2026-11-27 --by day
        自8月15日至今各区 | --from 2026-08-15 --to 2026-11-27 --by district
        从8月15日到8月20日各区 | --from 2026-08-15 --to 2026-08-20 --by district
        从8月15日到20日各区 | --from 2026-08-15 --to 2026-08-20 --by district
        从7月到9月各区 | --from 2026-07-01 --to 2026-09-30 --by district
        从上周一到周三各区 | --from 2026-11-16 --to 2026-11-18 --by district
        自今年年初至今各区 | --from 2026-01-01 --to 2026-11-27 --by district
        朝阳店外经营、海淀店外经营上月 | --period 2026-10 --district 朝阳 --issue 店外经营 --district 海淀
        上月丰台店外经营和朝阳 | --period 2026-10 --district 丰台 --issue 店外经营 --district 朝阳
        自9月1日起各区 | --from 2026-09-01 --to 2026-11-27 --by district
        11月上旬 | --from 2026-11-01 --to 2026-11-10
        十月 | --period 2026-10
        10月 | --period 2026-10
        12月各区 | --period 2025-12 --by district
        三月份 | --period 2026-03
        去年12月 | --period 2025-12
        二季度各类型 | --period 2026-Q2 --by issue
        各类型上月 | --period 2026-10 --by issue
        按类型 上月 | --period 2026-10 --by issue
        各问题类型占比 上月 | --period 2026-10 --by issue --measure share
        各个街道上周 | --period 2026-W47 --by street
        分街道 上周 | --period 2026-W47 --by street
        分区分月今年 | --period 2026 --by district --by month
        按区、按月今年 | --period 2026 --by district --by month
        按区和月今年 | --period 2026 --by district,month
        按区按问题类型 上月 | --period 2026-10 --by district --by issue
        按区×小时 上月 | --period 2026-10 --by district,hour
        逐月投诉今年 | --period 2026 --by month
        按月趋势今年 | --period 2026 --by month
        今年每月走势 | --period 2026 --by month
        今年各月投诉 | --period 2026 --by month
        各小时投诉 上月 | --period 2026-10 --by hour
        24小时分布 上月 | --period 2026-10 --by hour
        交办件上月按区 | --period 2026-10 --stream A --by district
        直派件上月 | --period 2026-10 --stream B
        A类上月 | --period 2026-10 --stream A
        市级交办上月各区 | --period 2026-10 --stream A --by district
        上月直派街道各区 | --period 2026-10 --stream B --by district
        直派街道上月按街道 | --period 2026-10 --stream B --by street
        自有电话上月 | --period 2026-10 --stream own
        交办和直派对比 上月 | --period 2026-10 --stream A --stream B --by stream
        按来源 上月 | --period 2026-10 --by stream
        上月各区件数和占比 | --period 2026-10 --by district --measure complaints --measure share
        上月各区来电人数 | --period 2026-10 --by district --measure callers
        多少人反映 上月夜间施工 | --period 2026-10 --measure callers --issue 夜间施工
        上月有多少人投诉夜间施工 | --period 2026-10 --measure callers --issue 夜间施工
        上月重复来电按小区前10 | --period 2026-10 --repeat-only --by place --top 10
        环比增长最多的街道前10 | --measure change --by street --top 10
        上月各街道环比前10 | --period 2026-10 --by street --measure change --top 10
        投诉最多的十个街道 | --top 10 --by street
        投诉最多的前10个街道 | --top 10 --by street
        上月投诉量前10的街道 | --period 2026-10 --measure complaints --top 10 --by street
        上月投诉量前10街道 | --period 2026-10 --measure complaints --top 10 --by street
        上月前10个小区 | --period 2026-10 --top 10 --by place
        上月前十大问题 | --period 2026-10 --top 10 --by issue
        前5类问题 上月 | --period 2026-10 --top 5 --by issue
        施工噪音 上月 | --period 2026-10 --issue 施工噪音
        施工扰民上月 | --period 2026-10 --issue 施工扰民
        噪音扰民上月 | --period 2026-10 --issue 噪音扰民
        夜施扰民 | --issue 夜施扰民
        深夜施工 | --issue 深夜施工
        凌晨施工 | --hours 0-6 --issue 夜间施工扰民
        凌晨0点到6点施工噪音 | --hours 0-6 --issue 施工噪音
        夜间22点至次日6点施工噪音 | --hours 22-6 --issue 施工噪音
        早上7点到9点 | --hours 7-9
        中午12点到14点 | --hours 12-14
        下午2点到5点 | --hours 14-17
        下午两点到五点占道经营 | --hours 14-17 --issue 占道经营
        晚上10点到早上6点 | --hours 22-6
        晚10点到早6点 | --hours 22-6
        半夜12点到3点 | --hours 0-3
        18点至22点露天烧烤 | --hours 18-22 --issue 露天烧烤
        18-22点露天烧烤 | --hours 18-22 --issue 露天烧烤
        18时至22时 | --hours 18-22
        烧烤上周 | --period 2026-W47 --issue 烧烤
        乱停车 上月 | --period 2026-10 --issue 乱停车
        违建 朝阳 今年 | --period 2026 --issue 违建 --district 朝阳
        渣土车 上月 | --period 2026-10 --issue 渣土车
        油烟扰民 上月 | --period 2026-10 --issue 油烟扰民
        广告牌 | --issue 广告牌
        扬尘 上月 | --period 2026-10 --issue 扬尘
        地点「试甲双苑小区」上月 | --period 2026-10 --place 试甲双苑小区
        关键词“发电机”上月 | --period 2026-10 --keyword 发电机
        提到「路灯」的 上月明细 | --period 2026-10 --keyword 路灯 --rows
        上月朝阳夜间施工明细 | --period 2026-10 --district 朝阳 --issue 夜间施工 --rows
        导出上月朝阳夜间施工明细表 | --period 2026-10 --district 朝阳 --issue 夜间施工 --rows
        列出昨天的工单 | --from 2026-11-27 --to 2026-11-27
        亦庄地区上月 | --period 2026-10 --street 亦庄地区
        新街口上月 | --period 2026-10 --street 新街口
        东风上月 | --period 2026-10 --street 东风
        经开区上月 | --period 2026-10 --district 经开区
        房山城关 | --district 房山 --street 城关
        城关上月 | --period 2026-10 --street 城关
        第47周 | --period 2026-W47
        2026年第47周各区 | --period 2026-W47 --by district
        2026年第53周 | --period 2026-W53
        上个季度 | --period 2026-Q3
        这个月各区 | --period 2026-11 --by district
        当月各区 | --period 2026-11 --by district
        本年度按季度 | --period 2026 --by quarter
        2025年度按季度 | --period 2025 --by quarter
        去年按季度 | --period 2025 --by quarter
        今年国庆 | --from 2026-10-01 --to 2026-10-07
        今年五一 | --from 2026-05-01 --to 2026-05-05
        法定节假日 今年按区 | --period 2026 --day-kind holiday --by district
        晚上8点到12点露天烧烤 | --hours 20-24 --issue 露天烧烤
        晚上9点到12点 | --hours 21-24
        夜间0点到6点施工扰民 | --hours 0-6 --issue 施工扰民
        夜里12点到3点 | --hours 0-3
        夜里1点到3点施工噪音 | --hours 1-3 --issue 施工噪音
        夜间2点到5点施工噪音 | --hours 2-5 --issue 施工噪音
        晚上0点到5点 | --hours 0-5
        凌晨12点到3点 | --hours 0-3
        中午12点到2点 | --hours 12-14
        中午1点到3点 | --hours 13-15
        中午11点到1点 | --hours 11-13
        晚上12点到6点 | --hours 0-6
        晚上11点到凌晨1点 | --hours 23-1
        下午1点到12点 | --hours 13-24
        早上8点到下午5点 | --hours 8-17
        上午10点到下午2点 | --hours 10-14
        下午3点到晚上8点 | --hours 15-20
        下午5点到7点 | --hours 17-19
        傍晚5点到8点 | --hours 17-20
        晚上6点到9点 | --hours 18-21
        晚间10点到次日2点 | --hours 22-2
        夜间10点到12点 | --hours 22-24
        0点到6点 | --hours 0-6
        零点到六点 | --hours 0-6
        24点到6点 | --hours 0-6
        本月1号到15号 | --from 2026-11-01 --to 2026-11-15
        上上个月 | --period 2026-09
        上上周 | --period 2026-W46
        2020年第53周 | --period 2020-W53
        2026年Q3 | --period 2026-Q3
        Q3各区 | --period 2026-Q3 --by district
        2026-Q3 | --period 2026-Q3
        2026-W47 | --period 2026-W47
        2026年11月26日 | --from 2026-11-26 --to 2026-11-26
        今年前三个月 | --from 2026-01-01 --to 2026-03-31
        前两周 | --from 2026-11-14 --to 2026-11-27
        近一周 | --from 2026-11-21 --to 2026-11-27
        近1周按天 | --from 2026-11-21 --to 2026-11-27 --by day
        上周每天 | --period 2026-W47 --by day
        上周 分天 | --period 2026-W47 --by day
        按天上周 | --period 2026-W47 --by day
        以街道为单位上月 | --period 2026-10 --by street
        分别按区 | --by district
        上周来电人最多的街道前5 | --period 2026-W47 --measure callers --by street --top 5
        上月各街道来电人前5 | --period 2026-10 --by street --measure callers --top 5
        上月按街道来电人数占比 | --period 2026-10 --by street --measure callers --measure share
        上周夜间施工前10街道 | --period 2026-W47 --issue 夜间施工 --top 10 --by street
        上周夜间施工TOP10点位 | --period 2026-W47 --issue 夜间施工 --top 10 --by place
        夜间施工按点位TOP 10 上月 | --period 2026-10 --issue 夜间施工 --by place --top 10
        上周夜间施工按点位 前10位 | --period 2026-W47 --issue 夜间施工 --by place --top 10
        前 10 街道 上月 | --period 2026-10 --top 10 --by street
        朝阳门上月 | --period 2026-10 --street 朝阳门
        东城朝阳门 | --district 东城 --street 朝阳门
        丰台街道上月 | --period 2026-10 --street 丰台街道
        朝阳各街道上月 | --period 2026-10 --district 朝阳 --by street
        上月朝阳区各街道各类型 | --period 2026-10 --district 朝阳区 --by street --by issue
        上月朝阳区各街道分问题 | --period 2026-10 --district 朝阳区 --by street --by issue
        上月朝阳区问题分布 | --period 2026-10 --district 朝阳区 --by issue
        上月朝阳区点位分布 | --period 2026-10 --district 朝阳区 --by place
        上月朝阳区投诉时间分布 | --period 2026-10 --district 朝阳区 --by hour
        上月朝阳区分类分布 | --period 2026-10 --district 朝阳区 --by category
        上月投诉有多少 | --period 2026-10
        上月朝阳接到多少件投诉 | --period 2026-10 --district 朝阳
        上月朝阳共多少件夜间施工投诉？ | --period 2026-10 --district 朝阳 --issue 夜间施工
        请帮我查一下上周朝阳区双井街道夜间施工扰民的投诉情况，谢谢 | --period 2026-W47 --district 朝阳区 --street 双井街道 --issue 夜间施工扰民
        节假日夜间施工 | --day-kind holiday --issue 夜间施工
        周一早高峰占道经营 | --weekday 1 --hours 7-9 --issue 占道经营
        占道经营问题 上月 各区 | --period 2026-10 --issue 占道经营 --by district
        无照经营、占道经营和店外经营上月按区 | --period 2026-10 --issue 无照经营 --issue 占道经营 --issue 店外经营 --by district
        违法建设 去年同比 | --period 2025 --issue 违法建设 --measure year_change
        去年同比 | --period 2025 --measure year_change
        8月份同比 | --period 2026-08 --measure year_change
        8月同比环比 | --period 2026-08 --measure year_change --measure change
        2025年8月同比 | --period 2025-08 --measure year_change
        重复投诉 双井 近三个月 明细 | --from 2026-08-28 --to 2026-11-27 --repeat-only --street 双井 --rows
        双井 近三个月 重复投诉 | --from 2026-08-28 --to 2026-11-27 --street 双井 --repeat-only
        12345热线上月 | --period 2026-10
        海淀区八里庄街道上月 | --period 2026-10 --district 海淀区 --street 八里庄街道
        朝阳八里庄和海淀八里庄上月 | --period 2026-10 --district 朝阳 --street 八里庄 --district 海淀
        夜间施工和露天烧烤 双井和望京 上月 按街道 按问题 | --period 2026-10 --issue 夜间施工 --issue 露天烧烤 --street 双井 --street 望京 --by street --by issue
        按街道和问题类型 前20 上月 | --period 2026-10 --by street,issue --top 20
        街道排名 上月 | --period 2026-10 --by street --sort complaints
        上月区排名 | --period 2026-10 --by district --sort complaints
        上月小区排行前10 | --period 2026-10 --by place --top 10
        上个月15号 | --from 2026-10-15 --to 2026-10-15
        十一月二十六日 | --from 2026-11-26 --to 2026-11-26
        二〇二六年十一月 | --period 2026-11
        二零二六年十一月 | --period 2026-11
        26年11月 | --period 2026-11
        2026.11 | --period 2026-11
        2026/11 | --period 2026-11
        2026/11/01-2026/11/15 | --from 2026-11-01 --to 2026-11-15
        11.1-11.15 | --from 2026-11-01 --to 2026-11-15
        11月1日—15日 | --from 2026-11-01 --to 2026-11-15
        11月1-15日 | --from 2026-11-01 --to 2026-11-15
        11/1到11/15 | --from 2026-11-01 --to 2026-11-15
        七月到九月 | --from 2026-07-01 --to 2026-09-30
        去年7月到9月 | --from 2025-07-01 --to 2025-09-30
        去年12月到今年2月 | --from 2025-12-01 --to 2026-02-28
        12月到2月 | --from 2025-12-01 --to 2026-02-28
        近三月朝阳交办夜间施工 | --from 2026-08-28 --to 2026-11-27 --district 朝阳 --stream A --issue 夜间施工
        接诉即办上月 | --period 2026-10
        小区「幸福里」上月 | --period 2026-10 --place 幸福里
        地点：幸福里小区 上月 | --period 2026-10 --place 幸福里小区
        点位为“望京花园” 近三月 夜间施工 | --from 2026-08-28 --to 2026-11-27 --place 望京花园 --issue 夜间施工
        关键词:发电机 上月 | --period 2026-10 --keyword 发电机
        关键词 发电机 | --keyword 发电机
        内容含有“撬棍”的投诉 上月 明细 | --period 2026-10 --keyword 撬棍 --rows
        包含“撬棍” 上月 | --period 2026-10 --keyword 撬棍
        关键词「撬棍」「发电机」上月 | --period 2026-10 --keyword 撬棍 --keyword 发电机
        关键词「撬棍」和关键词「发电机」上月 | --period 2026-10 --keyword 撬棍 --keyword 发电机
        关键词《撬棍》 | --keyword 撬棍
        上月各街道环比增幅 | --period 2026-10 --by street --measure change
        上周六 | --from 2026-11-21 --to 2026-11-21
        上周日各区 | --from 2026-11-22 --to 2026-11-22 --by district
        上周一到上周五 | --from 2026-11-16 --to 2026-11-20
        本周一至今 | --from 2026-11-23 --to 2026-11-27
        前天 | --from 2026-11-26 --to 2026-11-26
        大前天 | --from 2026-11-25 --to 2026-11-25
        最近一周每天 | --from 2026-11-21 --to 2026-11-27 --by day
        近一个季度 | --from 2026-08-28 --to 2026-11-27
        近1年 | --from 2025-11-28 --to 2026-11-27
        近12个月按月 | --from 2025-11-28 --to 2026-11-27 --by month
        近24个月按月 | --from 2024-11-28 --to 2026-11-27 --by month
        今年1-11月同比 | --from 2026-01-01 --to 2026-11-30 --measure year_change
        2026年1月—11月按月 | --from 2026-01-01 --to 2026-11-30 --by month
        2026年1月1日至今 | --from 2026-01-01 --to 2026-11-27
        2026年10月1日以来 | --from 2026-10-01 --to 2026-11-27
        10月1日至7日 | --from 2026-10-01 --to 2026-10-07
        10月1日至10月7日各区 | --from 2026-10-01 --to 2026-10-07 --by district
        2026年2月15日至23日 | --from 2026-02-15 --to 2026-02-23
        高考期间 | --from 2026-06-07 --to 2026-06-10
        早上 | --hours 6-9
        清晨 | --hours 6-9
        夜间22时至次日6时 | --hours 22-6
        22时至6时 | --hours 22-6
        晚8点到12点 | --hours 20-24
        晚间8点到12点 | --hours 20-24
        20点到24点 | --hours 20-24
        工作日夜间 | --day-kind workday --hours 22-6
        工作日和周末对比 | --day-kind workday --day-kind weekend --by day_kind
        按工作日和节假日 | --by day_kind
        按日期类型 | --by day_kind
        按日期类型和小时 | --by day_kind,hour
        节假日与工作日 | --day-kind holiday --day-kind workday
        周一到周日各天 | --weekday 1,2,3,4,5,6,7 --by day
        按星期 | --by weekday
        按周几 | --by weekday
        什么时间投诉最多 | --by hour --sort complaints
        几点投诉最多 | --by hour --sort complaints
        哪些问题最多 | --by issue --sort complaints
        排名前三的问题 | --top 3 --by issue
        前三名街道 | --top 3 --by street
        投诉量最大的街道 | --measure complaints --by street --sort complaints
        双井街道的社区排名 | --street 双井街道 --by community --sort complaints
        双井各社区 | --street 双井 --by community
        按社区 双井 | --by community --street 双井
        广和里社区上月 | --period 2026-10 --community 广和里社区
        双井街道广和里社区 | --street 双井街道 --community 广和里社区
        九龙社区 | --community 九龙社区
        中心城区 | --district 东城区,西城区,朝阳区,海淀区,丰台区,石景山区
        核心区 | --district 东城区,西城区
        东西城 | --district 东城区,西城区
        全市各区 | --by district
        北京各区上月 | --period 2026-10 --by district
        各区县各问题类型 | --by district --by issue
        区域分布 | --by district
        热点问题前10 | --by hot_issue --top 10
        按热点问题 前10 上周 | --period 2026-W47 --by hot_issue --top 10
        涉及最多的商户 | --by spoken_organisation --sort complaints
        按商户 上月 | --period 2026-10 --by spoken_organisation
        按承办单位 上月 | --period 2026-10 --by organisation
        各单位上月 | --period 2026-10 --by organisation
        按状态 上月 | --period 2026-10 --by status
        交办、直派分别多少 | --stream A --stream B --by stream
        交办和直派各多少 | --stream A --stream B --by stream
        交办 | --stream A
        夜间施工投诉量 | --issue 夜间施工 --measure complaints
        烧烤投诉数量 | --issue 烧烤 --measure complaints
        露天烧烤件数 | --issue 露天烧烤 --measure complaints
        露天烧烤数 | --issue 露天烧烤 --measure complaints
        总数 | --measure complaints
        总量 | --measure complaints
        投诉总量 | --measure complaints
        诉求总量上月 | --period 2026-10 --measure complaints
        环比 | --measure change
        环比情况 | --measure change
        同比变化 | --measure year_change
        曙光里上月夜间施工 | --period 2026-10 --place 曙光里 --issue 夜间施工
        安贞里上月 | --period 2026-10 --place 安贞里
        德胜里上月 | --period 2026-10 --place 德胜里
        光明里 | --place 光明里
        新华里 | --place 新华里
        八角中里 | --place 八角中里
        大屯里 | --place 大屯里
        劲松中 | --place 劲松中
        天宫院中里 | --place 天宫院中里
        上月各街道按投诉量排序 | --period 2026-10 --by street --sort complaints
        上周一共多少件 | --period 2026-W47
        上周三点到五点 | --period 2026-W47 --hours 3-5
        本周10点到12点 | --period 2026-W48 --hours 10-12
        国庆前10街道 | --from 2026-10-01 --to 2026-10-07 --top 10 --by street
        2025年元旦 | --from 2025-01-01 --to 2025-01-01
        十一 | --from 2026-10-01 --to 2026-10-07
        十一点到十三点 | --hours 11-13
        十一月 | --period 2026-11
        前十一街道 | --top 11 --by street
        今年中秋夜间施工 | --from 2026-09-25 --to 2026-09-27 --issue 夜间施工
        今年端午各街道 | --from 2026-06-19 --to 2026-06-21 --by street
        占道经营问题前10街道 | --issue 占道经营 --top 10 --by street
        朝阳区问题排名 | --district 朝阳区 --by issue --sort complaints
        上月问题前十 | --period 2026-10 --by issue --top 10
        前10明细 | --top 10 --rows
        每晚8点到10点 | --hours 20-22
        夜间6点到8点 | --hours 18-20
        9月中旬 | --from 2026-09-11 --to 2026-09-20
        2月下旬 | --from 2026-02-21 --to 2026-02-28
        上月下旬 | --from 2026-10-21 --to 2026-10-31
        上周五到本周二 | --from 2026-11-20 --to 2026-11-24
        上周一到本周三 | --from 2026-11-16 --to 2026-11-25
        和平里 | --street 和平里
        广和里上月 | --period 2026-10 --place 广和里
        曙光里、安贞里上月按社区 | --period 2026-10 --place 曙光里 --place 安贞里 --by community
        朝阳曙光里 | --district 朝阳 --place 曙光里
        海淀曙光里 | --district 海淀 --place 曙光里
        上月各街道投诉量和来电人数排名 | --period 2026-10 --by street --measure complaints --measure callers --sort complaints
        去年10月 | --period 2025-10
        22年5月 | --period 2022-05
        近10天 | --from 2026-11-18 --to 2026-11-27
        前10点位 上月 | --period 2026-10 --top 10 --by place
        曙光里社区上月 | --period 2026-10 --community 曙光里社区
        八角中里上月夜间施工 | --period 2026-10 --place 八角中里 --issue 夜间施工
        上月各社区 | --period 2026-10 --by community
        七八月各区投诉量 | --from 2026-07-01 --to 2026-08-31 --by district --measure complaints
        7、8月夜间施工按街道 | --from 2026-07-01 --to 2026-08-31 --issue 夜间施工 --by street
        去年七八月露天烧烤 | --from 2025-07-01 --to 2025-08-31 --issue 露天烧烤
        七八九月按月 | --from 2026-07-01 --to 2026-09-30 --by month
        9月和10月各区投诉 | --from 2026-09-01 --to 2026-10-31 --by district
        8月5日、6日各区 | --from 2026-08-05 --to 2026-08-06 --by district
        8月5日和6日夜间施工 | --from 2026-08-05 --to 2026-08-06 --issue 夜间施工
        8月5、6日朝阳 | --from 2026-08-05 --to 2026-08-06 --district 朝阳
        8月30日、31日和9月1日 | --from 2026-08-30 --to 2026-09-01
        第30至35周各区 | --from 2026-07-20 --to 2026-08-30 --by district
        30-35周各区 | --from 2026-07-20 --to 2026-08-30 --by district
        第30、31、32周 | --from 2026-07-20 --to 2026-08-09
        20260801-20260815各街道 | --from 2026-08-01 --to 2026-08-15 --by street
        202611 | --period 2026-11
        2026.8.1—8.15按天 | --from 2026-08-01 --to 2026-08-15 --by day
        8.1-8.15日各区 | --from 2026-08-01 --to 2026-08-15 --by district
        8.1到8.15各区 | --from 2026-08-01 --to 2026-08-15 --by district
        前三季度各区投诉量 | --from 2026-01-01 --to 2026-09-30 --by district --measure complaints
        去年前三季度 | --from 2025-01-01 --to 2025-09-30
        一二季度各区 | --from 2026-01-01 --to 2026-06-30 --by district
        一至三季度各区 | --from 2026-01-01 --to 2026-09-30 --by district
        8月去年同期各区 | --from 2025-08-01 --to 2025-08-31 --by district
        本月去年同期 | --from 2025-11-01 --to 2025-11-27
        今年与去年同期相比 | --period 2026 --measure year_change
        8月份各街道和去年同期比 | --period 2026-08 --by street --measure year_change
        本月比上月各区 | --period 2026-11 --by district --measure change
        今年8月和去年8月对比 按区 | --period 2026-08 --by district --measure year_change
        8月比7月露天烧烤 | --period 2026-08 --issue 露天烧烤 --measure change
        本周与上周对比各区 | --period 2026-W48 --by district --measure change
        朝阳和海淀7月、8月对比 | --from 2026-07-01 --to 2026-08-31 --district 朝阳 --district 海淀 --by district
        今年比去年 | --period 2026 --measure year_change
        朝阳和海淀8月与去年8月对比 | --period 2026-08 --district 朝阳 --district 海淀 --measure year_change --by district
        去年和今年对比 | --period 2026 --measure year_change
        上周比上上周 | --period 2026-W47 --measure change
        昨晚夜间施工 | --from 2026-11-27 --to 2026-11-27 --hours 18-24 --issue 夜间施工
        昨晚8点到10点烧烤 | --from 2026-11-27 --to 2026-11-27 --hours 20-22 --issue 烧烤
        今早占道经营 | --from 2026-11-28 --to 2026-11-28 --hours 6-9 --issue 占道经营
        周六日露天烧烤 | --weekday 6,7 --issue 露天烧烤
        上周六日各区 | --from 2026-11-21 --to 2026-11-22 --by district
        下午3点后游商 | --hours 15-24 --issue 游商
        晚8点后露天烧烤 | --hours 20-24 --issue 露天烧烤
        23点以后的施工噪音 | --hours 23-24 --issue 施工噪音
        22点后 | --hours 22-24
        晚上10点以后露天烧烤 | --hours 22-24 --issue 露天烧烤
        早上6点前施工噪声 | --hours 0-6 --issue 施工噪声
        22:00-06:00夜间施工按街道 | --hours 22-6 --issue 夜间施工 --by street
        二十二点到六点夜间施工 | --hours 22-6 --issue 夜间施工
        朝阳望京、双井上月 | --period 2026-10 --district 朝阳 --street 望京 --street 双井
        朝阳望京、海淀八里庄上月夜间施工 | --period 2026-10 --street 朝阳/望京 --street 海淀/八里庄 --issue 夜间施工
        八里庄和朝阳望京8月 | --period 2026-08 --street 八里庄 --street 朝阳/望京
        八里庄和朝阳八里庄8月 | --period 2026-08 --street 八里庄 --street 朝阳/八里庄
        朝阳望京和海淀中关村对比 | --street 朝阳/望京 --street 海淀/中关村 --by street
        望京 朝阳 上月 | --period 2026-10 --street 望京 --district 朝阳
        朝阳区，望京街道，上月 | --period 2026-10 --district 朝阳区 --street 望京街道
        朝阳,海淀,丰台 上月 按区 | --period 2026-10 --district 朝阳 --district 海淀 --district 丰台 --by district
        城六区和通州上月按区 | --period 2026-10 --district 东城区,西城区,朝阳区,海淀区,丰台区,石景山区 --district 通州 --by district
        重复投诉人上月 | --period 2026-10 --repeat-only --measure callers
        上月重复投诉人最多的小区 | --period 2026-10 --repeat-only --measure callers --by place --sort callers
        重复投诉人数 上月按街道 | --period 2026-10 --repeat-only --measure callers --by street
        反复投诉最多的小区 近三月 | --from 2026-08-28 --to 2026-11-27 --repeat-only --by place --sort complaints
        ８月朝阳夜间施工 | --period 2026-08 --district 朝阳 --issue 夜间施工
        上月夜间施工,露天烧烤,店外经营 按区 | --period 2026-10 --issue 夜间施工 --issue 露天烧烤 --issue 店外经营 --by district
        上月施工噪音和渣土车各区对比 | --period 2026-10 --issue 施工噪音 --issue 渣土车 --by district --pivot issue
        统计下上月各区的投诉 | --period 2026-10 --by district
        帮忙拉一下上月朝阳夜间施工的数 | --period 2026-10 --district 朝阳 --issue 夜间施工 --measure complaints
        给我看看上周望京烧烤多少件 | --period 2026-W47 --street 望京 --issue 烧烤
        上周望京街道露天烧烤有几件呀 | --period 2026-W47 --street 望京街道 --issue 露天烧烤
        上月各区环比增幅最大的前5 | --period 2026-10 --by district --measure change --top 5
        8月夜间施工哪天最多 | --period 2026-08 --issue 夜间施工 --by day --sort complaints
        8月朝阳区夜间施工投诉件数按街道降序 | --period 2026-08 --district 朝阳区 --issue 夜间施工 --measure complaints --by street --sort complaints
        8月各街道从高到低排列 | --period 2026-08 --by street --sort complaints
        上月投诉最集中的小区 | --period 2026-10 --by place --sort complaints
        上月直派街道单量各街道 | --period 2026-10 --stream B --measure complaints --by street
        三季度较二季度各区 | --period 2026-Q3 --by district --measure change
        上半年与去年上半年相比 | --from 2026-01-01 --to 2026-06-30 --measure year_change
        去年四季度和今年一季度 | --from 2025-10-01 --to 2026-03-31
        前天、昨天、今天 | --from 2026-11-26 --to 2026-11-28
        本月13、14日 | --from 2026-11-13 --to 2026-11-14
        2025春节 | --from 2025-01-28 --to 2025-02-04
        8月13日晚上8点以后 | --from 2026-08-13 --to 2026-08-13 --hours 20-24
        8月朝阳,夜间施工,按街道,前5 | --period 2026-08 --district 朝阳 --issue 夜间施工 --by street --top 5
        各街道10月同比排名 | --period 2026-10 --by street --measure year_change --sort year_change
        10月环比9月 | --period 2026-10 --measure change
        10月和9月环比 | --period 2026-10 --measure change
        本月环比上月 | --period 2026-11 --measure change
        上月按区环比上上月 | --period 2026-10 --by district --measure change
        上周环比上上周 | --period 2026-W47 --measure change
        三季度环比二季度 | --period 2026-Q3 --measure change
        第46周环比第45周 | --period 2026-W46 --measure change
        9月环比8月按区 | --period 2026-09 --measure change --by district
        10月同比去年10月 | --period 2026-10 --measure year_change
        今年10月和去年10月同比 | --period 2026-10 --measure year_change
        10月同比去年同期 | --period 2026-10 --measure year_change
        7、8月环比 | --from 2026-07-01 --to 2026-08-31 --measure change
        9月和10月同比 | --from 2026-09-01 --to 2026-10-31 --measure year_change
        上周环比按街道前10 | --period 2026-W47 --measure change --by street --top 10
        上月投诉量环比前10街道 | --period 2026-10 --measure complaints --measure change --top 10 --by street --sort change
        上月街道前10同比 | --period 2026-10 --by street --top 10 --measure year_change --sort complaints
        8月比7月各街道前10 | --period 2026-08 --by street --top 10 --measure change --sort complaints
        上月街道排名同比 | --period 2026-10 --by street --measure year_change --sort complaints
        上月环比最高的街道 | --period 2026-10 --measure change --by street --sort change
        上月环比下降最多的街道前5 | --period 2026-10 --measure change --by street --top 5 --sort change:asc
        上月同比降幅最大的区 | --period 2026-10 --measure year_change --by district --sort year_change:asc
        夜间施工与露天烧烤上月对比按区 | --period 2026-10 --issue 夜间施工 --issue 露天烧烤 --by district --pivot issue
        交办与直派对比按区上月 | --period 2026-10 --stream A --stream B --by district --pivot stream
        朝阳和海淀对比按月 | --district 朝阳 --district 海淀 --by month --pivot district
        工作日与周末对比按小时上月 | --period 2026-10 --day-kind workday --day-kind weekend --by hour --pivot day_kind
        朝阳和海淀8月与7月对比按问题 | --period 2026-08 --district 朝阳 --district 海淀 --by issue --measure change --by district
        上月举报按区 | --period 2026-10 --order-type 举报 --by district
        上月投诉类工单 | --period 2026-10 --order-type 投诉
        上月咨询 | --period 2026-10 --order-type 咨询
        上月投诉举报各多少 | --period 2026-10 --order-type 投诉,举报 --by order_type
        上月按工单类型 | --period 2026-10 --by order_type
        重复举报上月 | --period 2026-10 --repeat-only
        今年以来每月环比 | --from 2026-01-01 --to 2026-11-27 --by month --measure change
        昨天晚上露天烧烤 | --from 2026-11-27 --to 2026-11-27 --hours 18-24 --issue 露天烧烤
        傍晚占道经营 | --hours 17-20 --issue 占道经营
        10月1日到今天 | --from 2026-10-01 --to 2026-11-28
        违法停车上月 | --period 2026-10 --issue 停车秩序
        工地噪音上月 | --period 2026-10 --issue 夜间施工扰民
        工地夜里施工上月 | --period 2026-10 --issue 夜里施工
        小摊贩、小贩上月 | --period 2026-10 --issue 无照经营
        黑广告上月 | --period 2026-10 --issue 非法小广告
        马路市场上月 | --period 2026-10 --issue 无照经营
        共享单车乱停放上月 | --period 2026-10 --issue 停车秩序
        未分类上月 | --period 2026-10 --issue 其他
        双井、麦子店、大屯三个街道上月 | --period 2026-10 --street 双井 --street 麦子店 --street 大屯
        投诉最多的三个街道 | --top 3 --by street
        上季各区 | --period 2026-Q3 --by district
        2025全年各区 | --period 2025 --by district
        这两天 | --from 2026-11-26 --to 2026-11-27
        10月考核月各区 | --from 2026-09-19 --to 2026-10-18 --by district
        上考核月 | --from 2026-10-19 --to 2026-11-18
        2026年9月考核月 | --from 2026-08-19 --to 2026-09-18
        上礼拜天烧烤 | --from 2026-11-22 --to 2026-11-22 --issue 烧烤
        """;

    /// <summary>The error of a sentence that no options say, or of which a word is unknown.</summary>
    public const string Refused = """
        8月每个区前三的街道 | cut_refused_top_of_each
        8月各区前五的点位 | cut_refused_top_of_each
        8月各街道投诉最多的前3个问题类型 | cut_refused_top_of_each
        各区8月店外经营最多的3个街道 | cut_refused_top_of_each
        8月每天前三的区 | cut_refused_top_of_each
        8月店外经营前10街道按点位 | cut_refused_top_of_each
        8月丰台店外经营和朝阳露天烧烤 | cut_refused_pairs
        朝阳店外经营、海淀露天烧烤8月 | cut_refused_pairs
        8月朝阳望京的店外经营和双井的夜间施工 | cut_refused_pairs
        露天烧烤海淀、店外经营丰台8月 | cut_refused_pairs
        丰台交办和朝阳直派上月 | cut_refused_pairs
        自8月15日各区 | cut_refused_open_end
        从8月15日按天 | cut_refused_open_end
        自2026-08-15各区22点到6点 | cut_refused_open_end
        去年同期朝阳区投诉量 | cut_refused_compare
        过去24小时 | cut_refused_clock
        22:00到次日6:00施工 | cut_words_near
        未办结的投诉 | cut_refused_status
        办理中的投诉按街道 | cut_refused_status
        不含“渣土”上月按区 | cut_refused_except_nothing
        以外各区上月 | cut_refused_except_nothing
        除朝阳区夜间施工外各区上月 | cut_refused_except_pair
        朝阳夜间施工以外的投诉上月 | cut_refused_except_pair
        截至10月底 | cut_refused_open_start
        上月同一人反复投诉 | cut_words_near
        重复率 上月 | cut_refused_status
        较上月增长最多的街道 | cut_refused_growth
        各街道较上月 | cut_refused_compare
        占道上周 | cut_words_near
        共享单车 上月 | cut_words_near
        垃圾 上月 | cut_words_near
        噪声 上月 | cut_words_near
        国贸附近上月 | cut_refused_near
        望京SOHO上月 | cut_words_unknown
        试甲双苑小区上月 | cut_words_unknown
        含发电机的投诉 上月 | cut_words_unknown
        第53周 | cut_no_such_time
        2025年上半年与2026年上半年 | cut_two_times
        上年同期 | cut_refused_compare
        调休日 | cut_words_near
        大风天 | cut_words_near
        前10%的街道按街道 上月 | cut_refused_percent
        上月前10%街道 | cut_refused_percent
        2025年第53周 | cut_no_such_time
        26日 | cut_words_near
        本月前10天 | cut_two_times
        海淀街道排名 上月 | cut_by_missing
        大兴街道上月 | cut_words_near
        帮我看看近三个月望京露天烧烤是不是变多了 | cut_refused_growth
        同一事件再次反映 | cut_words_near
        居民区噪音 | cut_words_unknown
        2024年以来按年 | cut_refused_by_year
        按年 | cut_refused_by_year
        按年份 | cut_refused_by_year
        逐年 | cut_refused_by_year
        冬季 | cut_refused_season
        夏天 | cut_refused_season
        三伏天 | cut_refused_season
        中高考期间噪声 | cut_refused_season
        供暖季 | cut_refused_season
        午夜 | cut_words_near
        晚上7点半到9点 | cut_refused_clock
        7:30到9:30 | cut_refused_clock
        早晚高峰 | cut_refused_clock
        夜间和凌晨 | cut_two_hours
        一周内哪天最多 | cut_words_near
        投诉量最少的街道 | cut_refused_least
        倒数前五的街道 | cut_refused_least
        后五名街道 | cut_refused_least
        富力城上月 | cut_words_near
        四惠地铁站 | cut_words_unknown
        朝阳大悦城周边 | cut_refused_near
        CBD | cut_words_near
        郊区 | cut_words_near
        高发区域 | cut_refused_tested
        高发时段 | cut_refused_tested
        高发点位 | cut_refused_tested
        热点问题 上周 | cut_words_near
        办结率 | cut_refused_status
        办理状态 上月 | cut_words_near
        未解决 上月 | cut_refused_status
        不满意 | cut_refused_status
        8月剔除件 | cut_refused_excluded
        8月不含剔除件按区 | cut_refused_excluded
        除剔除件外各区上月 | cut_refused_excluded
        8月第一周各区 | cut_refused_week_of_month
        上月最后一周 | cut_refused_week_of_month
        8月门前三包按街道 | cut_words_unknown
        望京SOHO周边500米8月投诉 | cut_refused_near
        占全区比例 | cut_refused_share_of
        占全市比重 | cut_refused_share_of
        和平里中街 | cut_words_near
        双井里 | cut_words_unknown
        朝阳里 | cut_words_unknown
        三里屯内 | cut_words_unknown
        望京内 | cut_words_unknown
        海淀里 | cut_words_unknown
        一周内的投诉 | cut_words_near
        热点问题 | cut_words_near
        街道 | cut_words_near
        按 | cut_words_unknown
        各 | cut_words_unknown
        地点 | cut_words_near
        王建国上月投诉 | cut_words_hidden
        春节到元宵 | cut_words_unknown
        占道经营问题排名 | cut_by_missing
        投诉趋势 | cut_trend_without_time
        上月趋势 | cut_trend_without_time
        分布 | cut_by_missing
        前10 | cut_by_missing
        排名 | cut_by_missing
        对比 | cut_refused_compare
        各街道占全市比例 | cut_refused_share_of
        7点到9点半 | cut_refused_clock
        朝阳上月对比 | cut_refused_compare
        上旬 | cut_words_near
        双井社区 | cut_words_near
        共享单车 | cut_words_near
        朝阳和垃圾 | cut_words_near
        12点 | cut_refused_clock
        22时 | cut_refused_clock
        晚上10点 | cut_refused_clock
        5点位 | cut_words_near
        海淀和朝阳望京上月 | cut_refused_mixed
        海淀、八里庄上月 | cut_refused_mixed
        丰台和双井对比 上月 | cut_refused_mixed
        望京和朝阳上月 | cut_refused_mixed
        周末和周五晚上烧烤 | cut_refused_mixed
        城六区望京和海淀八里庄 | cut_refused_pairs
        8月5日、8日 | cut_two_times
        7月和9月各区 | cut_two_times
        去年同期各区 | cut_refused_compare
        8月比上上周 | cut_refused_compare
        今年国庆比去年国庆 | cut_refused_compare
        昨夜施工噪声 | cut_refused_clock
        暑假夜间施工 | cut_refused_season
        第5季度 | cut_no_such_time
        上月满意率 | cut_refused_status
        上月超期未办结 | cut_refused_status
        上月三率 | cut_refused_status
        上月回访率各区 | cut_refused_callback
        8月每个区最多的问题 | cut_refused_top_of_each
        朝阳区区上月 | cut_words_unknown
        零点以后夜间施工 | cut_refused_clock
        晚上12点以后 | cut_refused_clock
        8月工单办理情况 | cut_refused_status
        五一和国庆露天烧烤 | cut_two_times
        广和里社区、双井街道8月 | cut_refused_mixed
        朝阳、海淀的八里庄8月 | cut_refused_mixed
        前几天朝阳夜间施工 | cut_words_near
        近期夜间施工 | cut_words_near
        各投诉类型上月 | cut_words_near
        10月同比9月 | cut_refused_other_period
        今年10月环比去年10月 | cut_refused_other_year
        10月环比7月 | cut_refused_compare
        朝阳和海淀、夜间施工和露天烧烤上月对比按月 | cut_refused_compare
        前三个月 | cut_refused_first_months
        前三个月按月 | cut_refused_first_months
        上月热力图 | cut_refused_picture
        10点到10点 | cut_refused_clock
        亦庄上月 | cut_refused_two_places
        上月增幅最大的街道 | cut_refused_growth
        上月下降最多的街道 | cut_refused_growth
        上月日均 | cut_refused_average
        关键词渣土上月 | cut_refused_keyword
        13月 | cut_no_such_time
        。 | cut_sentence_empty
        """;
}
