using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Hotspot.Outputs;
using Hotspot.Tests.Journeys;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Cuts;

/// <summary>What a cut writes: the same numbers in every form, each with its filter in words, its rows and the day that the data reach to.</summary>
[Collection("sample office")]
public sealed class CutFilesJourney(SampleOffice sample) : IDisposable
{
    private const string Filter = "时间：2025年第17周（2025年4月21日—2025年4月27日）；区：朝阳区、海淀区；分组：街道（乡镇）、小时";
    private static readonly string[] Asked = ["--period", "2025-W17", "--district", "朝阳,海淀", "--by", "street,hour"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Path(string name) => _folder.File(name);

    private JsonElement Write(string file, params string[] args) =>
        sample.Office.Call(["cut", .. args.Length > 0 ? args : Asked, "-o", file]).Exits(0).Json;

    private List<string> Groups() =>
        [
            .. sample
                .Office.Call(["cut", .. Asked])
                .Exits(0)
                .Json.GetProperty("groups")
                .EnumerateArray()
                .Select(group => string.Join('|', group.EnumerateObject().Select(value => value.Value.ToString()))),
        ];

    private static void Described(string data, string filter, long rows)
    {
        using var meta = JsonDocument.Parse(File.ReadAllText(System.IO.Path.ChangeExtension(data, ".meta.json")));
        Assert.Equal(System.IO.Path.GetFileName(data), meta.RootElement.GetProperty("file").GetString());
        Assert.Equal(filter, meta.RootElement.GetProperty("filter").GetString());
        Assert.Equal("2025-04-27", meta.RootElement.GetProperty("data_through").GetString());
        Assert.Equal(rows, meta.RootElement.GetProperty("rows").GetInt64());
        Assert.Equal(
            Docs.Schemas.Columns(Docs.Schemas.Read("outputs/cut_meta")),
            meta.RootElement.EnumerateObject().Select(property => property.Name)
        );
    }

    [Fact]
    public void Csv_is_pure_data_that_Excel_opens()
    {
        var file = Path("按街道.csv");
        Write(file);
        var bytes = File.ReadAllBytes(file);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n");
        Assert.Equal("hour,district,street,complaints,incidents", lines[0]);
        Assert.Equal(Groups().Select(group => group.Replace('|', ',')), lines[1..]);
        Described(file, Filter, lines.Length - 1);
    }

    [Fact]
    public void Files_of_one_stem_are_each_told_what_they_are_as_long_as_they_are_it()
    {
        var (csv, parquet, geojson) = (Path("同名.csv"), Path("同名.parquet"), Path("同名.geojson"));
        List<(string File, string Filter, long Rows)> Told()
        {
            using var meta = JsonDocument.Parse(File.ReadAllText(Path("同名.meta.json")));
            List<JsonElement> all = [meta.RootElement, .. meta.RootElement.GetProperty("others").EnumerateArray()];
            foreach (var one in all)
                Assert.Equal(FileHash.Of(Path(one.GetProperty("file").GetString()!)), one.GetProperty("sha256").GetString());
            return all.ConvertAll(one =>
                (one.GetProperty("file").GetString()!, one.GetProperty("filter").GetString()!, one.GetProperty("rows").GetInt64())
            );
        }
        Write(csv);
        Write(parquet, "--by", "district");
        Write(geojson, "--by", "district", "--issue", "露天烧烤");

        var told = Told();
        Assert.Equal(["同名.geojson", "同名.csv", "同名.parquet"], told.Select(one => one.File));
        Assert.Equal(Filter, told[1].Filter);
        Assert.Equal(3, told.Select(one => one.Filter).Distinct().Count());
        Assert.Equal(File.ReadAllLines(csv).Length - 1, told[1].Rows);
        Assert.Equal(Duck.Rows($"select * from read_parquet({Duck.Quoted(parquet)})").Count, told[2].Rows);

        // One was changed since, one went: nothing is said of them any more.
        File.AppendAllText(csv, "0,朝阳区,,1,1\r\n");
        File.Delete(parquet);
        Write(geojson, "--by", "street");
        Assert.Equal(["同名.geojson"], Told().Select(one => one.File));
    }

    [Fact]
    public void Parquet_has_the_columns_asked_for_with_their_types()
    {
        var file = Path("按街道.parquet");
        Write(file);
        var rows = Duck.Rows($"select * from read_parquet({Duck.Quoted(file)})");
        Assert.Equal(["hour", "district", "street", "complaints", "incidents"], rows[0].Keys);
        Assert.Equal(Groups(), rows.Select(row => string.Join('|', row.Values)));
        Assert.IsType<int>(rows[0]["hour"]);
        Described(file, Filter, rows.Count);
    }

    [Fact]
    public void A_workbook_has_the_data_first_and_its_filter_behind()
    {
        var file = Path("按街道.xlsx");
        Write(file);
        var book = new Workbook(file);
        Assert.Equal(["数据", "筛选说明"], book.Sheets);
        var rows = book.Rows("数据");
        Assert.Equal(["区", "街道（乡镇）", "小时", "诉求（件）", "事件（起）"], rows[0].Values);
        Assert.Equal(Groups().Count, rows.Count - 1);
        var told = string.Join('\n', book.Rows("筛选说明").Select(row => string.Join('\t', row.Values)));
        Assert.Contains("区\t朝阳区、海淀区", told, StringComparison.Ordinal);
        Assert.Contains("数据截至2025年4月27日", told, StringComparison.Ordinal);
        Assert.Contains("符合条件的诉求共", told, StringComparison.Ordinal);
        using var document = SpreadsheetDocument.Open(file, false);
        var sheet = document.WorkbookPart!.WorksheetParts.First(part =>
            part.Worksheet!.InnerText.Length > 0 && part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.AutoFilter>().Any()
        );
        Assert.Single(sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Pane>());
    }

    [Fact]
    public void A_pivot_lays_the_hours_side_by_side()
    {
        var file = Path("横排.xlsx");
        Write(file, "--period", "2025-W17", "--by", "district", "--pivot", "hour");
        var rows = new Workbook(file).Rows("数据");
        Assert.Equal("合计", rows[0].Values.Last());
        Assert.Contains("22时", rows[0].Values);
        var sum = rows.Skip(1).Sum(row => long.Parse(row.Values.Last(), System.Globalization.NumberStyles.AllowThousands, null));
        Assert.Equal(sample.Rows.InDays((new(2025, 4, 21), new(2025, 4, 28))), sum);
    }

    /// <summary>A caller of two hours is one caller of the row.</summary>
    [Fact]
    public void Callers_of_a_row_of_a_crossed_table_are_counted_once()
    {
        var file = Path("横排.csv");
        Write(file, "--period", "2025-04", "--by", "district,hour", "--pivot", "hour", "--measure", "callers");
        var districts = Path("按区.csv");
        Write(districts, "--period", "2025-04", "--by", "district", "--measure", "callers");
        static List<string> Ends(string path) =>
            [
                .. File.ReadLines(path)
                    .Skip(1)
                    .Select(line => $"{line.Split(',')[0].Replace("（未注明）", "", StringComparison.Ordinal)} {line.Split(',')[^1]}")
                    .Order(StringComparer.Ordinal),
            ];
        Assert.Equal(Ends(districts), Ends(file));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    public void Papers_say_what_they_are(string extension)
    {
        var file = Path("按街道." + extension);
        Write(file);
        var text = extension == "html" ? File.ReadAllText(file) : Text(file);
        foreach (
            var words in (string[])
                ["区：朝阳区、海淀区", "数据截至2025年4月27日", "符合条件的诉求共", "等价命令　hotspot cut", "诉求含剔除件"]
        )
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    private static string Text(string docx)
    {
        using var document = WordprocessingDocument.Open(docx, isEditable: false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }

    [Theory]
    [InlineData("--by", "street")]
    [InlineData("--by", "hour")]
    [InlineData("--by", "day")]
    [InlineData("--by", "district,hour")]
    [InlineData("--by", "district,issue")]
    [InlineData("--by", "district", "--measure", "change,year_change")]
    public void A_picture_is_drawn(params string[] by)
    {
        var file = Path("图.png");
        Write(file, ["--period", "2025-04", .. by]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(file)[..4]);
    }

    [Fact]
    public void A_picture_of_a_change_shows_it()
    {
        var file = Path("环比.svg");
        Write(file, "上周环比按街道前5");
        Assert.StartsWith("<", File.ReadAllText(file), StringComparison.Ordinal);
        var page = Path("环比.html");
        Write(page, "上周环比按街道前5");
        var text = File.ReadAllText(page);
        Assert.Contains("环比增减数（件）", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_hour_is_told_under_a_picture_of_hours()
    {
        var file = Path("小时.html");
        Write(file, "--period", "2025-04", "--by", "district,hour", "--pivot", "hour");
        var count = sample.Rows.Count("occurred_at >= '2025-04-01' and occurred_at < '2025-05-01' and time_precision = 'day'");
        Assert.True(count > 0);
        Assert.Contains($"；没有时刻的{count}件未画", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Complaints_one_by_one_are_told_in_words()
    {
        string[] asked = ["--period", "2025-W17", "--district", "朝阳", "--rows"];
        var (xlsx, docx) = (Path("明细.xlsx"), Path("明细.docx"));
        Write(xlsx, asked);
        Write(docx, asked);
        var rows = new Workbook(xlsx).Rows("数据");
        int At(string title) => rows[0].Values.ToList().IndexOf(title);
        Assert.All(rows.Skip(1), row => Assert.Contains(row.Values.ElementAt(At("日别")), (string[])["工作日", "周末", "节假日"]));
        Assert.All(
            rows.Skip(1),
            row => Assert.DoesNotContain(row.Values.ElementAt(At("时间精度")), (string[])["second", "minute", "hour", "day"])
        );
        Assert.All(rows.Skip(1), row => Assert.DoesNotContain(row.Values.ElementAt(At("工单来源")), (string[])["A", "B", "own"]));
        using var document = WordprocessingDocument.Open(docx, isEditable: false);
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Empty(body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>());
        Assert.Contains("1．热线-", body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_complaint_without_an_hour_only_its_day_is_told_and_it_comes_last()
    {
        var day = Convert.ToDateTime(
            sample.Rows.Query("select min(occurred_at) as at from complaints where time_precision = 'day' and occurred_at >= '2025-04-01'")[
                0
            ]["at"],
            null
        );
        var iso = day.ToString("yyyy-MM-dd", null);
        var file = Path("一天.xlsx");
        Write(file, "--from", iso, "--to", iso, "--rows");
        var rows = new Workbook(file).Rows("数据");
        var precision = rows.Skip(1).Select(row => row.Values.ElementAt(rows[0].Values.ToList().IndexOf("时间精度"))).ToList();
        Assert.NotEqual("只到日", precision[0]);
        Assert.Equal("只到日", precision[^1]);
        var told = Path("一天.html");
        Write(told, "--from", iso, "--to", iso, "--rows");
        Assert.DoesNotContain(iso + " 00:00", File.ReadAllText(told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_hours_says_how_many_rows_it_leaves_out()
    {
        var file = Path("图.html");
        var streets = Write(file, "--period", "2025-04", "--by", "street,hour").GetProperty("groups").EnumerateArray();
        var all = streets.Select(group => (group.GetProperty("district").ToString(), group.GetProperty("street").ToString())).Distinct();
        Assert.Contains($"；列出30组，共{all.Count()}组", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_too_narrow_for_all_columns_promises_no_picture_of_them()
    {
        var file = Path("宽.docx");
        Write(file, "--period", "2025-04", "--by", "district,day", "--pivot", "day");
        Assert.Contains("列数较多，这里只列合计；完整的表请写成 Excel 文件。", Text(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("district", "Polygon MultiPolygon")]
    [InlineData("street", "Point")]
    [InlineData("place", "Point")]
    public void Geojson_says_where_the_groups_are(string by, string shapes)
    {
        var file = Path(by + ".geojson");
        Write(file, "--period", "2025-04", "--by", by);
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();
        var placed = features.Where(feature => feature.GetProperty("geometry").ValueKind != JsonValueKind.Null).ToList();
        Assert.NotEmpty(placed);
        Assert.All(placed, feature => Assert.Contains(feature.GetProperty("geometry").GetProperty("type").GetString()!, shapes.Split(' ')));
        Assert.Equal(
            sample.Rows.InDays((new(2025, 4, 1), new(2025, 5, 1))),
            features.Sum(feature => feature.GetProperty("properties").GetProperty("complaints").GetInt64())
        );
    }

    [Fact]
    public void Rows_are_the_masked_complaints_and_no_other_column()
    {
        string[] asked = ["--period", "2025-W17", "--district", "朝阳", "--rows"];
        var expected = sample.Rows.InDays((new(2025, 4, 21), new(2025, 4, 28)), "district = '朝阳区'");
        foreach (var extension in (string[])["csv", "parquet", "geojson", "xlsx"])
            Assert.Equal(expected, Write(Path("明细." + extension), asked).GetProperty("rows").GetInt64());
        var columns = Docs.Schemas.Columns(Docs.Schemas.Read("outputs/cut_rows"));
        Assert.Equal(columns, File.ReadLines(Path("明细.csv")).First().TrimStart('\uFEFF').Split(','));
        Assert.Equal(columns, Duck.Rows($"select * from read_parquet({Duck.Quoted(Path("明细.parquet"))})")[0].Keys);
        Assert.DoesNotContain("caller_key", columns);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*.tmp"));
        Described(
            Path("明细.geojson"),
            "时间：2025年第17周（2025年4月21日—2025年4月27日）；区：朝阳区；排列：逐件列出，按时间先后",
            expected
        );
    }

    [Fact]
    public void The_same_cut_gives_the_same_bytes()
    {
        foreach (var extension in (string[])["xlsx", "csv", "parquet", "docx", "html", "png", "geojson"])
        {
            Write(Path("一." + extension), ["--period", "2025-W17", "--by", "district"]);
            var first = File.ReadAllBytes(Path("一." + extension));
            sample.Office.Call("cut", "--period", "2025-W17", "--by", "district", "-o", Path("一." + extension), "--threads", "1").Exits(0);
            Assert.True(first.AsSpan().SequenceEqual(File.ReadAllBytes(Path("一." + extension))), extension);
        }
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("parquet")]
    [InlineData("docx")]
    [InlineData("html")]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("geojson")]
    public void Nothing_found_is_written_down_as_such(string extension)
    {
        var file = Path("空." + extension);
        var answer = Write(file, "--from", "2031-01-01", "--by", "street");
        Assert.Equal(0, answer.GetProperty("rows").GetInt64());
        Assert.True(new FileInfo(file).Length > 20);
        var rows = Path("空明细." + extension);
        if (extension is not ("png" or "svg"))
            Assert.Equal(0, Write(rows, "--keyword", "绝无此词", "--rows").GetProperty("rows").GetInt64());
    }

    [Fact]
    public void A_file_that_is_open_elsewhere_stays_as_it_is()
    {
        var file = Path("占用.xlsx");
        File.WriteAllText(file, "old");
        using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            sample.Office.Call(["cut", .. Asked, "-o", file]).Exits(5);
        Assert.Equal("old", File.ReadAllText(file));
    }
}
