using System.CommandLine;
using Hotspot.Calendar;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs;

namespace Hotspot.Cli.Verbs;

/// <summary><c>report weekly|monthly|quarterly|yearly [--period] [--cycle natural|assessment] [--stream A|B|all] [--audience internal|public] [--split district] [--final]</c>: writes a bulletin; <c>report acceptance --from --to</c>: the figures of the contract.</summary>
internal sealed class ReportVerb : IVerb
{
    private static readonly (string Word, PeriodKind Kind)[] Kinds =
    [
        ("weekly", PeriodKind.Weekly),
        ("monthly", PeriodKind.Monthly),
        ("quarterly", PeriodKind.Quarterly),
        ("yearly", PeriodKind.Yearly),
    ];

    internal static readonly (string Word, MonthRule Rule)[] Cycles =
    [
        ("natural", MonthRule.Natural),
        ("assessment", MonthRule.Assessment),
    ];

    private static readonly (string Word, bool IsPublic)[] Audiences = [("internal", false), ("public", true)];

    private static readonly (string Word, ValueTuple<OrderStream?> Stream)[] Streams =
    [
        ("A", new(OrderStream.A)),
        ("B", new(OrderStream.B)),
        ("all", new(null)),
    ];

    private static readonly (string Word, bool IsSplit)[] Splits = [("district", true)];

    private const string Acceptance = "acceptance";

    private readonly Argument<string?> _kind = new("weekly|monthly|quarterly|yearly|acceptance") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _period = new("--period") { HelpName = "2025-W17|2025-04|2025-Q2|2025" };
    private readonly Option<string?> _cycle = new("--cycle") { HelpName = "natural|assessment" };
    private readonly Option<bool> _final = new("--final");

    private readonly Option<string?> _stream = new("--stream") { HelpName = "A|B|all" };

    private readonly Option<string?> _audience = new("--audience") { HelpName = "internal|public" };

    private readonly Option<string?> _split = new("--split") { HelpName = "district" };

    private readonly Option<string?> _from = new("--from") { HelpName = "2025-01-01" };
    private readonly Option<string?> _to = new("--to") { HelpName = "2025-12-31" };

    public ReportVerb() => Command = new Command("report") { _kind, _period, _cycle, _stream, _audience, _split, _from, _to, _final };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        if (string.Equals(parse.GetValue(_kind), Acceptance, StringComparison.OrdinalIgnoreCase))
            return Accept(parse, desk);
        if ((parse.Text(_from) ?? parse.Text(_to)) is not null)
            throw new OperatorException(ExitCode.WrongUse, "cli_span_alone", ("help", parse.HelpLine()));
        var kind = KindOf(parse.GetValue(_kind));
        var rule = parse.Word(_cycle, Cycles);
        if (rule is not null && kind == PeriodKind.Weekly)
            desk.Warn("cli.report.cycle_of_week");
        var isPublic = parse.Word(_audience, Audiences) ?? false;
        var isFinal = parse.GetValue(_final);
        if (isPublic && isFinal)
            throw new OperatorException(ExitCode.WrongUse, "cli_public_final");
        var isSplit = parse.Word(_split, Splits) ?? false;
        if (isPublic && isSplit)
            throw new OperatorException(ExitCode.WrongUse, "cli_public_split");
        var stream = parse.Word(_stream, Streams)?.Item1;
        if (stream is { } one && (isFinal || isPublic))
            throw new OperatorException(
                ExitCode.WrongUse,
                isFinal ? "cli_stream_final" : "cli_stream_public",
                ("kind", Wording.Code(kind)),
                ("stream", Snake.Code(one))
            );
        var options = new ReportOptions(kind, parse.Text(_period), rule, isFinal, isPublic, isSplit, stream);
        var report = Report(desk, options);
        return new Outcome(ExitCode.Done, ReportTelling.JsonOf(report, options.Final));
    }

    private Outcome Accept(ParseResult parse, Desk desk)
    {
        var (from, last) = parse.Span(_from, _to);
        if (
            from is null
            || last is null
            || parse.GetValue(_final)
            || ((Option<string?>[])[_period, _cycle, _stream, _audience, _split]).Any(option => parse.Text(option) is not null)
        )
            throw new OperatorException(ExitCode.WrongUse, "cli_acceptance_span", ("help", parse.HelpLine()));
        var done = desk.Work("report", (context, _) => desk.Runs.Acceptance(context, from.Value, last.Value));
        ReportTelling.Tell(desk, done);
        return new Outcome(ExitCode.Done, ReportTelling.JsonOf(done));
    }

    /// <exception cref="OperatorException">The period does not name one of this kind (exit 2), or what the run says.</exception>
    public static ReportResult Report(Desk desk, ReportOptions options)
    {
        if (options.PeriodName is { } name && Named(desk, options.Kind, name, options.Rule) is null)
            throw new OperatorException(
                ExitCode.WrongUse,
                "cli_period_wrong",
                ("value", name),
                ("kind", desk.Phrase($"cli.kind.{Wording.Code(options.Kind)}")),
                ("example", desk.Phrase($"cli.period_example.{Wording.Code(options.Kind)}"))
            );
        var report = desk.Work("report", (context, cancel) => desk.Runs.Report(context, options, cancel));
        if (report.Correction is { } correction)
        {
            ReportTelling.Tell(desk, report, correction);
            if (options.Split && report.Notices.Count == 0)
                desk.Warn("cli.report.no_notices");
            ReportTelling.TellNotices(desk, report);
            return report;
        }
        ReportTelling.Tell(desk, report);
        ReportTelling.TellNotices(desk, report);
        ReportTelling.TellRegister(desk, report);
        desk.Say(
            options.Final ? "cli.report.final"
            : options.Public ? "cli.report.public"
            : options.Stream is not null ? "cli.report.stream"
            : report.IsRunning ? "cli.report.running"
            : "cli.report.draft"
        );
        desk.Next(
            options.Final || options.Public || options.Stream is not null || report.IsRunning
                ? "status"
                : $"report {Wording.Code(options.Kind)} --period {report.Period.Name}{Cycle(report.Period, desk)} --final"
        );
        return report;
    }

    /// <summary>What names a period of months where its name alone means another one; weeks have no cycle.</summary>
    private static string Cycle(Period period, Desk desk) =>
        period.Kind == PeriodKind.Weekly || period.Rule == desk.Settings().MonthRule
            ? ""
            : " --cycle " + Cycles.First(cycle => cycle.Rule == period.Rule).Word;

    public static Period? Named(Desk desk, PeriodKind kind, string name, MonthRule? rule)
    {
        var settings = desk.Settings();
        return Period.Parse(kind, name, settings.WeekStart, rule ?? settings.MonthRule);
    }

    private static PeriodKind KindOf(string? word)
    {
        var expected = string.Join(" | ", Kinds.Select(kind => kind.Word).Append(Acceptance));
        if (word is null)
            throw new OperatorException(ExitCode.WrongUse, "cli_kind_missing", ("expected", expected));
        foreach (var (known, kind) in Kinds)
        {
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase))
                return kind;
        }
        throw new OperatorException(ExitCode.WrongUse, "cli_kind_unknown", ("value", word), ("expected", expected));
    }
}
