using System.Text;
using Hotspot.Ingest;
using Hotspot.Records;

namespace Hotspot.Tests.Ingest;

/// <summary>Files spoilt at random (seeded): no crash, no row lost, no row twice.</summary>
public class LosslessTests
{
    private const int Mutations = 200;

    [Fact]
    public void Every_line_of_a_spoilt_file_is_accounted_for()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var random = new Random(20250421);
        for (var i = 0; i < Mutations; i++)
        {
            var encoding = i % 3 == 0 ? Encoding.GetEncoding("GB18030") : Encoding.UTF8;
            var header = $"来电时间,{Some.CityHeader}\n";
            var lines = Enumerable
                .Range(0, 12)
                .Select(n => encoding.GetBytes($"2025-04-21 22:13:{n:00},{Some.CityRow(id: $"热线-250421-{n:000000}")}\n"))
                .ToArray();
            var spoilt = random.Next(lines.Length);
            lines[spoilt] = Spoil(lines[spoilt], random);
            byte[] bytes = [.. encoding.GetBytes(header), .. lines.SelectMany(line => line)];

            var reading = Some.Open(bytes, threads: 1 + i % 2);
            var rows = reading.Outcomes().ToArray();

            Assert.All(
                rows,
                row =>
                    Assert.True(
                        row.Rejected is null
                            ? row.Complaint is not null
                            : row.Complaint is null || row.Rejected.Reason == RejectReason.NoUsableTime
                    )
            );
            Assert.Equal(rows.Length, reading.Summary.Read);
            Assert.Equal(rows.Length, rows.Select(row => row.Line).Distinct().Count());
            // Every untouched line is there, as itself; what became of the spoilt one is told by line.
            var expected = Enumerable.Range(0, lines.Length).Where(n => n != spoilt).Select(n => $"热线-250421-{n:000000}");
            var found = rows.Select(row => row.Complaint?.ComplaintId).ToHashSet();
            Assert.True(expected.All(found.Contains), $"mutation {i}: lost {string.Join(", ", expected.Where(id => !found.Contains(id)))}");
            var ends = lines[spoilt].Count(b => b == '\n');
            Assert.InRange(rows.Length, lines.Length - 1, lines.Length - 1 + Math.Max(1, ends));
        }
    }

    [Fact]
    public void A_workbook_cut_anywhere_is_read_whole_or_refused()
    {
        var whole = Workbook.Bytes([("工单", [.. Workbook.CityRows(30)])]);
        var random = new Random(7);
        for (var i = 0; i < 30; i++)
        {
            var bytes = (byte[])whole.Clone();
            if (i % 2 == 0)
                bytes = bytes[..random.Next(1, bytes.Length)];
            else
            {
                for (var n = 0; n < 8; n++)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }
            try
            {
                var reading = Some.Open(bytes, "工单.xlsx");
                Assert.Equal(reading.Outcomes().Count(), reading.Summary.Read);
            }
            catch (ProblemException e)
            {
                Assert.NotEmpty(e.Problem.Code);
            }
        }
    }

    private static byte[] Spoil(byte[] line, Random random)
    {
        var body = line[..^1].ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(7))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.Insert(at, (byte)'"');
                    break;
                case 2:
                    body.Insert(at, (byte)',');
                    break;
                case 3:
                    body.Insert(at, (byte)'\n');
                    break;
                case 4:
                    body.RemoveRange(at, Math.Min(body.Count - at - 1, random.Next(40)));
                    break;
                case 5:
                    body.Insert(at, 0);
                    break;
                default:
                    body.InsertRange(body.FindIndex(b => b == ',') + 1, "\""u8.ToArray());
                    break;
            }
        }
        return [.. body, (byte)'\n'];
    }
}
