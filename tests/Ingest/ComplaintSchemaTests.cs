using System.Text.Json;
using Hotspot.Ingest;
using Hotspot.Records;

namespace Hotspot.Tests.Ingest;

public class ComplaintSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data-schemas", "complaint.schema.json")))
        .RootElement;

    private static IEnumerable<string> Described => Schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);

    [Fact]
    public void The_contract_names_every_column_of_the_record_and_what_the_store_adds() =>
        Assert.Equal(
            typeof(Complaint)
                .GetProperties()
                .Select(property => Snake.Case(property.Name))
                .Concat(["batch_id", "incident_id", "repeat_of"])
                .Order(),
            Described.Order()
        );

    [Fact]
    public void The_codes_of_the_contract_are_those_of_the_program()
    {
        Assert.Equal(Codes<Disposition>(), Enum("disposition"));
        Assert.Equal(Codes<Satisfaction>(), Enum("satisfaction"));
        Assert.Equal(Codes<TimePrecision>(), Enum("time_precision"));
        Assert.Equal(Codes<TimeFrom>(), Enum("time_from"));
        Assert.Equal(Codes<GeoLevel>(), Enum("geo_level"));
    }

    [Fact]
    public void Every_flag_of_the_time_columns_is_explained()
    {
        var explained = Schema.GetProperty("properties").GetProperty("quality_flags").GetProperty("description").GetString()!;

        Assert.All(
            new[] { Field.CalledAt, Field.DispatchedAt, Field.RegisteredAt, Field.DueAt, Field.ClosedAt },
            field => Assert.Contains(Snake.Case(field.ToString()) + "_unreadable", explained)
        );
    }

    private static string[] Codes<T>()
        where T : struct, Enum => [.. System.Enum.GetValues<T>().Select(Snake.Code).Order(StringComparer.Ordinal)];

    private static string[] Enum(string column) =>
        [
            .. Schema
                .GetProperty("properties")
                .GetProperty(column)
                .GetProperty("enum")
                .EnumerateArray()
                .Select(code => code.GetString())
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];
}
