using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Store;
using Hotspot.Texts;

namespace Hotspot.Runs.Review;

/// <summary>Something that a person should look at.</summary>
/// <param name="Score">Complaints of the last three months that it moves × how doubtful it is.</param>
/// <param name="Shown">Cells of its sheet after the number, but for what holds now.</param>
internal sealed record Candidate(OverrideKind Kind, OverrideScope Scope, string Key, double Score, IReadOnlyList<object?> Shown);

/// <summary>
/// What is doubtful in the store, by effect on the printed tables × uncertainty. The effect is the number of complaints of the last 92 days,
/// the longest period but one (quarter) that bulletins print often.
/// </summary>
internal static class Candidates
{
    private const int RecentDays = 92;

    /// <summary>Shorter stories say too little to tell two apart.</summary>
    private const int ShortestStory = 30;
    private const double StreetUncertainty = 0.8;
    private const int ExampleLength = 160;

    public static List<Candidate> Of(Session store, DateOnly lastDay, int rows, Phrasebook phrases)
    {
        var since = ("since", (object?)lastDay.AddDays(-RecentDays));
        var limit = ("rows", (object?)rows);
        var found = new List<Candidate>();
        found.AddRange(
            store.Query(
                "Store/review_issues",
                row =>
                {
                    var (path, text, issue) = (row.TextAt(0), row.TextAt(1), row.TextAt(2));
                    return new Candidate(
                        OverrideKind.Issue,
                        OverrideScope.Writing,
                        path is not null ? OverrideKey.Category(path, issue) : OverrideKey.Text(text!, issue),
                        row.GetInt64(4) * row.DoubleAt(6)!.Value,
                        [
                            row.GetInt64(4),
                            row.GetInt64(5),
                            path?.Replace("\u001e", " → ", StringComparison.Ordinal) ?? Excerpt.Of(text, ExampleLength),
                            Excerpt.Of(row.TextAt(3), ExampleLength),
                            issue,
                        ]
                    );
                },
                since,
                limit
            )
        );
        found.AddRange(
            store.Query(
                "Store/review_places",
                row => new Candidate(
                    OverrideKind.Place,
                    OverrideScope.Writing,
                    OverrideKey.Place(row.GetString(0), row.TextAt(1), row.TextAt(2)),
                    row.GetInt64(6) * row.DoubleAt(8)!.Value,
                    [
                        row.GetInt64(6),
                        row.GetInt64(7),
                        row.GetString(0),
                        row.TextAt(1),
                        row.TextAt(2),
                        row.TextAt(3),
                        row.TextAt(4),
                        row.TextAt(5),
                    ]
                ),
                since,
                limit
            )
        );
        found.AddRange(
            store.Query(
                "Store/review_streets",
                row => new Candidate(
                    OverrideKind.Unit,
                    OverrideScope.Writing,
                    OverrideKey.Street(row.TextAt(0) ?? "", row.TextAt(1)),
                    row.GetInt64(4) * StreetUncertainty,
                    [row.GetInt64(4), row.GetInt64(5), null, row.TextAt(0), row.TextAt(1), null, row.TextAt(2), row.TextAt(3)]
                ),
                since,
                limit
            )
        );
        found.AddRange(
            store.Query(
                "Store/review_orders",
                row =>
                {
                    var (id, story) = (row.GetString(0), Excerpt.Of(row.TextAt(2), ExampleLength));
                    return row.GetString(1) == "unit"
                        ? new Candidate(
                            OverrideKind.Unit,
                            OverrideScope.Order,
                            id,
                            row.DoubleAt(4)!.Value,
                            [1L, 1L, id, null, null, story, null, null]
                        )
                        : new Candidate(
                            OverrideKind.Disposition,
                            OverrideScope.Order,
                            id,
                            row.DoubleAt(4)!.Value,
                            [id, row.TextAt(3), story, phrases["review.disposition.unknown"]]
                        );
                },
                since,
                limit
            )
        );
        found.AddRange(
            store.Query(
                "Store/review_merges",
                row => new Candidate(
                    OverrideKind.Incident,
                    OverrideScope.Order,
                    row.GetString(0),
                    row.DoubleAt(5)!.Value,
                    [
                        row.GetString(0),
                        Excerpt.Of(row.TextAt(2), ExampleLength),
                        row.GetString(1),
                        Excerpt.Of(row.TextAt(3), ExampleLength),
                        phrases[row.GetBoolean(4) ? "review.incident.joined" : "review.incident.apart"],
                    ]
                ),
                since,
                limit,
                ("shortest", ShortestStory)
            )
        );
        return
        [
            .. found
                .OrderByDescending(one => one.Score)
                .ThenBy(one => one.Kind)
                .ThenBy(one => one.Scope)
                .ThenBy(one => one.Key, StringComparer.Ordinal)
                .Take(rows),
        ];
    }
}
