using Hotspot.Calendar;
using Hotspot.Cli.Verbs;
using Hotspot.Runs;

namespace Hotspot.Cli;

/// <summary>The four questions of the first run; Enter four times is a sensible home.</summary>
internal static class FirstRun
{
    private const int MaxIssue = 100_000;

    /// <summary>Makes the home where there is none. False: the input ended before the answers were complete, and nothing was made.</summary>
    public static bool Ensure(Desk desk, Prompt prompt)
    {
        if (desk.Home.Exists)
            return true;
        desk.Say("cli.first.welcome", ("home", desk.Home.Root));
        if (Ask(prompt) is not { } answers)
            return false;
        InitVerb.Init(desk, answers);
        desk.Blank();
        return true;
    }

    private static InitAnswers? Ask(Prompt prompt)
    {
        if (prompt.Text("cli.first.unit", "") is not { } unit)
            return null;
        if (prompt.Number("cli.first.issue", 1, 1, MaxIssue) is not { } issue)
            return null;
        if (prompt.Number("cli.first.week", 1, 1, 7) is not { } day)
            return null;
        if (prompt.Number("cli.first.month", 1, 1, 2) is not { } month)
            return null;
        return new InitAnswers(unit, issue, (DayOfWeek)(day % 7), month == 1 ? MonthRule.Natural : MonthRule.Assessment);
    }
}
