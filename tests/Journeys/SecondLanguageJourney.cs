using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotspot.Calendar;
using Hotspot.Classify;
using Hotspot.Language;

namespace Hotspot.Tests.Journeys;

/// <summary>
/// Every phrase put into another language (its key between ~, the places where they were): what is still Chinese on paper then is the name of a place, an issue
/// or the like, out of the data, or it stands in code.
/// </summary>
[Collection("sample office")]
public sealed partial class SecondLanguageJourney : IDisposable
{
    /// <summary>Characters of a text that the table of incidents quotes, before its ellipsis.</summary>
    private const int Excerpt = 39;

    private readonly Office _office = new();
    private readonly HashSet<string> _data;

    public SecondLanguageJourney(SampleOffice sample)
    {
        _office.TakeOver(sample.Office);
        _data = Values(sample);
        var shipped = Phrasebook.Load("zh");
        var foreign = shipped.Printed.ToDictionary(key => key, key => Foreign(key, shipped[key]));
        Directory.CreateDirectory(_office.Home.Templates);
        File.WriteAllText(Path.Combine(_office.Home.Templates, "sentences.json"), JsonSerializer.Serialize(foreign));
    }

    public void Dispose() => _office.Dispose();

    private static string Foreign(string key, string phrase) =>
        phrase.Length == 0 ? "" : $"~{key}~" + string.Concat(Place().Matches(phrase));

    /// <summary>Chinese runs of what complaints name, and of the texts that are quoted.</summary>
    private static HashSet<string> Values(SampleOffice sample)
    {
        string[] names =
        [
            "district",
            "street",
            "community",
            "place_text",
            "place_key",
            "issue",
            "category_1",
            "category_2",
            "category_3",
            "category_4",
            "category_5",
            "organisation",
            "spoken_organisation",
            "complaint_id",
        ];
        var columns = sample.Rows.Query($"select distinct unnest([{string.Join(',', names)}]) as value from complaints");
        var labels = sample.Weekly.Table("points").Concat(sample.Monthly.Table("points")).Select(row => row["label"]);
        var quoted = sample
            .Rows.Query("select distinct unnest([title, content_masked]) as value from complaints where occurred_at >= '2025-03-01'")
            .Select(row => row["value"])
            .OfType<string>()
            .ToList();
        // A place may be called C口; 件 is no name.
        var book = Phrasebook.Load("zh");
        var words = book.Printed.Select(key => book[key]).ToHashSet();
        return
        [
            .. columns
                .Select(row => row["value"])
                .Concat(labels)
                // Kinds that a statement is asked for, also those of which nobody complained.
                .Concat(IssueList.Load().Known)
                .Concat(CalendarEvent.Holidays(WorkCalendar.Load()).Select(holiday => holiday.Name))
                .OfType<string>()
                .SelectMany(Runs)
                .Where(run => run.Length > 1 || !words.Contains(run)),
            .. quoted.SelectMany(Runs).Where(run => run.Length > 3),
            // The last run of a text that was cut short.
            .. quoted.Where(text => text.Length > Excerpt).SelectMany(text => Runs(text[..Excerpt]).TakeLast(1)),
        ];
    }

    /// <summary>What the bulletin quotes of the complaints: sentences, and the words that they share.</summary>
    private HashSet<string> Spoken(string folder)
    {
        var tables = Path.Combine(folder, "parquet");
        string[] quoted =
        [
            .. Duck.Query($"select unnest([title, example, top_terms]) from {Table(tables, "hot_issues")}", row => row.GetString(0)),
            .. Duck.Query($"select word from {Table(tables, "emerging_words")}", row => row.GetString(0)),
        ];
        var said = string.Join(
            '\n',
            new PublishedRows(_office.Home)
                .Query("select concat_ws('\n', title, content_masked, place_key) as value from complaints")
                .Select(row => row["value"])
        );
        var runs = quoted.SelectMany(Runs).ToHashSet();
        Assert.All(runs, run => Assert.Contains(run, said, StringComparison.Ordinal));
        return runs;
    }

    private static string Table(string folder, string name) => $"read_parquet({Duck.Quoted(Path.Combine(folder, name + ".parquet"))})";

    private static IEnumerable<string> Runs(string text) => Chinese().Matches(text).Select(run => run.Value);

    [Theory]
    [InlineData("weekly")]
    [InlineData("monthly")]
    [InlineData("weekly", "--period", "2024-W14", "--audience", "public")]
    public void No_text_of_a_bulletin_stands_in_code(params string[] args)
    {
        var answer = _office.Call(["report", .. args]).Exits(0);
        var folder = answer.Json.GetProperty("folder").GetString()!;
        if (!args.Contains("public"))
            _data.UnionWith(Spoken(folder));
        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(Texts).ToList();
        // The test looked at something: each kind of file, and the pseudo text in it.
        foreach (var extension in new[] { ".docx", ".xlsx", ".html", ".svg", "figures.json" })
            Assert.Contains(
                texts,
                text => text.File.EndsWith(extension, StringComparison.Ordinal) && text.Content.Contains('~', StringComparison.Ordinal)
            );
        Nothing(texts);
    }

    [Fact]
    public void No_text_of_a_cut_stands_in_code()
    {
        var texts = new List<(string, string)>();
        foreach (var name in new[] { "a.docx", "a.xlsx", "a.html" })
        {
            var file = Path.Combine(_office.Folder, name);
            _office.Call("cut", "--by", "district", "--measure", "complaints,incidents,share,change", "-o", file).Exits(0);
            texts.AddRange(Texts(file));
        }
        Nothing(texts);
    }

    private void Nothing(List<(string, string)> texts)
    {
        var left = string.Join('\n', Left(texts));
        Assert.True(left.Length == 0, left);
    }

    private IEnumerable<string> Left(IEnumerable<(string File, string Content)> texts) =>
        texts
            .SelectMany(text => Chinese().Matches(text.Content).Select(run => (text.File, text.Content, run)))
            .Where(found => !IsData(found.run.Value))
            .Select(found =>
                Path.GetFileName(found.File)
                + ": "
                + found.Content[Math.Max(0, found.run.Index - 40)..Math.Min(found.Content.Length, found.run.Index + 30)]
            )
            .Distinct()
            .Take(20);

    /// <summary>The run is made of values put together, as 朝阳区望京街道 is.</summary>
    private bool IsData(string run)
    {
        var reached = new bool[run.Length + 1];
        reached[0] = true;
        for (var from = 0; from < run.Length; from++)
        {
            for (var to = from + 1; reached[from] && to <= run.Length; to++)
                reached[to] |= _data.Contains(run[from..to]);
        }
        return reached[^1];
    }

    /// <summary>The page's script is not looked at above, for the chart library beside it brings names of months.</summary>
    [Fact]
    public void No_text_of_the_page_stands_in_its_script()
    {
        foreach (var name in new[] { "page.js", "page.html", "page.css" })
            Assert.DoesNotMatch(
                "(?i)[\\u4e00-\\u9fff]|\\\\u[4-9][0-9a-f]{3}",
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "assets", name))
            );
    }

    /// <summary>What a file says, without fonts and names of styles, which are no text.</summary>
    private static IEnumerable<(string File, string Content)> Texts(string file)
    {
        switch (Path.GetExtension(file))
        {
            case ".docx" or ".xlsx":
                using (var zip = ZipFile.OpenRead(file))
                {
                    foreach (
                        var entry in zip.Entries.Where(entry =>
                            !Apart().IsMatch(entry.FullName) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)
                        )
                    )
                    {
                        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                        yield return (file, Fonts().Replace(reader.ReadToEnd(), ""));
                    }
                }
                break;
            case ".html":
                var page = Papers.Unescaped(File.ReadAllText(file));
                yield return (file, Scripts().Replace(page, ""));
                break;
            case ".json" or ".svg":
                yield return (file, Papers.Unescaped(File.ReadAllText(file)));
                break;
        }
    }

    [GeneratedRegex("\\{[a-z_]+\\}")]
    private static partial Regex Place();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Chinese();

    [GeneratedRegex("(styles|fontTable|theme1)\\.xml$")]
    private static partial Regex Apart();

    [GeneratedRegex("(eastAsia|typeface)=\"[^\"]*\"|&amp;\"[^\"]*\"")]
    private static partial Regex Fonts();

    [GeneratedRegex("<(style|script)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Scripts();
}
