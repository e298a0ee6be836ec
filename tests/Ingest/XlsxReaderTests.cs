using System.Globalization;
using System.Text;
using Hotspot.Ingest;
using Hotspot.Ingest.Xlsx;
using Hotspot.Records;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Ingest;

/// <summary>The workbook reader against what the format says, and against ExcelDataReader cell by cell.</summary>
public class XlsxReaderTests
{
    private const string DateStyles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"[$-804]h:mm AM/PM;@\"/><numFmt numFmtId=\"166\" formatCode=\"#,##0.00_);[Red]\\(#,##0.00\\)\"/><numFmt numFmtId=\"167\" formatCode=\"&quot;day &quot;0\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"31\"/></cellXfs>";

    [Fact]
    public void Every_type_of_cell_is_read()
    {
        const string Data =
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>行内&amp;文字</t></is></c>"
            + "<c r=\"C2\" t=\"str\"><f>A1&amp;\"x\"</f><v>公式 &lt;结果&gt;</v></c><c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\" t=\"b\"><v>0</v></c>"
            + "<c r=\"F2\" t=\"e\"><v>#REF!</v></c><c r=\"G2\" t=\"d\"><v>2025-04-21T22:13:05</v></c><c r=\"H2\"><v>13812345678</v></c>"
            + "<c r=\"I2\" s=\"1\"><v>45768.925752314817</v></c><c r=\"K2\" t=\"n\"><v>1.5E-3</v></c></row>";

        var row = Assert.Single(Rows(RawWorkbook.Bytes(Data, shared: "<si><t>共享</t></si>", styles: DateStyles)));

        Assert.Equal(2, row.Line);
        Assert.Equal(
            [
                "共享",
                "行内&文字",
                "公式 <结果>",
                "是",
                "否",
                null,
                "2025-04-21 22:13:05",
                "13812345678",
                "2025-04-21 22:13:05",
                null,
                "0.0015",
            ],
            row.Cells.Select(cell => cell.Text)
        );
        Assert.Equal(CellKind.Error, row.Cells[5].Kind);
        Assert.Equal(CellKind.Time, row.Cells[6].Kind);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(0, false)]
    public void Number_formats_tell_dates_from_numbers(int style, bool isDate)
    {
        var row = Assert.Single(Rows(RawWorkbook.Bytes($"<row><c s=\"{style}\"><v>45768.5</v></c></row>", styles: DateStyles)));

        Assert.Equal(isDate ? CellKind.Time : CellKind.Number, row.Cells[0].Kind);
        if (isDate)
            Assert.Equal(new DateTime(2025, 4, 21, 12, 0, 0), row.Cells[0].Time);
    }

    [Theory]
    [InlineData("yyyy-mm-dd hh:mm:ss", TimePrecision.Second)]
    [InlineData("mm:ss.0", TimePrecision.Second)]
    [InlineData("m/d/yyyy\\ h:mm", TimePrecision.Minute)]
    [InlineData("[$-F400]h:mm\\ AM/PM", TimePrecision.Minute)]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"\\ h\"时\"mm\"分\";@", TimePrecision.Minute)]
    [InlineData("h\\ AM/PM", TimePrecision.Hour)]
    [InlineData("m/d/yyyy\\ h\"时\"", TimePrecision.Hour)]
    [InlineData("yyyy/m/d", TimePrecision.Day)]
    [InlineData("yyyy\"时\"m", TimePrecision.Day)]
    [InlineData("22", TimePrecision.Minute)]
    [InlineData("21", TimePrecision.Second)]
    [InlineData("33", TimePrecision.Second)]
    [InlineData("31", TimePrecision.Day)]
    public void Number_formats_tell_how_much_of_a_time_is_shown(string format, TimePrecision shown)
    {
        var isBuiltIn = int.TryParse(format, out var id);
        var own = isBuiltIn
            ? ""
            : $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/></numFmts>";
        var styles = $"{own}<cellXfs><xf numFmtId=\"{(isBuiltIn ? id : 170)}\"/></cellXfs>";

        var row = Assert.Single(Rows(RawWorkbook.Bytes("<row><c s=\"0\"><v>45768.354166666664</v></c></row>", styles: styles)));

        Assert.Equal((CellKind.Time, shown), (row.Cells[0].Kind, row.Cells[0].Shown));
    }

    [Fact]
    public void Days_of_a_workbook_that_counts_from_1904_are_the_same_days()
    {
        var bytes = RawWorkbook.Bytes(
            "<row><c t=\"str\"><v>工单编号</v></c><c t=\"str\"><v>来电时间</v></c><c t=\"str\"><v>派发时间</v></c><c t=\"str\"><v>登记时间</v></c><c t=\"str\"><v>内容</v></c></row>"
                + "<row><c t=\"str\"><v>甲-1</v></c><c s=\"1\"><v>44306.5</v></c><c><v>44306.75</v></c><c><v>20250421190000</v></c><c t=\"str\"><v>占道</v></c></row>",
            styles: DateStyles,
            workbookPr: "date1904=\"1\""
        );

        var complaint = Assert.Single(Some.Open(bytes, "旧.xlsx").Outcomes()).Complaint!;

        Assert.Equal(new DateTime(2025, 4, 21, 12, 0, 0), complaint.CalledAt);
        Assert.Equal(new DateTime(2025, 4, 21, 18, 0, 0), complaint.DispatchedAt);
        Assert.Equal(new DateTime(2025, 4, 21, 19, 0, 0), complaint.RegisteredAt);
    }

    [Fact]
    public void Texts_are_what_the_citizen_wrote_runs_joined_pronunciation_left_out_escapes_undone()
    {
        const string Shared =
            "<si><r><rPr><b/></rPr><t>夜间</t></r><r><t xml:space=\"preserve\"> 施工</t></r><rPh sb=\"0\" eb=\"2\"><t>ヨル</t></rPh><phoneticPr/></si>"
            + "<si><t>一_x000D_\n二&#x4E09;&#20043;</t></si><si><t><![CDATA[<占道> & 噪声]]></t></si><si/><si><t/></si>";

        var row = Assert.Single(
            Rows(
                RawWorkbook.Bytes(
                    string.Concat(Enumerable.Range(0, 6).Select(i => $"<c t=\"s\"><v>{i}</v></c>")).Insert(0, "<row>") + "</row>",
                    Shared
                )
            )
        );

        Assert.Equal(["夜间 施工", "一\n二三之", "<占道> & 噪声"], row.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Prefixed_names_missing_references_comments_and_unknown_elements_are_read_through()
    {
        const string Data =
            "<!-- 注 --><x:row><x:c t='str'><x:v>甲</x:v></x:c><x:c/><x:c t=\"str\" note=\"a>b\"><x:v>乙</x:v><x:extLst><x:v>9</x:v></x:extLst></x:c></x:row>"
            + "<?p i?><x:row><x:c r=\"C9\"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row>";

        using var reader = Reader(RawWorkbook.Bytes(Data));
        var first = reader.Read()!;
        var second = reader.Read()!;

        Assert.Equal(["甲", null, "乙"], first.Cells.Select(cell => cell.Text));
        Assert.Equal((2L, "3", "4"), (second.Line, second.Cells[2].Text, second.Cells[3].Text));
        Assert.Null(reader.Read());
    }

    [Theory]
    [InlineData("<!DOCTYPE lolz [<!ENTITY a \"ha\">]>", "file_broken")]
    [InlineData("<row><c t=\"str\"><v>没有结尾", "file_damaged")]
    public void An_entity_bomb_or_a_cut_sheet_is_refused(string data, string code)
    {
        var problem = Some.ProblemOf(() => Rows(RawWorkbook.Bytes(data)));

        Assert.Equal(code, problem.Code);
    }

    [Fact]
    public void The_names_of_parts_may_be_written_as_paths_of_Windows()
    {
        var bytes = RawWorkbook.Bytes("<row><c t=\"str\"><v>一</v></c></row>");

        var windows = Restored(bytes, name => name.Replace('/', '\\'));

        var path = Path.Combine(Scratch.Folder("hotspot-windows"), "工单.xlsx");
        File.WriteAllBytes(path, windows);
        Assert.Equal(FileForm.Xlsx, InputFile.Of(path).Form);
        Assert.Equal("一", Assert.Single(Rows(windows)).Cells[0].Text);
    }

    [Fact]
    public void A_cell_beyond_the_limit_is_refused_in_bounded_memory()
    {
        var bytes = RawWorkbook.Bytes($"<row><c t=\"str\"><v>{new string('a', 40 << 20)}</v></c></row>");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("file_damaged", Some.ProblemOf(() => Rows(bytes)).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32L << 20);
    }

    [Fact]
    public void A_flipped_bit_that_still_unpacks_is_found_by_the_checksum()
    {
        var bytes = RawWorkbook.Bytes("<row><c t=\"str\"><v>一二三</v></c></row>");
        // Stored without compression, a changed letter is still a letter.
        var stored = Restored(bytes);
        var at = stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes("一二三"));
        stored[at + 2] ^= 1;

        Assert.Equal("file_damaged", Some.ProblemOf(() => Rows(stored)).Code);
    }

    [Fact]
    public void An_order_number_keeps_all_digits_that_are_written_and_one_that_lost_some_is_flagged()
    {
        const string Header =
            "<row><c t=\"str\"><v>工单编号</v></c><c t=\"str\"><v>来电时间</v></c><c t=\"str\"><v>内容</v></c><c t=\"str\"><v>区县</v></c></row>";
        string Row(string id) => $"<row><c><v>{id}</v></c><c s=\"1\"><v>45768.5</v></c><c t=\"str\"><v>内容{id}</v></c></row>";
        var bytes = RawWorkbook.Bytes(
            Header + Row("202504210001234") + Row("20250421000123456") + Row("20250421000123400") + Row("2.0250421000123400E+16"),
            styles: DateStyles
        );

        var complaints = Some.Open(bytes, "编号.xlsx").Outcomes().Select(row => row.Complaint!).ToArray();

        Assert.Equal(["202504210001234", "20250421000123456"], complaints[..2].Select(c => c.ComplaintId));
        Assert.All(complaints[..2], c => Assert.Empty(c.QualityFlags));
        Assert.All(complaints[2..], c => Assert.Equal(["id_digits_lost", "id_missing"], c.QualityFlags));
        Assert.NotEqual(complaints[2].ComplaintId, complaints[3].ComplaintId);
    }

    [Fact]
    public void It_reads_what_ExcelDataReader_reads_cell_by_cell()
    {
        foreach (var (name, bytes) in Workbooks())
        {
            using var reference = new ExcelReader(new MemoryStream(bytes), name);
            using var reader = Reader(bytes);
            while (reference.Read() is { } expected)
            {
                var row = reader.Read()!;
                Assert.Equal((expected.Sheet, expected.SheetName, expected.Line), (row.Sheet, row.SheetName, row.Line));
                var cells = row.Cells.Select(cell => $"{cell.Kind} {cell.Text}").ToArray();
                Assert.Equal(expected.Cells.Select(cell => $"{cell.Kind} {cell.Text}"), cells);
            }
            Assert.Null(reader.Read());
        }
    }

    private static IEnumerable<(string, byte[])> Workbooks()
    {
        var random = new Random(20250421);
        for (var i = 0; i < 40; i++)
        {
            var sheets = Enumerable
                .Range(0, random.Next(1, 4))
                .Select(s => ($"表{s}", Enumerable.Range(0, random.Next(0, 25)).Select(_ => Cells(random)).ToArray()))
                .ToArray();
            yield return ($"随机{i}.xlsx", Workbook.Bytes(sheets));
        }
        for (var i = 0; i < 40; i++)
            yield return ($"共享{i}.xlsx", Shared(random));
    }

    private static object?[] Cells(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(0, 12))
                .Select(_ =>
                    (object?)(
                        random.Next(6) switch
                        {
                            0 => null,
                            1 => (double)random.Next(-1000, 100000),
                            2 => Math.Round(random.NextDouble() * 1e6, 6),
                            3 => new DateTime(2025, 1, 1).AddSeconds(random.Next(100_000_000)),
                            4 => 13800000000d + random.Next(100000000),
                            _ => Words(random),
                        }
                    )
                ),
        ];

    private static byte[] Shared(Random random)
    {
        var texts = Enumerable.Range(0, 30).Select(_ => Words(random)).ToArray();
        var data = new StringBuilder();
        for (var row = 1; row < 20; row += random.Next(1, 3))
        {
            data.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            for (var column = random.Next(2); column < 12; column += random.Next(1, 3))
            {
                var at = $"r=\"{(char)('A' + column)}{row}\"";
                data.Append(
                    random.Next(4) switch
                    {
                        0 =>
                            $"<c {at} s=\"{random.Next(6)}\"><v>{(61 + random.NextDouble() * 60000).ToString("R", CultureInfo.InvariantCulture)}</v></c>",
                        1 => $"<c {at} t=\"b\"><v>{random.Next(2)}</v></c>",
                        2 => $"<c {at} t=\"str\"><f>A1</f><v>{System.Security.SecurityElement.Escape(Words(random))}</v></c>",
                        _ => $"<c {at} t=\"s\"><v>{random.Next(texts.Length)}</v></c>",
                    }
                );
            }
            data.Append("</row>");
        }
        var shared = texts.Select(
            (text, i) =>
                i % 3 == 0
                    ? $"<si><r><t>{System.Security.SecurityElement.Escape(text)}</t></r><r><t>尾</t></r></si>"
                    : $"<si><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></si>"
        );
        return RawWorkbook.Bytes(data.ToString(), string.Concat(shared), DateStyles);
    }

    private static string Words(Random random)
    {
        const string Letters = "市民反映夜间施工扰民，要求处理。ABC xyz 0123 <>&\"'—…😀\n丰台区大红门街道";
        var text = new StringBuilder();
        for (var n = random.Next(0, 40); n > 0; n--)
            text.Append(Letters.EnumerateRunes().ElementAt(random.Next(Letters.EnumerateRunes().Count())));
        return text.ToString();
    }

    private static byte[] Restored(byte[] bytes, Func<string, string>? named = null)
    {
        using var target = new MemoryStream();
        using (var from = new System.IO.Compression.ZipArchive(new MemoryStream(bytes)))
        using (var to = new System.IO.Compression.ZipArchive(target, System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var entry in from.Entries)
            {
                using var read = entry.Open();
                using var write = to.CreateEntry(
                        named?.Invoke(entry.FullName) ?? entry.FullName,
                        System.IO.Compression.CompressionLevel.NoCompression
                    )
                    .Open();
                read.CopyTo(write);
            }
        }
        return target.ToArray();
    }

    private static XlsxReader Reader(byte[] bytes) => new(() => new MemoryStream(bytes), "工单.xlsx");

    private static List<SourceRow> Rows(byte[] bytes)
    {
        using var reader = Reader(bytes);
        var rows = new List<SourceRow>();
        while (reader.Read() is { } row)
            rows.Add(row);
        return rows;
    }
}
