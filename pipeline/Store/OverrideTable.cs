using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>A line of the book of decisions.</summary>
/// <param name="Old">What held before; null where that was nothing.</param>
/// <param name="Undoes">Number of the decision that this line takes back; null: it is a decision itself.</param>
public sealed record OverrideEntry(
    long No,
    DateTime MadeAt,
    string MadeBy,
    OverrideKind Kind,
    OverrideScope Scope,
    string Key,
    Correction? Old,
    Correction New,
    string? Reason,
    long? Undoes,
    bool IsInForce
);

/// <summary>The decisions of people, only ever added to.</summary>
public static class OverrideTable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IReadOnlyList<Override> InForce(Session store) =>
        store.Query(
            "Store/overrides_in_force",
            row => new Override(
                row.GetInt64(0),
                Snake.Parse<OverrideKind>(row.GetString(1)),
                Snake.Parse<OverrideScope>(row.GetString(2)),
                row.GetString(3),
                Read(row.GetString(4))
            )
        );

    /// <summary>The last first.</summary>
    public static IReadOnlyList<OverrideEntry> All(Session store) =>
        store.Query(
            "Store/overrides_all",
            row => new OverrideEntry(
                row.GetInt64(0),
                row.GetDateTime(1),
                row.GetString(2),
                Snake.Parse<OverrideKind>(row.GetString(3)),
                Snake.Parse<OverrideScope>(row.GetString(4)),
                row.GetString(5),
                row.TextAt(6) is { } old ? Read(old) : null,
                Read(row.GetString(7)),
                row.TextAt(8),
                row.LongAt(9),
                row.GetBoolean(10)
            )
        );

    /// <summary>What holds once these lines stand in the book: as the view <c>override_in_force</c> has it.</summary>
    /// <param name="all">In any order.</param>
    public static IReadOnlyList<Override> InForce(IReadOnlyCollection<OverrideEntry> all)
    {
        var undone = all.Select(entry => entry.Undoes).OfType<long>().ToHashSet();
        return
        [
            .. all.Where(entry => entry.Undoes is null && !undone.Contains(entry.No))
                .GroupBy(entry => (entry.Kind, entry.Scope, entry.Key))
                .Select(same => same.MaxBy(entry => entry.No)!)
                .OrderBy(entry => entry.No)
                .Select(entry => new Override(entry.No, entry.Kind, entry.Scope, entry.Key, entry.New)),
        ];
    }

    public static void Add(Session store, OverrideEntry entry, string? workbook) =>
        store.Execute(
            "Store/override_add",
            ("made_at", entry.MadeAt),
            ("made_by", entry.MadeBy),
            ("workbook", workbook),
            ("kind", Snake.Code(entry.Kind)),
            ("scope", Snake.Code(entry.Scope)),
            ("key", entry.Key),
            ("old_value", entry.Old is null ? null : Write(entry.Old)),
            ("new_value", Write(entry.New)),
            ("reason", entry.Reason),
            ("undoes", entry.Undoes)
        );

    public static string Write(Correction correction) => JsonSerializer.Serialize(correction, Json);

    public static Correction Read(string json) => JsonSerializer.Deserialize<Correction>(json, Json)!;
}
