using System.Buffers;

namespace Hotspot.Privacy.Names;

/// <summary>Characters of which most given names are made. Where nothing else bounds a name, they decide.</summary>
internal static class GivenNames
{
    private static readonly SearchValues<char> Frequent = SearchValues.Create(
        "招伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞刚英华玉兰红梅桂秀珍凤琴云淑建国明志文海林平春生永德金荣福祥贵龙辉鹏飞宇浩轩子涵梓欣怡佳雪琪婷慧莹雯倩颖"
            + "萍燕玲琳璐瑶瑾瑜瑞璇琦珊珠琼莉莎莲菊蓉蓓薇茹茜芬芸芝苗蕾蕊晶晨晓旭昊昌昕映景智晗曦朋朝栋柏松桐梁楠森榆榕彬斌柱柳柔杨桃根树梦毅毓"
            + "洁洪洲浪浦润淇淳清渊湘源溪滨漫潇澜澄波泽泉河沛江沁汉汝泰炎炜炳烁焕煜熙爱燃牧玄王玮玥珂珏珺琛琨琪瑛璞璟甜田男百皓盈盼真睿石硕磐祖祥禄福禹秋科"
            + "立竹笑筠简纯纲维绍绪继维缘罡羽翔翠翰耀聪联胜能腾舒良色艺艾苏若范茂莫莺蒙蓝蔚蕙藏虎虹裕西观言诗诚诗语谦豪贝贤赟赫超越跃路远连迪逸道邦郁采铁铭铮锋锐锦长闯闻阳雄雅雨雷霄霆霖霜露青靖靓韦韬韵顺颂颜飘香馨骁骏高魁鸣鸿鹤鹏麒麟黎齐"
            + "东兴冬冰凌凡凯利力劲勤勋化卓南博卫友双发可叶吉君启周和咏品善喜嘉四团圆坚坤城培堂壮大天太奇奕奎奥好如妍妙妮姗姝姣娅娇婉婕婧媛媚嫣孝学宁宏宗定宜宝宪宸家容富寒寿少尧山岚岩峰崇川巍帅帆平年广庆康廷弘弛彤彦彩影征律徽心必忠念思恒恩恺悦惠愉愿慈懿成才振政敬斐斯新方日旺旻昆昱晋普暄"
            + "有望未本权来栩桥武民水沐治洛浚淼游湛滔潮澎火灵烽熠爽玺珑琰琬瑗瓊生甫白益盛盟相知砚磊礼祯秉程穆章童端素红纪绣罗美翎翼耕肖臣致芮芷芹苑茗荃荷莘菁菲萌萱葵蓬薪行衡裴觉训谊谨谷贞赞跃轶辰远迎迅进连遂遥邓郎重钊钟钦钧钰铃铎锴镇长闵陆隆隽雁霁静音项顶领频颐飒香驰骞骥鲁鹃鹰然姬洙铉勋镐圭燮士保元会先冲代仁仙义佑作佩侠信倩倪俊俏修儒元光克全兵典兆仪伊伦任伯仲任"
            + "娴嫦姿娥妹娣翘巧守安宽宾寅尊尚岳峥嵘巧延录彪怀性悟情慎戈扬承拥拓持挺捷授敏斗昭昌晖晴月朗杏材林枫柯标栾格楷楼榜横次欢正步毕毛氏汀汐沙沫泓注泳津浓涌淮渤温滕漪潘灿焱煊爵状献率玖珈琅琢璋瓒生甲男留略疆皎皑盖直眉睦砺硬祎禅稳穗童竣笛策筱米粤精紫纶练组绿缨罕羡羲翌耿聚肃育胤能航舟色艇芙芊芒花苇英茵茶荆荔莱菡萧葆蒲蓁蔓薛藤蝶融衍裳覃言许诺谅谕豹贺贻资赋赛赤轲辅达过"
            + "业小用应万二娘三冲达庆保全胡宋关张天罡伯符逵横顺仝端旺隆兴寿渊润恩定忌斗玄怒空诩破龄誉之一七九八珅侃偲僖琲瑄玘珩珞琤瑛璎晟曜晔暄暐昀昶旻炅煊熠烜炫焓淏湉滢潆泠泫洵浔沅汐沄芃苡荻菀菘萦蓓薏蘅黛妤妗姮嬅嫒孜彧宥宸寰屹岑嵩峤岱帷庚弈彬彰徵忻怿恺惟慜懋戍承扉拾捷攸敖斐旖昇晏曼朔朕杭栩桓梵楚楷樊樱檬歆汶沂济涓涛渝溥滋漾熹燚爰犇狄猛珮琇璨甄甯畅皙盎睿祉祺禾稷穆竞笙笑筠箐篁粲绅绎络绮缇翀耘聆舜舫舸芾茵荟莛菱葳蒨蓉蕴藜虔蛟衍裕觅詹赓踊轲轶辉迦逍逊遇邑邹郅郝鄂采钊钰铠锦镕镜闳闵阔隽霈霏靳鞠颀颢飏馥骋骐髦鲲鸢鹄鹊麾黔"
            + "丰乐亚亮健剑勃勉卉厚哲啸喆嗣囡均垚堃墨夏妞威娃婵孚宙庭恬恭悌憬抒拴敦旸昂昔曙朴枣栓桑棉棋椿槐樟檀歌淞添灏炽烨焘煌煦瑚璜稼纬绵翱臻茗蒂蛾虞轼辕鉴鑫钢铜锁锟锡震霓驹骅鸥鹂麓默"
    );

    /// <summary>Function words and characters that no given name holds.</summary>
    private static readonly SearchValues<char> Never = SearchValues.Create(
        "的是在位个了边区街路被某该岁那这几其她它们都也还又不没已把给让对从但而且由着到去说称号层室门户院座单电话机手系反表诉投举报咨询要求处办密匿姓公司场所×*主贩物管车牌站口厅局委队么吗呢吧啊很太为什怎"
    );

    /// <summary>Last characters of place names: 李桥镇, 马家堡, 白石桥.</summary>
    private static readonly SearchValues<char> Places = SearchValues.Create(
        "镇乡村庄街路桥园里区营店屯坟堡湾沟坡寺井府台厂城苑楼坊巷渠淀洼疃窑垡铺窝场线社务道郡"
    );

    public static bool AreFrequent(ReadOnlySpan<char> given) => !given.IsEmpty && !given.ContainsAnyExcept(Frequent);

    public static bool CanBe(ReadOnlySpan<char> given) => !given.ContainsAny(Never) || given is "太郎";

    public static bool EndsAsPlace(ReadOnlySpan<char> name) => Places.Contains(name[^1]);
}
