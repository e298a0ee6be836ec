using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Hotspot.Settings;

/// <summary>What is wrong in <c>settings.json</c>; of which words are made elsewhere.</summary>
/// <param name="setting">The setting, e.g. <c>callback.target</c>; null: the file is no JSON.</param>
/// <param name="expected">What it may say, in signs that need no language; null: there is no such setting.</param>
/// <param name="line">Where it stands, from 1; null: not known.</param>
public sealed class WrongSettingException(string? setting, string? expected, long? line = null, Exception? cause = null)
    : JsonException($"{setting}: {expected}", cause)
{
    public string? Setting => setting;
    public string? Expected => expected;
    public long? Line => line;

    /// <summary>What the reader of JSON could not make a setting of.</summary>
    internal static WrongSettingException Of(JsonException cause)
    {
        var line = cause.LineNumber + 1;
        // Of broken JSON the reader tells by an exception within.
        if (cause.InnerException is JsonException || cause.Path is not ['$', '.', ..])
            return new WrongSettingException(null, null, line, cause);
        var path = cause.Path[2..];
        var type = typeof(HomeSettings);
        foreach (var name in path.Split('.', '['))
        {
            if (IsListed(type))
                break;
            if (type.GetProperties().FirstOrDefault(property => NameOf(property) == name) is not { } property)
                return new WrongSettingException(path, null, line, cause);
            type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        }
        return new WrongSettingException(path, ExpectedOf(type), line, cause);
    }

    /// <summary>All settings, those of blocks with the block before them.</summary>
    public static IEnumerable<string> Known => NamesOf(typeof(HomeSettings), "");

    private static IEnumerable<string> NamesOf(Type type, string before) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property =>
                property.PropertyType.Namespace == type.Namespace && property.PropertyType.IsClass
                    ? NamesOf(property.PropertyType, before + NameOf(property) + ".")
                    : [before + NameOf(property)]
            );

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static bool IsListed(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));

    private static string ExpectedOf(Type type) =>
        type.IsEnum ? string.Join(" | ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))
        : type == typeof(bool) ? "true | false"
        : type == typeof(string) ? "\"…\""
        : type == typeof(double) ? "0.5"
        : type.IsPrimitive ? "0, 1, 2 …"
        : type.IsGenericType && type.GetGenericArguments() is [var one] ? $"[{ExpectedOf(one)}, …]"
        : type.IsGenericType && type.GetGenericArguments() is [_, var value] ? $"{{\"…\": {ExpectedOf(value)}, …}}"
        : "{ … }";
}
