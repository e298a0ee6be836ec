using System.Globalization;
using Hotspot.Outputs;

namespace Hotspot.Tests.Journeys;

/// <summary><c>--split district</c>: one notice a district, in the figures of the bulletin and under its rules.</summary>
[Collection("sample office")]
public sealed class DistrictNoticesJourney(SampleOffice sample, DistrictNoticesJourney.Rewritten rewritten)
    : IClassFixture<DistrictNoticesJourney.Rewritten>,
        IDisposable
{
    /// <summary>A week whose bulletin was split and written again after somebody edited a notice.</summary>
    public sealed class Rewritten : PreparedOffice
    {
        public Rewritten()
        {
            Office.Call("load", Office.Write("四月.csv", Exports.City(new(2025, 4, 21), 7, 6))).Exits(0);
            First = Office.Call("report", "weekly", "--split", "district").Exits(0);
            Edited = Edit(Office);
            Second = Office.Call("report", "weekly").Exits(0);
        }

        internal Answer First { get; }

        internal (string Path, byte[] Bytes) Edited { get; }

        internal Answer Second { get; }
    }

    private readonly Office _office = new();

    private static string Room(Office office) => Path.Combine(office.Bulletin("weekly", "2025-W17"), "districts");

    private static int Notices(Answer answer) => answer.Json.GetProperty("notices").GetArrayLength();

    private static (string Path, byte[] Bytes) Edit(Office office)
    {
        var notice = Directory.EnumerateFiles(Room(office), "*.docx").Order(StringComparer.Ordinal).First();
        File.AppendAllText(notice, "edited");
        return (notice, File.ReadAllBytes(notice));
    }

    public void Dispose() => _office.Dispose();

    [Fact]
    public void Each_district_is_told_its_own_rows_of_the_bulletin()
    {
        var folder = sample.Office.Bulletin("weekly", SampleOffice.Week);
        var room = Path.Combine(folder, "districts");
        string Text(string name) => Printed.Docx(Path.Combine(room, name));
        var papers = sample.Weekly;
        var districts = papers.Table("areas", "level = 'district' and issue is null and complaints > 0");
        var figures = FiguresFile.Read(Path.Combine(room, "figures.json")).Figures.ToDictionary(figure => figure.Id);

        Assert.Equal(districts.Count, Directory.EnumerateFiles(room, "*.docx").Count());
        Assert.Equal(districts.Count, Notices(sample.WeeklyAnswer));
        foreach (var row in districts)
        {
            var text = Text($"{row["district"]}_城管诉求周报_2025年第17周_初稿.docx");
            Assert.Contains($"{row["district"]}共受理诉求{row["complaints"]}件", text, StringComparison.Ordinal);
            Assert.Contains($"归并为{row["incidents"]}起，居{districts.Count}个区第{row["rank"]}位", text, StringComparison.Ordinal);
            Assert.Equal(
                Convert.ToDouble(row["complaints"], CultureInfo.InvariantCulture),
                figures[$"notice.{row["district"]}.complaints"].Value
            );
            // Nothing of another district is on its page.
            foreach (var other in districts.Where(other => other != row))
                Assert.DoesNotContain((string)other["district"]!, text, StringComparison.Ordinal);
        }
        foreach (var point in papers.Table("points", "is_hot and district is not null and rank <= 3"))
            Assert.Contains(
                (string)point["label"]!,
                Text($"{point["district"]}_城管诉求周报_2025年第17周_初稿.docx"),
                StringComparison.Ordinal
            );
        Assert.Contains(
            "areas.sql",
            sample.Office.Call("explain", $"notice.{districts[0]["district"]}.complaints").Exits(0).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_notice_that_someone_edited_is_kept()
    {
        var (edited, bytes) = rewritten.Edited;

        Assert.Equal(bytes, File.ReadAllBytes(edited));
        Assert.True(File.Exists(edited.Replace(".docx", "_第2稿.docx", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_bulletin_that_was_split_stays_so_when_it_is_rewritten_and_when_it_is_final()
    {
        var first = Notices(rewritten.First);
        Assert.Equal(first, Notices(rewritten.Second));
        Assert.Equal(first, Directory.EnumerateFiles(Room(rewritten.Office), "*_初稿.docx").Count());
        _office.TakeOver(rewritten.Office, whole: true);
        _office.Call("report", "weekly", "--final").Exits(0);
        Assert.Equal(first, Directory.EnumerateFiles(Room(_office), "*_定稿.docx").Count());

        var (edited, bytes) = Edit(_office);
        _office.Call("report", "weekly", "--split", "district").Exits(0);
        Assert.Equal(bytes, File.ReadAllBytes(edited));
    }

    [Fact]
    public void A_final_bulletin_may_be_split_as_long_as_its_figures_stand()
    {
        var week = Exports.City(new(2025, 4, 7), 14, 6);
        _office.Call("load", _office.Write("四月.csv", week)).Exits(0);
        string[] report = ["report", "weekly", "--period", "2025-W15", "--split", "district"];
        _office.Call("report", "weekly", "--period", "2025-W15", "--final").Exits(0);
        var folder = _office.Bulletin("weekly", "2025-W15");
        var room = Path.Combine(folder, "districts");
        _office.Call(report).Exits(0);

        Assert.All(Directory.EnumerateFiles(room, "*.docx"), file => Assert.EndsWith("_定稿.docx", file, StringComparison.Ordinal));
        Directory.Delete(room, recursive: true);
        _office.Call("load", _office.Write("补录.csv", Exports.City(new(2025, 4, 8), 1, 9))).Exits(0);
        var later = _office.Call(report).Exits(0);

        Assert.False(Directory.Exists(room));
        Assert.Equal(0, Notices(later));
        Assert.Contains("更正单", later.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_edition_is_not_split() => _office.Call("report", "weekly", "--audience", "public", "--split", "district").Exits(2);
}
