using System.CommandLine;
using System.Globalization;
using Hotspot.Language;

namespace Hotspot.Cli;

/// <summary>Reading of option values with complaints in our own words; all end with exit 2 before anything is touched.</summary>
internal static class OptionReading
{
    /// <summary>The value of an option that takes text; null where it was not given.</summary>
    public static string? Text(this ParseResult parse, Option<string?> option)
    {
        var text = parse.GetValue(option);
        // A mistyped option after this one would otherwise be taken for its value.
        if (text is not null && text.StartsWith("--", StringComparison.Ordinal))
            throw new OperatorException(ExitCode.WrongUse, "cli_value_missing", ("option", option.Name), ("help", parse.HelpLine()));
        return text;
    }

    public static long? Whole(this ParseResult parse, Option<string?> option, long least, long most)
    {
        if (parse.Text(option) is not { } text)
            return null;
        var plain = text.Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(option.Name, text, string.Create(CultureInfo.InvariantCulture, $"{least:#,0} – {most:#,0}"));
    }

    /// <summary>The day that an option names, <c>yyyy-MM-dd</c>; null where it was not given.</summary>
    public static DateOnly? Day(this ParseResult parse, Option<string?> option) =>
        parse.Text(option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong(option.Name, text, "2025-04-28");

    /// <summary>First and last day, each as in <see cref="Day"/>.</summary>
    public static (DateOnly? From, DateOnly? Last) Span(this ParseResult parse, Option<string?> from, Option<string?> last)
    {
        var (first, until) = (parse.Day(from), parse.Day(last));
        return first > until ? throw Wrong(last.Name, parse.Text(last)!, $"≥ {parse.Text(from)}") : (first, until);
    }

    /// <summary>The meaning of a code word, e.g. <c>natural</c>; null where the option was not given.</summary>
    public static T? Word<T>(this ParseResult parse, Option<string?> option, IReadOnlyList<(string Word, T Meaning)> words)
        where T : struct
    {
        if (parse.Text(option) is not { } text)
            return null;
        foreach (var (word, meaning) in words)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                return meaning;
        }
        throw Wrong(option.Name, text, string.Join(" | ", words.Select(pair => pair.Word)));
    }

    public static OperatorException Wrong(string option, string value, string expected) =>
        new(ExitCode.WrongUse, "cli_value_wrong", ("option", option), ("value", value), ("expected", expected));

    /// <summary>The command that explains the verb that was typed.</summary>
    public static string HelpLine(this ParseResult parse) =>
        parse.VerbName() is { Length: > 0 } verb ? $"hotspot {verb} --help" : "hotspot --help";

    /// <summary>Name of the verb that was typed; empty at the root.</summary>
    public static string VerbName(this ParseResult parse) =>
        parse.CommandResult.Command is RootCommand ? "" : parse.CommandResult.Command.Name;
}
