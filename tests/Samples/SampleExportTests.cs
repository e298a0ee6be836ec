using System.Globalization;
using System.Security.Cryptography;
using Hotspot.Samples;

namespace Hotspot.Tests.Samples;

[Collection("samples")]
public class SampleExportTests(SampleFixture sample)
{
    private static readonly SampleSettings Small = new(3000, 8, 7, SampleFixture.Sunday);

    [Fact]
    public void The_same_settings_give_the_same_bytes_in_any_culture()
    {
        var first = Hashes(sample.Fresh("first"), Small);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            Assert.Equal(first, Hashes(sample.Fresh("second"), Small));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Another_seed_gives_other_complaints() =>
        Assert.Empty(Hashes(sample.Fresh("seed7"), Small).Values.Intersect(Hashes(sample.Fresh("seed8"), Small with { Seed = 8 }).Values));

    [Fact]
    public void As_many_orders_are_made_as_were_asked_for()
    {
        Assert.Equal(60_000, sample.Truth.Orders);
        Assert.Equal(60_000, sample.Truth.OrdersByIssue.Values.Sum());
        Assert.Equal(60_000, sample.Truth.OrdersByDistrict.Values.Sum());
        Assert.Equal(17, sample.Truth.OrdersByDistrict.Count(d => d.Value > 0));
    }

    [Fact]
    public void Every_row_read_is_accounted_for()
    {
        var truth = sample.Truth;
        Assert.Equal(truth.Files.Where(f => f.Layout != "workbook").Sum(f => f.Rows), sample.Rows.Count);
        Assert.Equal(truth.Files.Sum(f => f.Rows), truth.Rows);
        var rejected = truth.Rejected.Footer + truth.Rejected.NoUsableTime + truth.Rejected.WrongCellCount;
        Assert.Equal(truth.Rows, truth.Orders + truth.ResentUnchanged + truth.ResentChanged + rejected);
        Assert.Equal(truth.Rejected.WrongCellCount, sample.Rows.Count(r => r.Cells != r.Width));
        Assert.Equal(truth.Rejected.Footer, sample.Rows.Count(r => r["工单编号"] == "合计"));
        Assert.Equal(
            truth.Rejected.NoUsableTime,
            sample.Rows.Count(r =>
                r.Cells == r.Width && r["工单编号"].Length == 0 && r["来电时间"].Length == 0 && r["派发时间"].Length == 0
            )
        );
    }

    [Fact]
    public void Each_month_has_one_file_named_after_it()
    {
        var names = sample.Truth.Files.Where(f => f.Layout == "main").Select(f => f.Name).ToList();
        Assert.Equal(13, names.Count);
        Assert.Contains("市平台导出_2025年04月.csv", names);
        foreach (var row in sample.Orders.Where(r => r.CalledAt is not null && !r.File.Contains('无')))
            Assert.True(string.CompareOrdinal($"市平台导出_{row.CalledAt:yyyy年MM月}.csv", row.File) <= 0, $"{row.CalledAt} in {row.File}");
    }

    [Fact]
    public void One_file_has_a_title_above_its_header_and_every_file_starts_with_a_byte_order_mark()
    {
        Assert.Single(sample.Truth.Files, f => f.TitleLines == 1);
        foreach (var file in Directory.GetFiles(sample.Folder, "*.csv"))
            Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(file)[..3]);
    }

    [Fact]
    public void The_truth_stands_outside_the_inbox_and_can_be_read_again()
    {
        Assert.DoesNotContain(Directory.GetFiles(sample.Folder), f => f.EndsWith(".json", StringComparison.Ordinal));
        var again = Truth.Read(sample.Fresh("truth.json"));
        Assert.Equal(sample.Truth.Orders, again.Orders);
        Assert.Equal(sample.Truth.Points.Select(p => (p.Id, p.LastWeekOrders)), again.Points.Select(p => (p.Id, p.LastWeekOrders)));
    }

    [Fact]
    public void Without_the_ticked_boxes_the_files_have_21_columns_and_every_order_its_number()
    {
        var folder = sample.Fresh("plain");
        var settings = Small with { IncludeCallTime = false, IncludeCoordinates = false };
        SampleExport.Write(settings, SampleFixture.City, folder, sample.Fresh("plain.json"));
        var rows = Directory.GetFiles(folder, "*.csv").SelectMany(SampleRow.Read).Where(r => r.IsOrder).ToList();
        Assert.True(rows.Count > 2500);
        Assert.All(rows, r => Assert.Equal(21, r.Width));
        Assert.All(rows, r => Assert.Matches("^热线-[0-9]{6}-[0-9]{6}$", r["工单编号"]));
    }

    [Fact]
    public void Settings_out_of_bounds_are_refused_before_anything_is_written()
    {
        var folder = sample.Fresh("refused");
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SampleExport.Write(Small with { Complaints = 10 }, SampleFixture.City, folder, sample.Fresh("refused.json"))
        );
        Assert.False(Directory.Exists(folder));
    }

    private static SortedDictionary<string, string> Hashes(string folder, SampleSettings settings)
    {
        SampleExport.Write(settings, SampleFixture.City, folder, Path.Combine(folder, "truth.json"));
        return new(
            Directory
                .GetFiles(folder)
                .ToDictionary(f => Path.GetFileName(f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))),
            StringComparer.Ordinal
        );
    }
}
