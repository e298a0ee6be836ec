using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hotspot.Tests.Samples;

[Collection("samples")]
public partial class SampleDirtTests(SampleFixture sample)
{
    [Fact]
    public void Nobody_can_be_reached_by_a_number_in_the_sample()
    {
        foreach (var row in sample.Orders)
        {
            Assert.Matches("^(154[0-9]{8}|154××××|保密)$", row["来电人电话/账号"]);
            foreach (Match digits in LongNumber().Matches(row["主要内容"]))
                Assert.True(
                    digits.Value.StartsWith("154", StringComparison.Ordinal) || IdentityOfNoRegion().IsMatch(digits.Value),
                    digits.Value
                );
        }
    }

    [Fact]
    public void Personal_details_in_the_texts_are_counted()
    {
        var dirt = sample.Truth.Dirt;
        Assert.Equal(sample.Truth.Dirt["personal_email"], Count("@example.com") + InWorkbook("@example.com"));
        Assert.Equal(sample.Truth.Dirt["personal_plate"], Count("京Z00") + InWorkbook("京Z00"));
        Assert.All(["personal_phone", "personal_identity", "personal_name", "personal_door"], kind => Assert.True(dirt[kind] > 50, kind));
    }

    [Theory]
    [InlineData("call_time_slashes", "^[0-9]{4}/[0-9]{1,2}/[0-9]{1,2} [0-9]{1,2}:[0-9]{2}$")]
    [InlineData("call_time_compact", "^[0-9]{14}$")]
    [InlineData("call_time_iso", "T.*\\+08:00$")]
    [InlineData("call_time_chinese", "^[0-9]{4}年.*[上下]午[0-9]{1,2}时[0-9]{1,2}分$")]
    [InlineData("call_time_date_only", " 00:00:00$")]
    public void Each_other_form_of_time_is_as_frequent_as_the_truth_says(string kind, string form)
    {
        var rows = sample.Orders.Count(r => Regex.IsMatch(r["来电时间"], form));
        // The workbook holds at most 300 rows of its own; blanked call times were formed before they were blanked.
        Assert.InRange(rows, sample.Truth.Dirt[kind] * 0.9 - 12, sample.Truth.Dirt[kind] + 3);
        Assert.True(rows > 100);
    }

    [Fact]
    public void Wrong_coordinates_are_of_three_kinds_and_rare()
    {
        var dirt = sample.Truth.Dirt;
        var pairs = sample
            .Orders.Where(r => r["经度"].Length > 0)
            .Select(r =>
                (X: double.Parse(r["经度"], CultureInfo.InvariantCulture), Y: double.Parse(r["纬度"], CultureInfo.InvariantCulture))
            )
            .ToList();
        Assert.InRange(pairs.Count(p => p.X == 0), dirt["coordinate_zero"] - 5, dirt["coordinate_zero"]);
        Assert.InRange(pairs.Count(p => p.X is > 38 and < 43), dirt["coordinate_swapped"] - 5, dirt["coordinate_swapped"]);
        Assert.InRange(pairs.Count(p => p.X is > 111 and < 115), dirt["coordinate_outside"] - 5, dirt["coordinate_outside"]);
        Assert.InRange(pairs.Count(p => p.X is > 115.3 and < 117.6 && p.Y is > 39.3 and < 41.2) / (double)pairs.Count, 0.98, 0.995);
    }

    [Fact]
    public void Every_kind_of_dirt_occurs() => Assert.All(sample.Truth.Dirt, kind => Assert.True(kind.Value > 0, kind.Key));

    [Fact]
    public void The_small_export_lacks_call_time_and_coordinates()
    {
        var rows = sample.Rows.Where(r => r.File.Contains("无来电时间", StringComparison.Ordinal)).ToList();
        Assert.InRange(rows.Count, 60, 300);
        Assert.All(rows, r => Assert.Equal(21, r.Width));
        var elsewhere = sample.Rows.Where(r => !r.File.Contains('无')).Select(r => r["工单编号"]).ToHashSet();
        var known = rows.Count(r => elsewhere.Contains(r["工单编号"]));
        Assert.True(known > 20 && known < rows.Count - 20, $"{known} of {rows.Count} stand in the main layout too");
    }

    [Fact]
    public void The_workbook_has_true_dates()
    {
        var sheet = Sheet();
        var name = sheet.Root!.Name.Namespace;
        var rows = sheet.Descendants(name + "row").ToList();
        Assert.Equal(sample.Truth.Files.Single(f => f.Layout == "workbook").Rows + 1, rows.Count);
        Assert.Equal(26, rows[0].Elements().Count());
        var called = sheet
            .Descendants(name + "c")
            .Where(c => c.Attribute("r")!.Value[0] == 'V' && c.Element(name + "v") is not null)
            .ToList();
        Assert.True(called.Count > 100);
        var first = DateTime.FromOADate(double.Parse(called[0].Element(name + "v")!.Value, CultureInfo.InvariantCulture));
        Assert.InRange(first, new DateTime(2025, 3, 31), new DateTime(2025, 4, 21));
    }

    private int Count(string text) => sample.Orders.Count(r => r["主要内容"].Contains(text, StringComparison.Ordinal));

    private int InWorkbook(string text) => Regex.Count(Sheet().ToString(), Regex.Escape(text));

    private XDocument Sheet()
    {
        using var zip = ZipFile.OpenRead(Directory.GetFiles(sample.Folder, "*.xlsx").Single());
        using var stream = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XDocument.Load(stream);
    }

    [GeneratedRegex("[0-9]{11,}")]
    private static partial Regex LongNumber();

    [GeneratedRegex("^9901[0-9]{14}$")]
    private static partial Regex IdentityOfNoRegion();
}
