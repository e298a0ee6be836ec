using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hotspot.Cli.Verbs;
using Hotspot.Language;

namespace Hotspot.Cli;

/// <summary>The result as one JSON object on one line: snake_case, Chinese unescaped, <c>verb</c> and <c>exit_code</c> first.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static JsonObject Fields<T>(T value) => JsonSerializer.SerializeToNode(value, Json)!.AsObject();

    public static string Write(string verb, Outcome outcome)
    {
        var line = new JsonObject { ["verb"] = verb, ["exit_code"] = (int)outcome.Exit };
        foreach (var (name, value) in outcome.Json)
            line[name] = value?.DeepClone();
        return line.ToJsonString(Json);
    }

    public static Outcome OfFault(Fault fault) =>
        new(
            fault.Exit,
            new JsonObject
            {
                ["error"] = Fields(
                    new
                    {
                        fault.Code,
                        fault.Cause,
                        fault.Remedy,
                    }
                ),
            }
        );
}
