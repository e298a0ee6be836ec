namespace Hotspot.Privacy.Masks;

/// <summary>Names of accounts on social media: after 昵称, 网名, 抖音号, and after @.</summary>
internal static class SocialMask
{
    private const int Longest = 20;
    private static readonly string[] Platforms =
        "抖音 快手 微博 小红书 B站 b站 哔哩哔哩 知乎 西瓜视频 视频号 头条号 今日头条 贴吧 豆瓣 直播间 微信".Split(' ');

    /// <summary>Before a Latin name of several parts: 账号dy_nanyuan7734, APP用户bj_walker_0316. Of a number of a bank behind them others judge.</summary>
    private static readonly string[] Holders = ["账号", "帐号", "用户"];
    private static readonly string[] Announcements = "昵称 网名 用户名 账号 帐号 账户名 ID id 号 名".Split(' ');
    private static readonly string[] Ways = ["号码", "名称", "名字", "是", "为", "叫", ":", "：", " ", "“", "\"", "「", "【", "（", "("];

    /// <summary>What follows a name in running text.</summary>
    private static readonly WordIndex Ends = new(
        ("发布 曝光 直播 发文 发的 发了 发视频 发帖 投诉 反映 举报 转发 评论 称 说 的 在 上 留言 私信 天天 每天 经常 长期").Split(' ')
    );
    public static readonly string[] Words = [.. Platforms, .. Holders, "昵称", "网名", "用户名", "@", "＠"];
    private static readonly WordIndex Index = new(Words);
    private static readonly WordIndex HolderIndex = new(Holders);
    private static readonly WordIndex Everybody = new("全体", "所有人", "全员", "各位", "大家");
    private static readonly WordIndex Announced = new(Announcements);
    private static readonly WordIndex Between = new(Ways);

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var start = Index.Find(text, 0); start >= 0; start = Index.Find(text, start))
        {
            var word = Index.LengthAt(text[start..]);
            var at = start + word;
            if (HolderIndex.LengthAt(text[start..]) == word)
            {
                start = at + HideHandle(ref buffer, at);
                continue;
            }
            var mention = text[start] is '@' or '＠';
            if (mention && start > 0 && (Digit.IsWord(text[start - 1]) || text[start - 1] is MaskBuffer.Mark or '*' or '＊'))
            {
                start = at;
                continue;
            }
            var announced = mention || text[start] is '昵' or '网' or '用' || text[at - 1] == '号';
            var open = mention || text[start] is '昵' or '网';
            var quoted = false;
            for (int step; !mention && (step = Announced.LengthAt(text[at..])) > 0; at += step)
            {
                announced = true;
                open |= text[at] is '昵' or '网';
            }
            for (int step; announced && !mention && (step = Between.LengthAt(text[at..])) > 0; at += step)
            {
                open = true;
                quoted |= text[at] is '“' or '"' or '「' or '【';
            }
            var end =
                !announced ? at
                : quoted ? Closing(text, at)
                : End(text, at, open);
            if (end > at && !(mention && Everybody.LengthAt(text[at..]) > 0))
                buffer.Hide(at, end);
            start = Math.Max(end, start + word);
        }
    }

    /// <returns>Length of the name that was hidden; 0 where none stands there.</returns>
    private static int HideHandle(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        while (at < text.Length && text[at] is ':' or '：' or ' ' or '“' or '"' or '为' or '是')
            at++;
        var end = LatinEnd(text, at);
        var name = text[at..end];
        if (name.Length < 5 || !char.IsAsciiLetter(name[0]) || !name.ContainsAnyInRange('0', '9') && !name.Contains('_'))
            return 0;
        buffer.Hide(at, end);
        return name.Length;
    }

    private static int LatinEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (Digit.IsWord(text[at]) || text[at] is '_' or '-' or '.'))
            at++;
        return at;
    }

    private static int Closing(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny("”\"」】");
        return length is > 0 and <= Longest ? at + length : at;
    }

    /// <summary>A Latin name ends with its letters; a Chinese one at a mark or at a word that goes on with the sentence.</summary>
    private static int End(ReadOnlySpan<char> text, int at, bool open)
    {
        var start = at;
        at = LatinEnd(text, at);
        if (at - start >= 5 || !open)
            return at - start >= 4 ? at : start;
        while (at < text.Length && at - start < Longest && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '·'))
        {
            if (Ends.LengthAt(text[at..]) > 0)
                break;
            at++;
        }
        return at - start >= 2 ? at : start;
    }
}
