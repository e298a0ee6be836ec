using System.Text;
using System.Text.RegularExpressions;

namespace Hotspot.Cli;

/// <summary>
/// Keeps complaint text out of the log. Messages of foreign exceptions may quote data (a value that would not convert), so what stands in
/// quotes, everything that is not ASCII and long runs of digits are cut; types and stack frames stay.
/// </summary>
internal static partial class LogText
{
    private const string Cut = "…";

    public static string Clean(string message) => LongNumber().Replace(NotAscii().Replace(Quoted().Replace(message, Cut), Cut), Cut);

    public static string Trace(Exception error)
    {
        var text = new StringBuilder();
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            text.Append(inner.GetType().FullName).Append(": ").Append(Clean(inner.Message)).Append('\n');
            text.Append(inner.StackTrace).Append('\n');
        }
        return text.ToString().TrimEnd();
    }

    [GeneratedRegex("'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”|「[^」\n]*」")]
    private static partial Regex Quoted();

    [GeneratedRegex("[^\x00-\x7F]+")]
    private static partial Regex NotAscii();

    [GeneratedRegex("[0-9]{6,}")]
    private static partial Regex LongNumber();
}
