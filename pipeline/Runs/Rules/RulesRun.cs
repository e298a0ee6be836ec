using System.Globalization;
using System.Text;
using Hotspot.Enrich;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Outputs.Forms;
using Hotspot.Runs.Forms;
using Hotspot.Runs.Review;
using Hotspot.Runs.Undo;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Rules;

/// <param name="File">Workbook that was written or read.</param>
/// <param name="Gaps">Days without a rule, where that is allowed.</param>
/// <param name="Orders">Orders derived anew by the new rules.</param>
public sealed record RulesResult(
    string File,
    IReadOnlyList<string> Tables,
    IReadOnlyList<ReviewProblem> Problems,
    IReadOnlyList<ReviewProblem> Gaps,
    long Orders,
    string? Generation
);

/// <summary>The effective-dated tables of rules as a workbook, and back: checked, kept in the home's <c>rules/</c>, and what was loaded derived anew.</summary>
public static class RulesRun
{
    public const string Kind = "rules";
    private const string TruthList = "码_真假";

    public static RulesResult Export(RunContext context, string? output)
    {
        var phrases = context.Phrases;
        var file = output ?? Path.Combine(context.Home.Rules, phrases["rules.file"]);
        var form = new FormBook(
            Kind,
            "1",
            phrases["rules.title"],
            phrases["rules.instructions"].Split('\n'),
            phrases["form.instructions"],
            phrases["form.lists"],
            [
                .. RuleTable.All.Select(table => new FormSheet(
                    table.Sheet(phrases),
                    [.. Columns(table, phrases)],
                    [.. table.Read(context.Home).Select(row => (IReadOnlyList<object?>)[.. row])]
                )),
            ],
            [new FormList(TruthList, ["true", "false"])]
        );
        AtomicFile.Write(file, stream => FormFile.Write(form, stream));
        return new RulesResult(file, [.. RuleTable.All.Select(table => table.Sheet(phrases))], [], [], 0, null);
    }

    /// <summary>All sheets or none: a wrong cell leaves the rules as they are.</summary>
    public static RulesResult Import(RunContext context, string path, CancellationToken cancel)
    {
        var home = context.Home;
        var phrases = context.Phrases;
        var form = FilledForm.Read(path, Kind);
        home.Make();
        using var held = RunLock.Take(home);
        var ledger = new RunLedger(context, "rules");
        using var store = File.Exists(home.Store) ? WritingStore.Open(context, ledger, "rules") : null;
        var streets = RuleTable.All[^1].Read(home).Select(row => (row[1]!, row[2]!)).ToHashSet();
        var checks = new RuleChecks(phrases, streets);
        var tables = RuleTable
            .All.Select(table => (Table: table, Rows: (IReadOnlyList<FilledRow>)[.. Rows(form, table, phrases)]))
            .ToList();
        foreach (var (table, rows) in tables)
            checks.Check(table, rows);
        if (checks.Problems.Count > 0)
            return new RulesResult(form.File, [], checks.Problems, checks.Gaps, 0, null);
        var files = tables.ConvertAll(table => Replacing(table.Table, table.Rows, home));
        // Kept before the first of them changes: an import that is killed in between can be taken back too.
        if (store is not null)
            UndoTable.Write(store.Session, on => files.ForEach(file => UndoTable.KeepFile(on, file)));
        foreach (var file in files)
            AtomicFile.Write(Path.Combine(home.Rules, file.Name), stream => stream.Write(Encoding.UTF8.GetBytes(file.After)));
        var (orders, generation) = store is null ? (0, null) : Apply(context, ledger, store, cancel);
        return new RulesResult(form.File, [.. tables.Select(table => table.Table.Sheet(phrases))], [], checks.Gaps, orders, generation);
    }

    private static IEnumerable<FormColumn> Columns(RuleTable table, Phrasebook phrases) =>
        table.Columns.Select(column => new FormColumn(
            phrases[$"rules.column.{column}"],
            column is "category_patterns" or "text_patterns" or "aliases" or "note" ? 40 : 16,
            IsFilledIn: true,
            column == "is_six_plus_n" ? TruthList : null
        ));

    private static IEnumerable<FilledRow> Rows(FilledForm form, RuleTable table, Phrasebook phrases) =>
        form.Of(table.Sheet(phrases), Columns(table, phrases)).Where(row => row.Cells.Any(cell => cell is not null));

    private static RuleFile Replacing(RuleTable table, IReadOnlyList<FilledRow> rows, Home home)
    {
        var path = table.FileOf(home);
        return new RuleFile(Path.GetFileName(path), UndoRun.Text(path), Csv(table, rows));
    }

    private static string Csv(RuleTable table, IReadOnlyList<FilledRow> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(string.Join(',', table.Columns));
        foreach (var row in rows)
            text.WriteLine(
                CsvLine.Of(
                    table.Columns.Select(
                        (column, i) =>
                            column is "valid_from" or "valid_until"
                                ? RuleTable.Day(row[i])?.ToString("yyyy-MM-dd", null) ?? ""
                                : row[i] ?? ""
                    )
                )
            );
        return text.ToString();
    }

    /// <summary>What was loaded before is looked at by the new rules, each order by those of its day.</summary>
    private static (long Orders, string? Generation) Apply(
        RunContext context,
        RunLedger ledger,
        ComplaintStore store,
        CancellationToken cancel
    )
    {
        var city = HomeCity.Of(context);
        return RederivationStep.Run(
            context,
            ledger,
            store.Session,
            ("rules", ""),
            city,
            OverrideTable.InForce(store.Session),
            on => on.Execute("Store/touch_all"),
            on => PlaceRuleTable.Write(on, PlaceRules.Of(city)),
            cancel
        );
    }
}
