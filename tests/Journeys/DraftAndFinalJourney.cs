using System.IO.Compression;
using Hotspot.Settings;

namespace Hotspot.Tests.Journeys;

/// <summary>Drafts are rewritten freely, what a person edited is not, and a finalised bulletin stands for good.</summary>
public sealed class DraftAndFinalJourney : IClassFixture<DraftAndFinalJourney.Drafted>, IDisposable
{
    /// <summary>Two weeks, the second of which has its draft.</summary>
    public sealed class Drafted : PreparedOffice
    {
        public Drafted()
        {
            Office.Call("load", Office.Write("导出.csv", Exports.City(new(2025, 4, 14), 14, 4))).Exits(0);
            Office.Call("report", "weekly").Exits(0);
        }
    }

    private const string Week = "2025-W17";
    private readonly Office _office = new();

    public DraftAndFinalJourney(Drafted drafted) => _office.TakeOver(drafted.Office, whole: true);

    public void Dispose() => _office.Dispose();

    private string Folder => _office.Bulletin("weekly", Week);

    private IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Folder, "*.docx").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    [Fact]
    public void A_draft_says_so_and_takes_no_number()
    {
        var papers = new Papers(Folder);

        Assert.Equal(["城管诉求周报_2025年第17周_初稿.docx"], Documents());
        Assert.Contains("初稿", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("总第", papers.Text, StringComparison.Ordinal);
        Assert.Equal(1, HomeSettings.Read(_office.Home.SettingsFile).NextIssueNumber);
    }

    [Fact]
    public void A_document_that_someone_edited_is_kept_and_the_new_one_is_the_second_draft()
    {
        var first = Edit(Directory.EnumerateFiles(Folder, "*.docx").Single());
        _office.Call("report", "weekly").Exits(0);

        Assert.Equal(["城管诉求周报_2025年第17周_初稿.docx", "城管诉求周报_2025年第17周_初稿_第2稿.docx"], Documents());
        Assert.Equal(first.Bytes, File.ReadAllBytes(first.Path));

        // The second draft is still ours: it is rewritten, and becomes no third.
        _office.Call("report", "weekly").Exits(0);
        Assert.Equal(2, Documents().Count());
        Assert.Equal(first.Bytes, File.ReadAllBytes(first.Path));

        var second = Edit(Directory.EnumerateFiles(Folder, "*第2稿.docx").Single());
        _office.Call("report", "weekly").Exits(0);
        Assert.Equal(3, Documents().Count());
        Assert.Equal(second.Bytes, File.ReadAllBytes(second.Path));
    }

    /// <summary>A scan of the signed paper, notes, a copy under another name, a chart that was drawn over; tables for machines are made anew.</summary>
    [Fact]
    public void What_a_person_laid_into_the_folder_stays_there()
    {
        var draft = Directory.EnumerateFiles(Folder, "*.docx").Single();
        Directory.CreateDirectory(Path.Combine(Folder, "附件"));
        var chart = Directory.EnumerateFiles(Path.Combine(Folder, "charts"), "*.png").First();
        var table = Path.Combine(Folder, "parquet", "areas.parquet");
        var areas = File.ReadAllBytes(table);
        string[] theirs = ["城管诉求周报_2025年第17周_初稿.pdf", "备注.txt", "附件/我的稿.wps"];
        foreach (var file in theirs)
            File.WriteAllText(Path.Combine(Folder, file), file);
        File.Copy(draft, Path.Combine(Folder, "备份.docx"));
        File.WriteAllText(chart, "drawn over");
        File.WriteAllText(table, "damaged");

        for (var times = 0; times < 2; times++)
            _office.Call("report", "weekly").Exits(0);

        Assert.All(theirs, file => Assert.Equal(file, File.ReadAllText(Path.Combine(Folder, file))));
        Assert.Equal(["城管诉求周报_2025年第17周_初稿.docx", "备份.docx"], Documents());
        Assert.Equal("drawn over", File.ReadAllText(chart.Replace(".png", "(2).png", StringComparison.Ordinal)));
        Assert.False(File.Exists(chart.Replace(".png", "(3).png", StringComparison.Ordinal)));
        Assert.Equal(areas, File.ReadAllBytes(table));
    }

    [Fact]
    public void An_edited_document_survives_a_run_that_died_while_it_switched_folders()
    {
        var edited = Edit(Directory.EnumerateFiles(Folder, "*.docx").Single());
        // As if the machine went down between moving the old folder away and the new one in.
        Directory.Move(Folder, Folder + ".old");
        _office.Call("report", "weekly").Exits(0);

        Assert.Equal(edited.Bytes, File.ReadAllBytes(edited.Path));
        Assert.Equal(2, Documents().Count());
    }

    [Fact]
    public void A_final_bulletin_takes_the_next_number_and_is_not_written_again()
    {
        _office.Set(settings => settings with { NextIssueNumber = 17 });
        _office.Call("report", "weekly", "--period", Week, "--final").Exits(0);
        var papers = new Papers(Folder);

        Assert.Equal(["城管诉求周报_2025年第17周_定稿.docx"], Documents());
        Assert.Contains("总第17期", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("初稿", papers.Text, StringComparison.Ordinal);
        Assert.Equal(18, HomeSettings.Read(_office.Home.SettingsFile).NextIssueNumber);

        var before = File.ReadAllBytes(papers.File(".docx"));
        _office.Call("report", "weekly", "--period", Week).Exits(0);
        _office.Call("report", "weekly", "--period", Week, "--final").Exits(2);
        Assert.Equal(before, File.ReadAllBytes(papers.File(".docx")));
        Assert.Equal(18, HomeSettings.Read(_office.Home.SettingsFile).NextIssueNumber);
    }

    [Fact]
    public void A_period_that_the_data_do_not_reach_cannot_be_final()
    {
        var answer = _office.Call("report", "monthly", "--period", "2025-04", "--final").Exits(3);

        Assert.Equal("final_incomplete", answer.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.False(Directory.Exists(_office.Bulletin("monthly", "2025-04")));
        Assert.Equal(1, HomeSettings.Read(_office.Home.SettingsFile).NextIssueNumber);
    }

    /// <summary>Changes the document as Word would: other bytes, the same name.</summary>
    private static (string Path, byte[] Bytes) Edit(string path)
    {
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            using var writer = new StreamWriter(zip.CreateEntry("customXml/note.xml").Open());
            writer.Write("<note>改过</note>");
        }
        return (path, File.ReadAllBytes(path));
    }
}
