using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Records;
using Hotspot.Reports.Callbacks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>七、回访与“三率”: what recorded callbacks and the callback columns of the exports say. Denominator: valid callbacks that were asked.</summary>
public static class CallbackSection
{
    private const int MostBelow = 5;
    private const string Source = "Grouping/callbacks.sql";
    private const string CohortSource = "Grouping/callback_cohort.sql";

    /// <summary>Least share of the orders to be called back, by the contract.</summary>
    private const double Required = 0.2;

    /// <summary>A district with fewer orders is not named for a share that two more calls would mend.</summary>
    private const int LeastNamed = 30;

    /// <summary>Of fewer valid callbacks no rate is printed: one of one would be 0 or 100 %.</summary>
    private const int LeastValid = 5;

    /// <summary>Districts named in the title of the chart.</summary>
    private const int MostNamed = 4;

    /// <summary>The chart under the table has all.</summary>
    private const int DistrictsOnPaper = 8;

    public static Section Write(Analysis a, Draft draft)
    {
        var heading = draft.Word("section.callbacks");
        if (a.Stream == OrderStream.A)
            return new Section("callbacks", heading, [new Paragraph(draft.Say("callbacks.not_of_a"))]);
        var all = a.Callbacks.FirstOrDefault(unit => unit.District is null);
        if (all is null || all.CalledBack == 0)
            return new Section("callbacks", heading, [new Paragraph(draft.Say("callbacks.none")), .. Cohort(a, draft)]);
        var coverage = (double)all.CalledBack / all.Complaints;
        var units = a
            .Callbacks.Where(unit => unit.District is not null && unit.Complaints > 0)
            .OrderByDescending(unit => unit.Complaints)
            .ThenBy(unit => unit.District, StringComparer.Ordinal)
            .ToList();
        var blocks = new List<Block>
        {
            new Paragraph(
                draft.Say(
                    "callbacks.coverage",
                    ("orders", draft.Count("callbacks.orders", all.Complaints, Source)),
                    ("done", draft.Count("callbacks.done", all.CalledBack, Source)),
                    ("share", draft.Percent("callbacks.coverage", coverage, Source)),
                    ("basis", draft.Word(all.Recorded > 0 ? "callbacks.basis_recorded" : "callbacks.basis_export")),
                    ("verdict", draft.Word(coverage >= Required ? "callbacks.reached" : "callbacks.missed")),
                    ("below", Below(units, draft))
                )
            ),
        };
        if (all.ContactKnown + all.ResolvedKnown + all.SatisfactionKnown > 0)
            blocks.Add(new Paragraph(Weighted(all, a.Cohort, draft) ?? Rates(all, a.Rates, draft)));
        blocks.AddRange(Cohort(a, draft));
        if (
            a.CallbacksWithExcluded is { Valid: > 0 } whole
            && whole.Complaints > all.Complaints
            // Excluded orders are never drawn: rates without weights beside weighted ones would tell a difference that there is not.
            && !IsWeighted(all, a.Cohort)
            && (Resolved(whole), Satisfied(whole, a.Rates)) is ({ } resolved, { } satisfied)
        )
            blocks.Add(
                OverviewSection.Note(
                    draft.Say(
                        "callbacks.with_excluded",
                        ("excluded", draft.Count("callbacks.excluded", whole.Complaints - all.Complaints, Source)),
                        ("share", draft.Share("callbacks.coverage_with", whole.CalledBack, whole.Complaints, Source)),
                        ("resolved", draft.Percent("callbacks.resolved_with", resolved, Source)),
                        ("satisfied", draft.Percent("callbacks.satisfied_with", satisfied, Source))
                    )
                )
            );
        if (units.Count > 0)
        {
            var table = draft.First(Table(units, a.Rates, IsWeighted(all, a.Cohort) ? a.Cohort : null, draft), DistrictsOnPaper);
            blocks.Add(new TableBlock(table));
            blocks.AddRange(Tables.Unknown("callbacks.unknown", all.Complaints - units.Sum(unit => unit.Complaints), table, Source, draft));
            blocks.Add(new ChartBlock(Bars(units, a, all, draft)));
        }
        blocks.Add(
            OverviewSection.Note(
                all.Recorded > 0
                    ? draft.Say("callbacks.origin_recorded", ("recorded", draft.Count("callbacks.recorded", all.Recorded, Source)))
                    : draft.Say("callbacks.origin")
            )
        );
        return new Section("callbacks", heading, blocks);
    }

    /// <summary>；其中大兴区（18.8%）、延庆区（12.0%）低于20%; nothing where no district is.</summary>
    private static Prose Below(IReadOnlyList<CallbackCount> units, Draft draft)
    {
        var below = units.Where(IsBelow).OrderBy(Coverage).ToList();
        return below.Count == 0
            ? Draft.Join()
            : draft.Say(
                "callbacks.below",
                (
                    "list",
                    draft.List(
                        below
                            .Take(MostBelow)
                            .Select(
                                (unit, i) =>
                                    draft.Say(
                                        "callbacks.below_one",
                                        ("name", unit.District),
                                        ("share", draft.Share($"callbacks.below.{i + 1}", unit.CalledBack, unit.Complaints, Source))
                                    )
                            ),
                        "separator.enumeration"
                    )
                ),
                ("more", below.Count > MostBelow ? draft.Text("callbacks.below_more", ("count", below.Count)) : "")
            );
    }

    /// <summary>What was recorded of the orders that the contract speaks of: closed in the period, of the bureau's kinds.</summary>
    private static IEnumerable<Block> Cohort(Analysis a, Draft draft) =>
        a.Cohort is not { } cohort
            ? []
            :
            [
                new Paragraph(
                    draft.Say(
                        "callbacks.cohort",
                        ("orders", draft.Count("callbacks.cohort", cohort.City.Orders, CohortSource)),
                        ("dialled", draft.Count("callbacks.cohort_dialled", cohort.City.Dialled, CohortSource)),
                        ("reached", draft.Count("callbacks.cohort_reached", cohort.City.Reached, CohortSource)),
                        ("valid", draft.Count("callbacks.cohort_valid", cohort.City.Valid, CohortSource)),
                        ("share", draft.Percent("callbacks.cohort_coverage", cohort.City.Coverage ?? 0, CohortSource)),
                        ("closes", new Dates(draft.Phrases).Day(cohort.ClosesOn))
                    )
                ),
            ];

    /// <summary>Where every answer was recorded by calls drawn by lot, the rates of the summary of callbacks: one week has one set of them. Null: elsewhere.</summary>
    private static Prose? Weighted(CallbackCount all, CallbackSummary? cohort, Draft draft) =>
        IsWeighted(all, cohort)
        && cohort!.City is { ContactedRate: { } contacted, ResolvedRate: { } resolved, SatisfiedRate: { } satisfied, Score: { } score }
            ? draft.Say(
                "callbacks.rates_weighted",
                ("valid", draft.Count("callbacks.valid", all.Valid, Source)),
                ("contacted", draft.Percent("callbacks.contacted", contacted, CohortSource)),
                ("resolved", draft.Percent("callbacks.resolved", resolved, CohortSource)),
                ("satisfied", draft.Percent("callbacks.satisfied", satisfied, CohortSource)),
                ("score", draft.Number("callbacks.score", score, 1, CohortSource, "unit.points"))
            )
            : null;

    /// <summary>The three rates, as far as the exports have their columns: what nobody was asked is no 0 %.</summary>
    private static Prose Rates(CallbackCount all, RateWeights weights, Draft draft)
    {
        var valid = ("valid", (object?)draft.Count("callbacks.valid", all.Valid, Source));
        (string Name, double? Rate)[] rates =
        [
            ("contacted", Contacted(all)),
            ("resolved", Resolved(all)),
            ("satisfied", Satisfied(all, weights)),
        ];
        Figure Of(string name, double rate) => draft.Percent($"callbacks.{name}", rate, Source);
        if (Array.TrueForAll(rates, one => one.Rate is not null))
            return draft.Say(
                "callbacks.rates",
                [
                    valid,
                    .. rates.Select(one => (one.Name, (object?)Of(one.Name, one.Rate!.Value))),
                    ("score", draft.Number("callbacks.score", 100 * Score(all, weights), 1, Source, "unit.points")),
                ]
            );
        var known = rates
            .Where(one => one.Rate is not null)
            .Select(one =>
                draft.Say("callbacks.rate", ("name", draft.Word($"callbacks.summary.{one.Name}")), ("value", Of(one.Name, one.Rate!.Value)))
            );
        var missing = rates.Where(one => one.Rate is null).Select(one => draft.Word($"callbacks.column.{one.Name}"));
        return draft.Say(
            "callbacks.rates_partly",
            valid,
            ("list", draft.List(known, "separator.enumeration")),
            ("columns", string.Join(draft.Word("separator.enumeration"), missing))
        );
    }

    private static double? Contacted(CallbackCount unit) => Rate(unit.Contacted, unit.ContactKnown);

    private static double? Resolved(CallbackCount unit) => Rate(unit.Resolved, unit.ResolvedKnown);

    private static double? Satisfied(CallbackCount unit, RateWeights weights) =>
        Rate(unit.Satisfied + weights.Basic * unit.BasicallySatisfied, unit.SatisfactionKnown);

    /// <summary>Of the valid callbacks that were asked, as in the summary of callbacks; null where none was.</summary>
    private static double? Rate(double count, long known) => known == 0 ? null : count / known;

    private static bool IsWeighted(CallbackCount all, CallbackSummary? cohort) =>
        all.Recorded == all.Valid && cohort?.City is { Score: not null } city && city.Valid == all.Valid;

    private static double Score(CallbackCount unit, RateWeights weights) =>
        weights.Contacted * (Contacted(unit) ?? 0)
        + weights.Satisfied * (Satisfied(unit, weights) ?? 0)
        + weights.Resolved * (Resolved(unit) ?? 0);

    private static BarChart Bars(List<CallbackCount> units, Analysis a, CallbackCount all, Draft draft)
    {
        var missed = units.Where(IsBelow).OrderBy(Coverage).ThenBy(unit => unit.District, StringComparer.Ordinal).ToList();
        return new BarChart(
            "callbacks",
            draft.NextChart(),
            draft.Word("callbacks.chart"),
            missed.Count == 0
                ? draft.Text(
                    units.Exists(unit => Coverage(unit) < Required) ? "callbacks.chart_reached_but_few" : "callbacks.chart_reached",
                    ("least", LeastNamed),
                    ("basis", all.Recorded > 0 ? "" : draft.Word("callbacks.chart_basis"))
                )
                : draft.Text(
                    "callbacks.chart_missed",
                    ("count", missed.Count),
                    ("list", string.Join(draft.Word("separator.enumeration"), missed.Take(MostNamed).Select(unit => unit.District))),
                    ("more", missed.Count > MostNamed ? draft.Word("callbacks.chart_more") : "")
                ),
            OverviewSection.SourceLine(a, draft, new Dates(draft.Phrases), units.Sum(unit => unit.Complaints)),
            [
                .. units
                    .OrderByDescending(Coverage)
                    .ThenBy(unit => unit.District, StringComparer.Ordinal)
                    .Select(unit => new Bar(
                        unit.District!,
                        Coverage(unit),
                        draft.Text(
                            "callbacks.bar",
                            ("share", Draft.OneDecimal(unit.CalledBack, unit.Complaints)),
                            ("done", unit.CalledBack),
                            ("orders", unit.Complaints)
                        ),
                        Strong: IsBelow(unit)
                    )),
            ],
            draft.Word("column.callback_rate")
        )
        {
            Target = Required,
            TargetLabel = draft.Word("callbacks.target"),
            Format = CellFormat.Percent1,
        };
    }

    private static bool IsBelow(CallbackCount unit) => unit.Complaints >= LeastNamed && Coverage(unit) < Required;

    private static double Coverage(CallbackCount unit) => (double)unit.CalledBack / unit.Complaints;

    /// <param name="weighted">The summary of callbacks whose rates stand in the paragraph above; null: those of the counts.</param>
    private static ReportTable Table(List<CallbackCount> units, RateWeights weights, CallbackSummary? weighted, Draft draft)
    {
        var summed = weighted?.Rates.Where(rate => rate.Level == "district").ToDictionary(rate => rate.District!);
        return new ReportTable(
            "callbacks",
            draft.NextTable(),
            draft.Word("table.callbacks"),
            draft.Word("sheet.callbacks"),
            [
                draft.Column("district", CellFormat.Text, 1.5),
                draft.Column("complaints", CellFormat.Count, title: "orders"),
                draft.Column("callback_done", CellFormat.Count, title: "called_back"),
                draft.Column("callback_rate", CellFormat.Percent1),
                draft.Column("contacted_rate", CellFormat.Percent1),
                draft.Column("resolved_rate", CellFormat.Percent1),
                draft.Column("satisfied_rate", CellFormat.Percent1),
            ],
            [
                .. units.Select(unit =>
                    (IReadOnlyList<object?>)
                        [
                            unit.District,
                            unit.Complaints,
                            unit.CalledBack,
                            Coverage(unit),
                            .. ThreeRates(unit, summed?.GetValueOrDefault(unit.District!), weights),
                        ]
                ),
            ],
            draft.Text(weighted is null ? "note.callbacks" : "note.callbacks_weighted", ("basic", weights.Basic), ("least", LeastValid))
        );
    }

    private static double?[] ThreeRates(CallbackCount unit, CallbackRate? summed, RateWeights weights) =>
        unit.Valid < LeastValid ? [null, null, null]
        : summed is null ? [Contacted(unit), Resolved(unit), Satisfied(unit, weights)]
        : [summed.ContactedRate, summed.ResolvedRate, summed.SatisfiedRate];
}
