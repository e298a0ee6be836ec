using System.Text.Json;
using Hotspot.Calendar;
using Hotspot.Cli;
using Hotspot.Cli.Verbs;
using Hotspot.Geo;
using Hotspot.Hotspots.Warnings;
using Hotspot.Incidents;
using Hotspot.Ingest;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Runs;
using Hotspot.Runs.Night;

namespace Hotspot.Tests.Docs;

/// <summary>Codes and fields that the schemas explain are those that the program writes.</summary>
public sealed class CodeTests
{
    private static readonly JsonElement Complaint = Schemas.Read("complaint");

    [Fact]
    public void Every_code_of_a_column_is_explained()
    {
        Same<OrderStream>("stream");
        Same<TimePrecision>("time_precision");
        Same<TimeFrom>("time_from");
        Same<IssueFrom>("issue_from");
        Same<GeoLevel>("geo_level");
        Same<Disposition>("disposition");
        Same<Satisfaction>("satisfaction");
        Same<JoinedBy>("joined_by");
        Same<DayKind>("day_kind");
    }

    [Fact]
    public void Every_outcome_of_a_call_is_explained() =>
        Assert.Equal(
            Written<CallOutcome>(),
            Schemas.Codes(Schemas.Read("outputs/callbacks").GetProperty("properties").GetProperty("outcome")).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_reason_for_a_rejection_is_explained() =>
        Assert.Equal(Written<RejectReason>(), Schemas.Codes(Definition("reject_reasons")).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_flag_of_the_place_ladder_is_explained() =>
        Assert.Equal(Written(GeoFlags.None), Schemas.Codes(Definition("geo_flags")).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_quality_flag_is_explained()
    {
        Hotspot.Ingest.Field[] times =
        [
            Field.CalledAt,
            Field.CalledClock,
            Field.DispatchedAt,
            Field.RegisteredAt,
            Field.DueAt,
            Field.ClosedAt,
        ];
        Hotspot.Ingest.Field[] codes =
        [
            Field.Stream,
            Field.Disposition,
            Field.Contacted,
            Field.Resolved,
            Field.Satisfaction,
            Field.ValidCallback,
            Field.Status,
        ];
        string[] clocks = ["dispatched", "registered", "due", "closed"];
        string[] others =
        [
            "id_missing",
            "reviewed",
            "time_day_only",
            "coordinate_unreadable",
            "phone_masked",
            "phone_withheld",
            "closed_before_called",
            "dispatched_before_called",
            "registered_before_dispatched",
            "id_digits_lost",
            "formula_error",
            "cell_without_header",
        ];
        var flags = times
            .Select(field => Snake.Code(field) + "_unreadable")
            .Concat(clocks.Select(clock => clock + "_clock_unreadable"))
            .Concat(codes.Select(field => Snake.Code(field) + "_unknown_value"))
            .Concat(others);
        Assert.Equal(flags.Order(StringComparer.Ordinal), Schemas.Codes(Definition("quality_flags")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_ledger_schema_describes_the_files_of_a_load()
    {
        var load = LoadVerb.JsonOf(Cli.Some.Load(Cli.Some.File()), new LoadOptions());
        using var written = JsonDocument.Parse(load.ToJsonString());
        Described(written.RootElement.GetProperty("files")[0], Schemas.Read("outputs/ledger"));
    }

    [Fact]
    public void The_run_schema_describes_the_steps_of_a_run() =>
        Assert.Equal(
            typeof(StepOutcome).GetProperties().Select(property => Snake.Case(property.Name)),
            Schemas.Columns(Schemas.Read("outputs/run").GetProperty("properties").GetProperty("steps").GetProperty("items"))
        );

    [Fact]
    public void The_alarms_schema_describes_what_a_night_writes()
    {
        var test = new AlarmTest("day", "朝阳区", "望京街道", null, "露天烧烤", null, default, default, 5, 1, null, 0.01);
        var alarm = new Alarm(
            "W-1",
            "day",
            "new",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            default,
            default,
            5,
            1,
            "up",
            null,
            0.01,
            ["a"]
        )
        {
            Tests = [test],
            Streets = ["朝阳区/望京街道"],
        };
        using var written = new MemoryStream();
        JsonText.Write(new NightDay.AlarmList(default, [alarm]), written);
        using var document = JsonDocument.Parse(written.ToArray());
        Described(document.RootElement, Schemas.Read("outputs/alarms"));
    }

    /// <summary>The object has the properties of the schema in their order, and so have the objects in it.</summary>
    private static void Described(JsonElement written, JsonElement schema)
    {
        Assert.Equal(Schemas.Columns(schema), written.EnumerateObject().Select(property => property.Name));
        foreach (var property in written.EnumerateObject())
        {
            var described = schema.GetProperty("properties").GetProperty(property.Name);
            if (property.Value.ValueKind == JsonValueKind.Object)
                Described(property.Value, described);
            else if (property.Value.ValueKind == JsonValueKind.Array && property.Value[0].ValueKind == JsonValueKind.Object)
                Described(property.Value[0], described.GetProperty("items"));
        }
    }

    private static void Same<T>(string column, params T[] blank)
        where T : struct, Enum =>
        Assert.Equal(Written(blank), Schemas.Codes(Complaint.GetProperty("properties").GetProperty(column)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Written<T>(params T[] blank)
        where T : struct, Enum => Enum.GetValues<T>().Except(blank).Select(Snake.Code).Order(StringComparer.Ordinal);

    private static JsonElement Definition(string name) => Complaint.GetProperty("$defs").GetProperty(name);
}
