using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Architecture;

/// <summary>The rules of the rooms (pipeline/README.md), held against the source text: cheap, and they name the line.</summary>
public partial class RoomTests
{
    /// <summary>Downstream in this order; a room may use itself and what stands before it.</summary>
    private static readonly string[] Order =
    [
        "Language",
        "Calendar",
        "Settings",
        "Records",
        "Texts",
        "Privacy",
        "Geo",
        "Ingest",
        "Store",
        "Classify",
        "Enrich",
        "Incidents",
        "Hotspots",
        "IssueGroups",
        "Grouping",
        "Callback",
        "Gates",
        "Reports",
        "Outputs",
        "Samples",
        "Runs",
        "Cli",
    ];

    /// <summary>Folders of the room <c>Hotspots</c>, under the same rule.</summary>
    private static readonly string[] Methods =
    [
        "Statistics",
        "Grids",
        "Clustering",
        "Peaks",
        "Areas",
        "HotPoints",
        "Trends",
        "Recurrence",
        "Scans",
        "Warnings",
        "Forecasting",
    ];

    private static readonly string Pipeline = Path.GetFullPath(Path.Combine(Here(), "..", "..", "pipeline"));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static IEnumerable<(string Room, string File, string Text)> Sources() => Sources(Pipeline);

    private static IEnumerable<(string Room, string File, string Text)> Sources(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(source =>
                !source.Path.StartsWith("bin/", StringComparison.Ordinal) && !source.Path.StartsWith("obj/", StringComparison.Ordinal)
            )
            .Where(source => source.Path.Contains('/', StringComparison.Ordinal))
            .Select(source => (source.Path.Split('/')[0], source.Path, File.ReadAllText(source.File)));

    [Fact]
    public void Every_folder_is_a_room_with_a_place_on_the_way() =>
        Hold.None(
            Sources().Select(source => source.Room).Except(Order),
            "a new room needs its place in Order here, a line in the map of rooms of pipeline/README.md and tests in a folder of its name"
        );

    [Fact]
    public void A_room_uses_only_rooms_upstream()
    {
        var wrong =
            from source in Sources()
            from Match use in Use().Matches(source.Text)
            let room = use.Groups[1].Value
            where Order.Contains(room) && Array.IndexOf(Order, room) > Array.IndexOf(Order, source.Room)
            select $"{source.File}: {source.Room} uses {room}";
        Hold.None(wrong, "a room uses only rooms that stand before it in Order: move the code, or hand in what it needs");
    }

    [Fact]
    public void A_method_uses_only_methods_upstream()
    {
        var wrong =
            from source in Sources()
            where source.Room == "Hotspots"
            let parts = source.File.Split('/')
            let method = parts.Length > 2 ? parts[1] : ""
            from Match use in MethodUse().Matches(source.Text)
            let used = use.Groups[1].Value
            where Array.IndexOf(Methods, used) > Array.IndexOf(Methods, method) || (method.Length > 0 && !Methods.Contains(method))
            select $"{source.File}: {method} uses {used}";
        Hold.None(wrong, "a folder of Hotspots uses only folders that stand before it in Methods, files beside the folders use none");
    }

    [Fact]
    public void Only_the_cli_touches_the_console() =>
        Hold.None(
            Sources()
                .Where(source => source.Room != "Cli" && source.Text.Contains("RS0030", StringComparison.Ordinal))
                .Select(source => source.File),
            "only Cli talks to the terminal: give back what it should say"
        );

    [Fact]
    public void Sql_runs_only_in_the_session_of_the_store() =>
        Hold.None(
            Sources()
                .Where(source => source.Text.Contains("CommandText", StringComparison.Ordinal) && source.File != "Store/Session.cs")
                .Select(source => source.File),
            "SQL stands in a .sql file and is run by the session of the store"
        );

    /// <summary>Told here and not by an analyser: the analysers of style cost a build half a minute for this one rule.</summary>
    [Fact]
    public void A_namespace_is_that_of_its_file() =>
        Hold.None(
            Sources()
                .Concat(Sources(Path.GetFullPath(Path.Combine(Here(), ".."))))
                .Where(source =>
                    source.Text.Split('\n').Any(line => line.StartsWith("namespace ", StringComparison.Ordinal) && !line.EndsWith(';'))
                )
                .Select(source => source.File),
            "write 'namespace X;' instead of a block"
        );

    [Fact]
    public void No_file_has_grown_past_its_purpose() =>
        Hold.None(
            Sources().Where(source => source.Text.Split('\n').Length > 400).Select(source => source.File),
            "longer than 400 lines: split it by what it does"
        );

    [Fact]
    public void The_rooms_stand_in_the_map_of_rooms()
    {
        var map = File.ReadAllText(Path.Combine(Pipeline, "README.md"));
        Hold.None(
            Order.Where(room => !map.Contains($"`{room}`", StringComparison.Ordinal)),
            "no line in the map of rooms of pipeline/README.md"
        );
    }

    [Fact]
    public void The_map_of_rooms_lists_what_each_room_uses()
    {
        var map = File.ReadAllText(Path.Combine(Pipeline, "README.md"));
        var listed = Row().Matches(map).ToDictionary(row => row.Groups["room"].Value, row => Listed(row.Groups["uses"].Value));
        var used = Sources().ToLookup(source => source.Room, source => Use().Matches(source.Text).Select(use => use.Groups[1].Value));
        var wrong =
            from room in Order
            let above = Order[..Array.IndexOf(Order, room)]
            let told = listed[room] is ["all above"] ? above : listed[room]
            let uses = above.Intersect(used[room].SelectMany(rooms => rooms)).ToList()
            where !told.SequenceEqual(uses)
            select $"{room}: {string.Join(", ", uses)}";
        Hold.None(wrong, "the column 'may use' of the map of rooms in pipeline/README.md is to be, for");
    }

    /// <summary>Without what stands in brackets.</summary>
    private static string[] Listed(string cell) =>
        [.. Bracket().Replace(cell, "").Split(',', StringSplitOptions.TrimEntries).Where(room => room != "–")];

    [GeneratedRegex(@"^\| `(?<room>[A-Za-z]+)` \|.*\| (?<uses>[^|]*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\bHotspot\.([A-Z][A-Za-z]+)\b")]
    private static partial Regex Use();

    [GeneratedRegex(@"\bHotspot\.Hotspots\.([A-Z][A-Za-z]+)\b")]
    private static partial Regex MethodUse();
}
