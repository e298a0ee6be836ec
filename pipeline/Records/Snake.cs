using System.Text;

namespace Hotspot.Records;

/// <summary>The one rule that ties C# names to column and code names: <c>TopIssue</c> is <c>top_issue</c>, <c>Category1</c> is <c>category_1</c>, <c>P10</c> is <c>p10</c>.</summary>
public static class Snake
{
    public static string Case(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 4);
        for (var i = 0; i < pascal.Length; i++)
        {
            var c = pascal[i];
            if (i > 0 && (char.IsUpper(c) || (i > 1 && char.IsDigit(c) && !char.IsDigit(pascal[i - 1]))))
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    /// <summary>The code of an enum value as files and tables write it. <see cref="OrderStream"/> keeps its capital letters A and B.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => value is OrderStream and (OrderStream.A or OrderStream.B) ? value.ToString() : Case(value.ToString());

    /// <summary>The value that <see cref="Code"/> writes so.</summary>
    /// <exception cref="InvalidOperationException">No value has this code.</exception>
    public static T Parse<T>(string code)
        where T : struct, Enum => Enum.GetValues<T>().First(value => Code(value) == code);
}
