using System.IO.Compression;
using System.Text;
using Hotspot.Tests.Ingest;

namespace Hotspot.Tests.Fuzz;

/// <summary>One file to read. <paramref name="Rows"/>: how many rows it must give, null where nobody can say.</summary>
internal sealed record FuzzInput(string Name, byte[] Bytes, int? Rows);

/// <summary>Good files and how each kind is spoilt.</summary>
internal sealed class Seeds
{
    private const int Lines = 12;
    private static readonly byte[] Delimiters = [(byte)',', (byte)';', (byte)'\t'];
    private readonly Encoding[] _encodings;
    private readonly byte[][] _xlsx;
    private readonly byte[] _xls = File.ReadAllBytes(Some.Data("city-two-sheets.xls"));
    private readonly byte[] _parquet = ParquetRowsTests.Export(groups: 2);

    public Seeds()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _encodings = [new UTF8Encoding(false), Encoding.GetEncoding("GB18030"), new UnicodeEncoding(false, true)];
        string Shared(int i) => $"<si><t>{Some.CityRow(id: $"热线-250421-{i:000000}").Split(',')[i % 21]}</t></si>";
        _xlsx =
        [
            Workbook.Bytes([
                (
                    "说明",
                    [
                        ["填报说明"],
                    ]
                ),
                ("工单", [.. Workbook.CityRows(Lines)]),
            ]),
            RawWorkbook.Bytes(
                "<row r=\"1\">"
                    + string.Concat(
                        "工单编号,来电时间,主要内容,被反映区".Split(',').Select(h => $"<c t=\"inlineStr\"><is><t>{h}</t></is></c>")
                    )
                    + "</row>"
                    + string.Concat(
                        Enumerable
                            .Range(2, Lines)
                            .Select(r =>
                                $"<row r=\"{r}\"><c r=\"A{r}\" t=\"s\"><v>{r}</v></c><c r=\"B{r}\" s=\"1\"><v>4576{r % 10}.5</v></c><c r=\"C{r}\" t=\"s\"><v>{r + 3}</v></c></row>"
                            )
                    ),
                string.Concat(Enumerable.Range(0, 40).Select(Shared)),
                "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>"
            ),
        ];
    }

    /// <summary>Of ten inputs five are csv, three xlsx, one xls, one parquet.</summary>
    public FuzzInput Input(int number, Random random) =>
        (number % 10) switch
        {
            < 3 => Cell(random),
            < 5 => new FuzzInput("导出.csv", Mutations.Spoil(Csv(random, out _, out _), random), null),
            < 8 => new FuzzInput("导出.xlsx", Xlsx(random), null),
            8 => new FuzzInput("导出.xls", Mutations.Spoil(_xls, random), null),
            _ => new FuzzInput("导出.parquet", Mutations.Spoil(_parquet, random), null),
        };

    /// <summary>One cell of one line spoilt: every line is still a row.</summary>
    private FuzzInput Cell(Random random)
    {
        var lines = Csv(random, out var encoding, out var delimiter, narrow: true).AsSpan();
        var whole = new List<byte[]>();
        foreach (var range in lines.Split((byte)'\n'))
        {
            if (!lines[range].IsEmpty)
                whole.Add(lines[range].ToArray());
        }
        var at = random.Next(1, whole.Count);
        var cells = new List<byte[]>();
        ReadOnlySpan<byte> line = whole[at];
        foreach (var range in line.Split(delimiter))
            cells.Add(line[range].ToArray());
        var cell = random.Next(cells.Count);
        cells[cell] = Mutations.SpoilCell(cells[cell], delimiter, random);
        whole[at] = [.. cells.SelectMany((c, i) => i == 0 ? c : [delimiter, .. c])];
        return new FuzzInput("导出.csv", [.. whole.SelectMany(l => (byte[])[.. l, (byte)'\n'])], Lines);
    }

    private byte[] Csv(Random random, out Encoding encoding, out byte delimiter, bool narrow = false)
    {
        encoding = _encodings[random.Next(narrow ? 2 : 3)];
        delimiter = Delimiters[random.Next(Delimiters.Length)];
        var text = new StringBuilder($"来电时间,{Some.CityHeader}\n");
        for (var n = 0; n < Lines; n++)
            text.Append($"2025-04-21 22:13:{n:00},{Some.CityRow(id: $"热线-250421-{n:000000}", content: $"市民反映第{n}处占道经营。")}\n");
        byte[] bytes = encoding.GetBytes(text.Replace(',', (char)delimiter).ToString());
        return [.. narrow ? [] : encoding.GetPreamble(), .. bytes];
    }

    /// <summary>Half of them spoilt as bytes, half inside a part, packed again: deeper than the zip.</summary>
    private byte[] Xlsx(Random random)
    {
        var whole = _xlsx[random.Next(_xlsx.Length)];
        if (random.Next(4) == 0)
            return Mutations.Spoil(whole, random);
        using var target = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(whole)))
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            var spoilt = random.Next(from.Entries.Count);
            foreach (var (i, entry) in from.Entries.Index())
            {
                using var part = new MemoryStream();
                using (var read = entry.Open())
                    read.CopyTo(part);
                if (i == spoilt && random.Next(20) == 0)
                    continue;
                var name = i == spoilt && random.Next(20) == 0 ? "../" + entry.FullName : entry.FullName;
                using var write = to.CreateEntry(name, CompressionLevel.Fastest).Open();
                write.Write(i == spoilt ? Mutations.Spoil(part.ToArray(), random) : part.ToArray());
            }
        }
        return target.ToArray();
    }
}
