using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hotspot.Tests.Journeys;

/// <summary>An office rewords, reorders, hides and restyles; Word, Excel and the page follow, and what is wrong is told before anything is touched.</summary>
[Collection("sample office")]
public sealed class TemplatesJourney : IDisposable
{
    private readonly SampleOffice _sample;
    private readonly Office _office = new();

    public TemplatesJourney(SampleOffice sample)
    {
        _sample = sample;
        _office.TakeOver(sample.Office);
        _office.Call("init").Exits(0);
    }

    public void Dispose() => _office.Dispose();

    private string File(string name) => Path.Combine(_office.Home.Templates, name);

    private Papers Report(string kind, string period)
    {
        _office.Call("report", kind, "--period", period).Exits(0);
        return new Papers(_office.Bulletin(kind, period));
    }

    private static string Shown(Papers papers) => papers.Text + string.Concat(papers.WordTables.Values.Select(table => table.Caption));

    [Fact]
    public void Templates_as_init_writes_them_give_the_bulletin_that_ships()
    {
        Assert.Equal(
            ["sections.json", "sentences.json", "styles.docx", "说明.txt"],
            Directory.EnumerateFiles(_office.Home.Templates).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        var papers = Report("monthly", SampleOffice.Month);
        foreach (var extension in new[] { ".docx", ".xlsx", ".html", "figures.json" })
            Assert.Equal(System.IO.File.ReadAllBytes(_sample.Monthly.File(extension)), System.IO.File.ReadAllBytes(papers.File(extension)));
    }

    [Fact]
    public void Init_again_puts_back_what_is_missing_and_leaves_what_is_there()
    {
        System.IO.File.WriteAllText(File("sections.json"), "{ \"callbacks\": \"hide\" }");
        System.IO.File.Delete(File("styles.docx"));

        _office.Call("init").Exits(0);

        Assert.Equal("{ \"callbacks\": \"hide\" }", System.IO.File.ReadAllText(File("sections.json")));
        Assert.True(System.IO.File.Exists(File("styles.docx")));
    }

    [Fact]
    public void A_draft_may_not_be_called_what_a_final_bulletin_is_called()
    {
        System.IO.File.WriteAllText(File("sentences.json"), "{ \"mark.draft\": \"定稿\" }");

        var refused = _office.Call("report", "weekly", "--period", SampleOffice.Week).Exits(2).Json;

        Assert.Equal("template_marks_alike", refused.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Words_order_and_styles_of_the_office_are_in_every_paper()
    {
        var sentences = System.IO.File.ReadAllText(File("sentences.json"));
        System.IO.File.WriteAllText(
            File("sentences.json"),
            sentences
                .Replace("  // \"title.weekly\": \"城管诉求周报\"", "  \"title.weekly\": \"热线：<b>周报</b>\"", StringComparison.Ordinal)
                .Replace("  // \"overview.processing\"", "  \"overview.processing\": \"\", //", StringComparison.Ordinal)
                .Replace("  // \"mark.draft\": \"初稿\"", "  \"mark.draft\": \"=1+1\"", StringComparison.Ordinal)
                .Replace("  // \"points.summary\"", "  \"points.summary\": \"点位{points}。\", //", StringComparison.Ordinal)
        );
        System.IO.File.WriteAllText(
            File("sections.json"),
            "{ \"key\": \"show\", \"advice\": \"show\", \"points\": \"show\", \"overview\": \"show\", \"peak_hours\": \"hide\", \"notes\": \"show\" }"
        );
        using (var styles = WordprocessingDocument.Open(File("styles.docx"), isEditable: true))
        {
            var heading = styles
                .MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>()
                .Single(style => style.StyleName!.Val == "heading 1");
            heading.StyleRunProperties!.RunFonts!.EastAsia = "微软雅黑";
            heading.StyleRunProperties.Color = new Color { Val = "C00000" };
        }

        // A quarter of history and a hotspot to advise on.
        var papers = Report("weekly", "2024-W23");

        // Words: the same in every form, and only words; a sentence left empty and a figure left out are nowhere.
        Assert.Equal("热线：<b>周报</b>", papers.WordParagraphs[2].Single().Text);
        Assert.StartsWith("热线：－b－周报－－b－_2024年第23周_=1+1", Path.GetFileName(papers.File(".docx")), StringComparison.Ordinal);
        Assert.Contains("<h1>热线：&lt;b&gt;周报&lt;/b&gt;</h1>", papers.Html, StringComparison.Ordinal);
        var book = new Workbook(papers.File(".xlsx"));
        var cells = book.Rows("说明").SelectMany(row => row.Values).ToList();
        Assert.Contains("热线：<b>周报</b>", cells);
        Assert.Contains("'=1+1", cells);
        Assert.DoesNotContain("处理率：未核对", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("处理率：未核对", papers.Html, StringComparison.Ordinal);
        var count = papers.Figures["points.count"].Text;
        Assert.Contains($"点位{count}。", papers.Text, StringComparison.Ordinal);
        Assert.Contains(new Piece(count, "points.count"), papers.HtmlFigures());
        Assert.False(papers.Figures.ContainsKey("points.complaints"));
        Assert.DoesNotContain("points.complaints", book.Rows("核对").SelectMany(row => row.Values));

        // Order: numbers of headings, tables and references follow.
        var headings = papers
            .Text.Split('\n')
            .Where(line => line.Length < 16 && (line == "本期要点" || (line.Length > 1 && line[1] == '、')))
            .ToList();
        Assert.Equal(
            [
                "本期要点",
                "一、工作建议",
                "二、高发点位",
                "三、热点问题",
                "四、回访与“三率”",
                "五、预警与研判",
                "六、总体情况",
                "七、诉求分类",
                "八、高发区域",
            ],
            headings
        );
        Assert.StartsWith("表1　诉求集中点位", papers.WordTables["points"].Caption, StringComparison.Ordinal);
        Assert.False(papers.WordTables.ContainsKey("peak_hours"));
        Assert.DoesNotContain("高发时段", book.Sheets);
        Assert.DoesNotContain("table-peak_hours", papers.Html, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(1, papers.WordTables.Count).Select(number => $"表{number}"),
            papers.WordTables.Values.Select(table => table.Caption.Split('　')[0])
        );
        Assert.Contains("（依据：表1）", papers.Section("一、工作建议"), StringComparison.Ordinal);
        Assert.DoesNotContain("表0", Shown(papers), StringComparison.Ordinal);
        if (papers.Text.Contains("详见", StringComparison.Ordinal))
            Assert.Contains("详见第二、第八部分", papers.Text, StringComparison.Ordinal);

        // Styles.
        using var document = WordprocessingDocument.Open(papers.File(".docx"), isEditable: false);
        var style = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "Heading1");
        Assert.Equal(
            ("微软雅黑", "C00000"),
            (style.StyleRunProperties!.RunFonts!.EastAsia!.Value, style.StyleRunProperties.Color!.Val!.Value)
        );
    }

    [Theory]
    [InlineData("sentences.json", "{\n  \"title.weekly\": \"某区周报\"\n  \"mark.draft\": \"草稿\"\n}", "sentences.json 第 3 行第 3 个字")]
    [InlineData("sentences.json", "{ \"titel.weekly\": \"某区周报\" }", "最接近的是“title.weekly”")]
    [InlineData("sentences.json", "{ \"overview.excluded\": \"剔除{exclude}\" }", "最接近的是 {excluded}")]
    [InlineData("sections.json", "{ \"callback\": \"hide\" }", "最接近的是“callbacks”")]
    [InlineData("styles.docx", "我不是 Word 文档", "styles.docx 不是 Word 文档")]
    public void What_is_wrong_is_told_and_nothing_is_touched(string name, string text, string told)
    {
        System.IO.File.WriteAllText(File(name), text);
        var before = Stamp();

        foreach (var args in new string[][] { ["report", "weekly"], ["cut", "--by", "district"], ["init", "--unit", "别的单位"] })
        {
            var refused = _office.Call(args).Exits(2);
            var error = refused.Json.GetProperty("error");
            Assert.StartsWith("template_", error.GetProperty("code").GetString(), StringComparison.Ordinal);
            Assert.Contains(
                told,
                error.GetProperty("cause").GetString() + error.GetProperty("remedy").GetString(),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(before, Stamp());
    }

    /// <summary>Every file but logs, with its length and time.</summary>
    private List<string> Stamp() =>
        [
            .. Directory
                .EnumerateFiles(_office.Home.Root, "*", SearchOption.AllDirectories)
                .Where(file => !file.StartsWith(_office.Home.Logs, StringComparison.Ordinal))
                .Select(file => $"{file} {new FileInfo(file).Length} {System.IO.File.GetLastWriteTimeUtc(file):O}")
                .Order(StringComparer.Ordinal),
        ];
}
