using System.Text.Json.Nodes;
using Hotspot.Calendar;
using Hotspot.Records;
using Hotspot.Reports.Acceptance;
using Hotspot.Runs;
using Hotspot.Runs.Acceptance;
using Hotspot.Runs.Diff;

namespace Hotspot.Cli.Telling;

/// <summary>Tells a bulletin that was written: its findings, and which files to open.</summary>
internal static class ReportTelling
{
    public static void Tell(Desk desk, AcceptanceResult done)
    {
        var figures = done.Figures;
        foreach (var stream in (OrderStream[])[OrderStream.A, OrderStream.Own])
        {
            if (figures.Of(stream) is { } count)
                CheckTelling.TellRate(desk, count, figures.Span.From, figures.Span.LastDay);
            else
                desk.Say("cli.report.unchecked", ("stream", desk.Phrase($"cli.check.stream.{Snake.Code(stream)}")));
        }
        desk.Say(
            "cli.report.acceptance",
            ("callback", Share(desk, figures.Callback?.Counted ?? 0, figures.Callback?.Orders ?? 0)),
            ("final", Wording.Count(figures.Bulletins.Count(bulletin => bulletin.State == BulletinState.Final))),
            ("due", Wording.Count(figures.Bulletins.Count)),
            ("satisfaction", Share(desk, figures.Content, figures.Answers))
        );
        desk.Say("cli.check.file", ("file", done.Docx));
        desk.Say("cli.check.file", ("file", done.Xlsx));
        desk.Next("status");
    }

    private static string Share(Desk desk, long part, long whole) =>
        whole == 0 ? desk.Phrase("cli.check.no_data") : Wording.Share(part, whole);

    public static JsonObject JsonOf(AcceptanceResult done)
    {
        var figures = done.Figures;
        return JsonLine.Fields(
            new
            {
                From = figures.Span.From,
                Last = figures.Span.LastDay,
                ProcessingA = figures.Of(OrderStream.A)?.Rate,
                DaysCheckedA = figures.DaysChecked(OrderStream.A),
                ProcessingOwn = figures.Of(OrderStream.Own)?.Rate,
                DaysCheckedOwn = figures.DaysChecked(OrderStream.Own),
                CallbackRate = figures.Callback?.Coverage,
                figures.CallbackOrders,
                MaterialDue = figures.Bulletins.Count,
                MaterialFinal = figures.Bulletins.Count(bulletin => bulletin.State == BulletinState.Final),
                Satisfaction = figures.Answers == 0 ? (double?)null : (double)figures.Content / figures.Answers,
                figures.Answers,
                done.Docx,
                done.Xlsx,
            }
        );
    }

    public static void Tell(Desk desk, ReportResult report)
    {
        desk.Say(
            "cli.report.done",
            ("kind", desk.Phrase($"cli.kind.{Wording.Code(report.Period.Kind)}")),
            ("period", report.Period.Name),
            ("from", Wording.Day(report.Period.From)),
            ("last", Wording.Day(report.Period.LastDay)),
            ("complaints", Wording.Count(report.Complaints)),
            ("incidents", Wording.Count(report.Incidents))
        );
        if (report.Findings.Count > 0)
            desk.Say("cli.report.findings");
        foreach (var finding in report.Findings)
            desk.Voice.WriteLine("  • " + finding);
        desk.Say("cli.report.open");
        desk.Say("cli.report.docx", ("path", report.Docx));
        desk.Say("cli.report.xlsx", ("path", report.Xlsx));
        desk.Say("cli.report.html", ("path", report.Html));
        desk.Say(
            "cli.report.charts",
            ("count", report.Charts.Count),
            ("folder", report.Charts.Select(Path.GetDirectoryName).FirstOrDefault() ?? report.Folder)
        );
    }

    public static void TellNotices(Desk desk, ReportResult report)
    {
        if (report.Notices.Count > 0)
            desk.Say("cli.report.notices", ("count", report.Notices.Count), ("folder", Path.GetDirectoryName(report.Notices[0])));
    }

    public static void TellRegister(Desk desk, ReportResult report)
    {
        if (report.Register is { Path: { } path, IsOpen: var isOpen })
        {
            if (isOpen)
                desk.Warn("cli.report.register_open", ("path", path));
            else
                desk.Say("cli.report.register", ("path", path));
        }
    }

    /// <summary>The bulletin is final: whether the data still say the same.</summary>
    public static void Tell(Desk desk, ReportResult report, CorrectionResult correction)
    {
        if (correction.Docx is null)
        {
            desk.Say("cli.report.still_right", ("period", report.Period.Name), ("number", correction.IssueNumber));
            return;
        }
        desk.Say(
            correction.Agrees ? "cli.report.correction_withdrawn" : "cli.report.corrected",
            ("period", report.Period.Name),
            ("number", correction.IssueNumber)
        );
        desk.Say("cli.report.docx", ("path", correction.Docx));
        desk.Say("cli.report.xlsx", ("path", correction.Xlsx));
    }

    public static JsonObject JsonOf(ReportResult report, bool? final = null)
    {
        var fields = JsonLine.Fields(
            new
            {
                Kind = Wording.Code(report.Period.Kind),
                Period = report.Period.Name,
                From = Wording.Day(report.Period.From),
                LastDay = Wording.Day(report.Period.LastDay),
                Stream = report.Stream is { } stream ? Snake.Code(stream) : "all",
                Cycle = report.Period.Rule == MonthRule.Assessment ? "assessment" : "natural",
                report.Folder,
                report.Docx,
                report.Xlsx,
                report.Html,
                report.Charts,
                report.Notices,
                Register = report.Register is { IsOpen: false } register ? register.Path : null,
                report.Findings,
                report.Complaints,
                report.Incidents,
                report.Generation,
            }
        );
        if (report.Correction is { } correction)
        {
            fields["final"] = true;
            fields["correction"] = JsonLine.Fields(correction);
        }
        else if (final is { } isFinal)
            fields["final"] = isFinal;
        return fields;
    }
}
