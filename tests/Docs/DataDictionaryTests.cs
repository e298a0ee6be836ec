using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Tests.Cli;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Docs;

public sealed class DataDictionaryTests
{
    [Fact]
    public void The_dictionary_in_the_repository_is_what_the_program_writes() =>
        // To renew: dotnet run --project pipeline -c Release -- schema --lang en -o data-schemas/README.md
        Assert.Equal(
            DataDictionary.Markdown(Phrasebook.Load("en")),
            DataDictionary.MarkedPart(File.ReadAllText(Path.Combine(Schemas.Root, "data-schemas", "README.md")).ReplaceLineEndings("\n"))
        );

    [Fact]
    public void It_explains_every_column_and_code_of_every_schema()
    {
        var text = DataDictionary.Markdown(Phrasebook.Load("zh"));
        foreach (
            var table in (string[])
                [
                    "complaint",
                    "peak_hours",
                    "peak_windows",
                    "areas",
                    "points",
                    "hotspot_units",
                    "repeats",
                    "near_repeats",
                    "early_warnings",
                    "forecast",
                    "forecast_backtest",
                    "hot_cells",
                    "hot_cell_backtest",
                    "hexes",
                    "emerging",
                    "space_time_clusters",
                    "cluster_incidents",
                    "callbacks",
                    "callback_rates",
                    "service_levels",
                    "dispatched",
                    "dispatch_lists",
                    "surveys",
                    "figures",
                    "manifest",
                    "batches",
                    "ledger",
                    "run",
                    "source",
                ]
        )
            Assert.Contains($"## `{table}` · ", text, StringComparison.Ordinal);
        Assert.Contains("| `occurred_at` | 诉求时间 | string (local-date-time) |", text, StringComparison.Ordinal);
        Assert.Contains("| `disposition` | `not_ours` | 非权属 |", text, StringComparison.Ordinal);
        Assert.Contains("| `steps[].rows_in` | 输入行 | integer \\| null, ≥ 0 |", text, StringComparison.Ordinal);
        Assert.Contains("| `reject_reasons` | `footer` | 表尾 |", text, StringComparison.Ordinal);
        Assert.Contains("| `codes/districts.csv` | `code`, `name`,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_file_with_marks_only_the_marked_part_is_replaced()
    {
        using var folder = new TempFolder();
        var file = folder.File("README.md");
        File.WriteAllText(file, $"before\n{DataDictionary.BeginMark}\nold\n{DataDictionary.EndMark}\nafter\n");
        DataDictionary.WriteTo(file, Phrasebook.Load("en"));
        var text = File.ReadAllText(file);
        Assert.StartsWith("before\n" + DataDictionary.BeginMark + "\n## `complaint`", text, StringComparison.Ordinal);
        Assert.EndsWith(DataDictionary.EndMark + "\nafter\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("old\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verb_prints_it_without_touching_anything()
    {
        using var door = new Door();
        Assert.Equal(0, door.Call("schema"));
        Assert.StartsWith("## `complaint` · 诉求", door.Out, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(door.Folder));
    }

    [Fact]
    public void The_verb_writes_it_where_it_is_told_and_says_so_in_json()
    {
        using var door = new Door();
        Assert.Equal(0, door.Call("schema", "-o", "字典.md", "--json"));
        var file = Path.Combine(door.Folder, "字典.md");
        Assert.Equal(DataDictionary.Markdown(Phrasebook.Load("zh")), File.ReadAllText(file));
        Assert.Equal(file, door.LastLine().GetProperty("file").GetString());
    }

    [Fact]
    public void A_folder_is_no_place_for_it()
    {
        using var door = new Door();
        Assert.Equal(2, door.Call("schema", "-o", "."));
    }
}
