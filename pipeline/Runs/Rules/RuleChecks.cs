using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Language;
using Hotspot.Runs.Forms;
using Hotspot.Runs.Review;

namespace Hotspot.Runs.Rules;

/// <summary>Checks a filled-in table of rules, cell by cell, then the periods of validity of each thing.</summary>
/// <param name="streets">By district and name.</param>
internal sealed class RuleChecks(Phrasebook phrases, IReadOnlySet<(string District, string Street)> streets)
{
    private readonly List<ReviewProblem> _problems = [];
    private readonly List<ReviewProblem> _gaps = [];

    public IReadOnlyList<ReviewProblem> Problems => _problems;

    /// <summary>Days without a rule where that is allowed: told, not refused.</summary>
    public IReadOnlyList<ReviewProblem> Gaps => _gaps;

    public void Check(RuleTable table, IReadOnlyList<FilledRow> rows)
    {
        if (rows.Count == 0 && !table.MayBeEmpty)
            _problems.Add(new ReviewProblem(table.Sheet(phrases), 1, "", "rules_empty", ""));
        foreach (var row in rows)
        {
            for (var i = 0; i < table.Columns.Count; i++)
                Cell(table, row, table.Columns[i], row[i]);
            if (table.Name == "rates")
                Sum(table, row);
            if (table.Name == "denominators")
                Denominator(table, row);
        }
        foreach (var same in rows.GroupBy(row => string.Join(' ', table.Key.Select(column => row[table.At(column)]))))
            Periods(table, [.. same.OrderBy(row => From(table, row) ?? DateOnly.MinValue).ThenBy(row => row.Row)]);
    }

    private void Cell(RuleTable table, FilledRow row, string column, string? value)
    {
        var wrong = column switch
        {
            "valid_from" or "valid_until" => value is not null && RuleTable.Day(value) is null ? "date_wrong" : null,
            "is_six_plus_n" => value is "true" or "false" ? null : "truth_wrong",
            "contacted" or "satisfied" or "resolved" or "basic" => Number(value) is >= 0 and <= 1 ? null : "share_wrong",
            "longitude" or "latitude" => value is null || Number(value) is not null ? null : "number_wrong",
            "residents" => value is null || Number(value) is > 0 and var count && count == Math.Floor(count) ? null : "positive_wrong",
            "area_km2" => value is null || Number(value) is > 0 ? null : "positive_wrong",
            "district" => streets.Any(street => street.District == value) ? null : "district_wrong",
            "issue" or "name" or "code" => value is null ? "value_missing" : null,
            _ => null,
        };
        if (wrong is not null)
            Wrong(table, row, column, wrong, value);
    }

    private void Denominator(RuleTable table, FilledRow row)
    {
        if (row[table.At("street")] is { } street && !streets.Contains((row[table.At("district")] ?? "", street)))
            Wrong(table, row, "street", "street_wrong", street);
        if (row[table.At("residents")] is null && row[table.At("area_km2")] is null)
            Wrong(table, row, "residents", "value_missing", null);
    }

    private void Sum(RuleTable table, FilledRow row)
    {
        var sum = ((string[])["contacted", "satisfied", "resolved"]).Sum(column => Number(row[table.At(column)]) ?? double.NaN);
        if (double.IsFinite(sum) && Math.Abs(sum - 1) > 1e-6)
            Wrong(table, row, "contacted", "weights_wrong", sum.ToString("0.###", CultureInfo.InvariantCulture));
    }

    private void Periods(RuleTable table, IReadOnlyList<FilledRow> rows)
    {
        foreach (var row in rows.Where(row => Until(table, row) < From(table, row)))
            Wrong(table, row, "valid_until", "period_backwards", row[table.At("valid_until")]);
        foreach (var (before, row) in rows.Zip(rows.Skip(1)))
        {
            var from = From(table, row);
            if (from is null || Until(table, before) is not { } until || until >= from)
                Wrong(table, row, "valid_from", "period_overlaps", before.Row.ToString(CultureInfo.InvariantCulture));
            else if (until.AddDays(1) < from)
                (table.NeedsNoGap ? _problems : _gaps).Add(Problem(table, row, "valid_from", "period_gap", until.AddDays(1).Iso()));
        }
    }

    private static DateOnly? From(RuleTable table, FilledRow row) => RuleTable.Day(row[table.At("valid_from")]);

    private static DateOnly? Until(RuleTable table, FilledRow row) => RuleTable.Day(row[table.At("valid_until")]);

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private void Wrong(RuleTable table, FilledRow row, string column, string code, string? value) =>
        _problems.Add(Problem(table, row, column, code, value));

    private ReviewProblem Problem(RuleTable table, FilledRow row, string column, string code, string? value) =>
        new(table.Sheet(phrases), row.Row, phrases[$"rules.column.{column}"], code, value ?? "");
}
