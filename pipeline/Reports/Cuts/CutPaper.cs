using Hotspot.Grouping.Cuts;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Cuts;

/// <summary>A cut as content for Word and the page: what was asked, what was found, how to read it.</summary>
public static class CutPaper
{
    /// <param name="answered">Groups, or the complaints themselves.</param>
    /// <param name="chart">Null: no picture.</param>
    /// <param name="command">Options that give the same answer.</param>
    public static Bulletin Of(
        CutAnswer answer,
        IReadOnlyList<Block> answered,
        Chart? chart,
        string command,
        BulletinTerms terms,
        CutWords words,
        string fileStem
    )
    {
        var phrases = words.Phrases;
        var draft = new Draft(phrases, answer.Days.Inputs);
        var asked = new List<Block>();
        foreach (var (title, text) in words.Lines(answer))
            asked.Add(new Paragraph(Prose.Of(phrases.Say("cut.filter.line", ("title", title), ("text", text)))));
        asked.Add(new Paragraph(Prose.Of(phrases.Say("cut.command", ("command", command))), ParagraphKind.Note));

        var found = new List<Block> { new Paragraph(Result(answer, draft)) };
        found.AddRange(answered);
        found.AddRange(words.Notes(answer).Select(note => new Paragraph(Prose.Of(note), ParagraphKind.Note)));
        if (chart is not null)
            found.Add(new ChartBlock(chart));
        return new Bulletin(
            PaperHead.Of(
                terms,
                phrases,
                phrases["cut.title"],
                words.Days(answer.Question),
                words.Through(answer.DataThrough),
                answer.DataThrough ?? answer.Days.From,
                fileStem
            ),
            [new Section("asked", phrases["cut.section.asked"], asked), new Section("found", phrases["cut.section.found"], found)],
            draft.Figures,
            null,
            BulletinWriter.Labels(phrases)
        );
    }

    /// <summary>共312件、280起.</summary>
    public static Prose Result(CutAnswer answer, Draft draft)
    {
        if (answer.Totals.Complaints == 0)
            return draft.Say("cut.result_none");
        var complaints = ("complaints", (object?)draft.Count("cut.complaints", answer.Totals.Complaints, "Grouping/Cuts/counts.sql"));
        var incidents = (
            "incidents",
            (object?)draft.Count("cut.incidents", answer.Totals.Incidents, "Grouping/Cuts/counts.sql", "unit.incidents")
        );
        return answer.Totals.Callers is { } callers
            ? draft.Say(
                "cut.result_callers",
                complaints,
                incidents,
                ("callers", draft.Count("cut.callers", callers, "Grouping/Cuts/callers.sql", "unit.people"))
            )
            : draft.Say("cut.result", complaints, incidents);
    }
}
