using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs.Forms;

namespace Hotspot.Runs.Review;

/// <summary>A filled-in workbook of a header becomes a source profile in the home's <c>sources/</c>; what it does not say comes from the nearest layout.</summary>
internal static class ProfileMaking
{
    private const int FewestColumns = 3;
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Identifying = [.. ProfileDetection.Identifying.Select(Snake.Code)];

    public static ReviewResult Apply(RunContext context, FilledForm form)
    {
        var phrases = context.Phrases;
        var problems = new List<ReviewProblem>();
        var profiles = SourceProfiles.Load(context.Home.Sources);
        var nearest = profiles[form.Id.Split(':')[0]];
        var columns = Columns(form, nearest, phrases, problems);
        var replies = Replies(form, phrases);
        var json = Profile(form, replies, nearest, columns, phrases, problems);
        if (problems.Count > 0)
            return new ReviewResult(ReviewAction.Apply, form.File, columns.Count, 0, 0, problems, [], null);
        var widens = nearest.FixedStream is not null && json["stream"] is null;
        if (widens || Clash(columns, nearest))
            json = Whole(json, profiles.JsonOf(nearest.Id), columns);
        var id = json["id"]!.GetValue<string>();
        var file = Path.Combine(context.Home.Sources, id + ".json");
        Write(file, json.ToJsonString(Json) + "\n", context.Home.Sources);
        return new ReviewResult(ReviewAction.Apply, file, columns.Count, columns.Count, 0, [], [], null, id)
        {
            Export = Reply(replies, "file", phrases) is { } export && File.Exists(export) ? export : null,
        };
    }

    private static Dictionary<string, FilledRow> Replies(FilledForm form, Phrasebook phrases) =>
        form.Of(phrases["profile.sheet.questions"], ProfileForm.QuestionColumns(phrases))
            .Where(row => row[0] is not null)
            .DistinctBy(row => row[0])
            .ToDictionary(row => row[0]!);

    private static string? Reply(Dictionary<string, FilledRow> replies, string question, Phrasebook phrases) =>
        replies.GetValueOrDefault(phrases[$"profile.question.{question}"]) is { } row
            ? row[ProfileForm.ReplyColumn] ?? row[ProfileForm.DefaultColumn]
            : null;

    private static List<(string Header, string Meaning)> Columns(
        FilledForm form,
        SourceProfile nearest,
        Phrasebook phrases,
        List<ReviewProblem> problems
    )
    {
        var sheet = phrases["profile.sheet.headers"];
        var columns = new List<(string Header, string Meaning)>();
        void Wrong(FilledRow row, string code, string value) =>
            problems.Add(new ReviewProblem(sheet, row.Row, phrases["profile.column.answer"], code, value));
        foreach (var row in form.Of(sheet, ProfileForm.HeaderColumns(phrases)))
        {
            if (row[ProfileForm.HeaderColumn] is not { } header)
                continue;
            var answer = row[ProfileForm.AnswerColumn] ?? row[ProfileForm.ProposedColumn] ?? ProfileForm.Ignored;
            var meaning = answer.Split(' ')[0];
            var isField = Enum.GetValues<Field>().Any(field => Snake.Code(field) == meaning);
            if (!isField && meaning is not (ProfileForm.OtherText or ProfileForm.Ignored))
                Wrong(row, "value_unknown", answer);
            else if (
                isField
                && columns.Exists(other => other.Meaning == meaning)
                && !nearest.Coalesced.Any(field => Snake.Code(field) == meaning)
            )
                Wrong(row, "field_twice", meaning);
            columns.Add((header, meaning));
        }
        var mapped = columns.Where(column => column.Meaning is not (ProfileForm.OtherText or ProfileForm.Ignored)).ToList();
        if (mapped.Count < FewestColumns || !mapped.Exists(column => Identifying.Contains(column.Meaning)))
            problems.Add(new ReviewProblem(sheet, 1, phrases["profile.column.answer"], "too_few_columns", ""));
        return columns;
    }

    private static JsonObject Profile(
        FilledForm form,
        Dictionary<string, FilledRow> replies,
        SourceProfile nearest,
        List<(string Header, string Meaning)> columns,
        Phrasebook phrases,
        List<ReviewProblem> problems
    )
    {
        var json = new JsonObject
        {
            ["id"] = "own-" + form.Id.Split(':')[^1],
            ["extends"] = nearest.Id,
            ["name"] = Reply(replies, "name", phrases) ?? form.File,
        };
        foreach (var (field, values) in ProfileForm.Choices)
        {
            var value = Reply(replies, field, phrases)?.Split(' ')[0];
            if (value is not null && !values.Contains(value))
                problems.Add(
                    new ReviewProblem(
                        phrases["profile.sheet.questions"],
                        replies[phrases[$"profile.question.{field}"]].Row,
                        phrases["profile.column.reply"],
                        "value_unknown",
                        value
                    )
                );
            else if (value is not (null or "column"))
                json[field] = value;
        }
        var mapped = columns.Where(column => column.Meaning is not (ProfileForm.OtherText or ProfileForm.Ignored)).ToList();
        json["signature"] = new JsonObject
        {
            // Two thirds: the next export may lack a column or two.
            ["at_least"] = Math.Max(1, (2 * mapped.Select(column => Header.Key(column.Header)).Distinct().Count() + 2) / 3),
            ["headers"] = Texts(mapped.Select(column => column.Header)),
        };
        json["columns"] = new JsonObject(
            mapped
                .GroupBy(column => column.Meaning)
                .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)Texts(group.Select(column => column.Header))))
        );
        json["other_text"] = Texts(columns.Where(column => column.Meaning == ProfileForm.OtherText).Select(column => column.Header));
        json["ignored"] = Texts(columns.Where(column => column.Meaning == ProfileForm.Ignored).Select(column => column.Header));
        return json;
    }

    /// <summary>A header that the nearest layout gives another meaning would keep both.</summary>
    private static bool Clash(List<(string Header, string Meaning)> columns, SourceProfile nearest) =>
        columns.Exists(column =>
            HeaderMapping.KeyIn(nearest, column.Header) is var key
            && nearest.Columns.Any(field => field.Value.Contains(key) && Snake.Code(field.Key) != column.Meaning)
        );

    /// <summary>The nearest layout written out in full, without the headers to which a person gave another meaning.</summary>
    private static JsonObject Whole(JsonObject own, JsonObject parent, List<(string Header, string Meaning)> columns)
    {
        var keys = columns
            .SelectMany(column => new[] { Header.Key(column.Header), Header.KeyWithoutRemark(column.Header) })
            .ToHashSet(StringComparer.Ordinal);
        var kept = (JsonObject)parent.DeepClone();
        kept.Remove("signature");
        kept.Remove("stream");
        foreach (var name in new[] { "other_text", "ignored" })
            kept[name] = Without(kept[name] as JsonArray, keys);
        var fields = (JsonObject)kept["columns"]!;
        foreach (var (field, aliases) in fields.ToList())
            fields[field] = Without(aliases as JsonArray, keys);
        own.Remove("extends");
        return ProfileJson.Over(own, kept);
    }

    private static JsonArray Without(JsonArray? texts, HashSet<string> keys) =>
        Texts((texts ?? []).Select(text => text!.GetValue<string>()).Where(text => !keys.Contains(Header.Key(text))));

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Distinct().Select(text => (JsonNode?)JsonValue.Create(text))]);

    /// <summary>Read once as every load will read it; a profile that does not hold leaves what was there.</summary>
    private static void Write(string file, string text, string folder)
    {
        var before = File.Exists(file) ? File.ReadAllText(file) : null;
        Directory.CreateDirectory(folder);
        File.WriteAllText(file, text);
        try
        {
            SourceProfiles.Load(folder);
        }
        catch (ProblemException)
        {
            if (before is null)
                File.Delete(file);
            else
                File.WriteAllText(file, before);
            throw;
        }
    }
}
