using System.Text.Json.Nodes;
using Hotspot.Calendar;
using Hotspot.Runs;
using Hotspot.Runs.Diff;

namespace Hotspot.Cli;

/// <summary>Tells a bulletin that was written: its findings, and which files to open.</summary>
internal static class ReportTelling
{
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
        desk.Say("cli.report.charts", ("count", report.Charts.Count), ("folder", report.Folder));
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
            "cli.report.corrected",
            ("period", report.Period.Name),
            ("number", correction.IssueNumber),
            ("figures", Wording.Count(correction.Figures))
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
