using Hotspot.Calendar;
using Hotspot.Language;
using Hotspot.Records;

namespace Hotspot.Runs;

/// <summary>The period that a person named.</summary>
internal static class NamedPeriod
{
    /// <exception cref="OperatorException">The text names no period of the kind (exit 2).</exception>
    public static Period Of(PeriodKind kind, string name, MonthRule rule, RunContext context) =>
        Period.Parse(kind, name, context.Settings.WeekStart, rule)
        ?? throw new OperatorException(
            ExitCode.WrongUse,
            "period_name",
            ("text", name),
            ("kind", context.Phrases[$"kind.{Snake.Code(kind)}"])
        );
}
