using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Reports;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Register;

/// <param name="Path">Null: the weekly bulletins list no hotspot.</param>
/// <param name="IsOpen">It is open elsewhere, or no register any more, and stays as it is.</param>
public sealed record RegisterTold(string? Path, bool IsOpen);

/// <summary>
/// 点位台账: every hotspot that the weekly bulletins list, in which weeks, what they advise, and what came of the action that the office wrote down. Made
/// from the bulletins as they now stand; what people wrote stays where it is.
/// </summary>
internal static class PointRegister
{
    private static readonly string[] GoneColumns = ["id", "status", "times"];

    public static RegisterTold Update(RunContext context, Generation generation, Coverage coverage)
    {
        var phrases = context.Phrases;
        var file = Path.Combine(context.Home.Points, phrases["point_register.file"]);
        try
        {
            var filled = FilledLine.Read(file, phrases["point_register.id"], phrases["point_register.acted_on"]);
            var weeks = Weeks(context);
            var all = Follow(weeks, filled, context);
            if (all.Count == 0)
                return new RegisterTold(null, false);
            var effects = new FollowedEffect(all, coverage.FirstOn, coverage.LastOn);
            var units = effects.Days() is { } days
                ? ListedPoints
                    .Days(generation, all.Select(one => one.Last), days, context.Limits)
                    .GroupBy(day => day.HotspotId)
                    .ToDictionary(group => group.Key, group => (IReadOnlyList<PointDay>)[.. group])
                : [];
            var lines = all.Select(one => Line(one, effects.Of(one, units), weeks[^1].Week, phrases)).ToList();
            var columns = Columns(phrases);
            RegisterFile.Put(file, phrases["point_register.sheet"], columns, lines);
            // No bulletin lists them any more: drafts did, and were written again. What they were stays.
            var gone = filled
                .Keys.Except(all.Select(one => one.Last.HotspotId), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .ToList();
            if (gone.Count > 0)
                RegisterFile.Put(
                    file,
                    phrases["point_register.sheet"],
                    [.. GoneColumns.Select(name => columns.First(column => column.Title == phrases[$"point_register.{name}"]))],
                    gone.ConvertAll(id => (IReadOnlyList<object?>)[id, phrases["point_register.status_gone"], 0L])
                );
            return new RegisterTold(file, false);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or OperatorException { Exit: ExitCode.Busy }
                        or RegisterBrokenException
                        or ProblemException
            )
        {
            return new RegisterTold(file, true);
        }
    }

    /// <summary>The weekly bulletins that stand, oldest first, and their tables of hotspots.</summary>
    private static List<(Period Week, string File)> Weeks(RunContext context) =>
        [
            .. WrittenBulletin
                .Standing(context.Home, PeriodKind.Weekly, MonthRule.Natural, stream: null, context.Settings.WeekStart)
                .Select(week => (week.Period, File: week.Bulletin.Table("points")))
                .Where(week => File.Exists(week.File)),
        ];

    /// <summary>In the order of the first week that lists each, and of its list.</summary>
    private static List<Followed> Follow(
        List<(Period Week, string File)> weeks,
        IReadOnlyDictionary<string, FilledLine> filled,
        RunContext context
    ) =>
        [
            .. weeks
                .Zip(ListedPoints.Read(weeks.Select(week => week.File), PointsSection.Top, context.Limits))
                .SelectMany(week => week.Second.Select(point => (week.First.Week, Point: point)))
                .GroupBy(listed => listed.Point.HotspotId, StringComparer.Ordinal)
                .Select(group => new Followed(
                    group.Last().Point,
                    [.. group.Select(listed => listed.Week)],
                    filled.GetValueOrDefault(group.Key) ?? FilledLine.Blank
                )),
        ];

    private static RegisterColumn[] Columns(Phrasebook phrases)
    {
        RegisterColumn Column(string name, CellFormat format, double width) => new(phrases[$"point_register.{name}"], format, width);
        RegisterColumn Filled(string name, double width, string? choices = null) =>
            new(phrases[$"point_register.{name}"], CellFormat.Text, width, IsFilledIn: true, choices);
        return
        [
            Column("id", CellFormat.Text, 20),
            Column("place", CellFormat.Text, 26),
            Column("area", CellFormat.Text, 20),
            Column("status", CellFormat.Text, 12),
            Column("first", CellFormat.Text, 15),
            Column("times", CellFormat.Count, 9),
            Column("weeks", CellFormat.Text, 34),
            Column("complaints", CellFormat.Count, 11),
            Column("callers", CellFormat.Count, 11),
            Column("issue", CellFormat.Text, 14),
            Column("trend", CellFormat.Text, 9),
            Column("advice", CellFormat.Text, 20),
            Filled("acted_on", 13),
            Filled("action", 30),
            Filled("state", 12, phrases["point_register.states"]),
            Filled("remark", 24),
            Column("effect_weeks", CellFormat.Count, 10),
            Column("before", CellFormat.Count, 10),
            Column("after", CellFormat.Count, 10),
            Column("controls", CellFormat.Count, 10),
            Column("ratio", CellFormat.Decimal2, 12),
            Column("low", CellFormat.Decimal2, 10),
            Column("high", CellFormat.Decimal2, 10),
            Column("effect", CellFormat.Text, 46),
        ];
    }

    private static object?[] Line(Followed one, EffectTold? effect, Period newest, Phrasebook phrases)
    {
        var dates = new Dates(phrases);
        var point = one.Last;
        var isListed = one.Weeks[^1] == newest;
        var status =
            !isListed ? "no_longer"
            : one.Weeks.Count == 1 ? "new"
            : "again";
        return
        [
            point.HotspotId,
            point.Label,
            point.District + point.Street,
            phrases[$"point_register.status_{status}"],
            dates.Period(one.Weeks[0]),
            (long)one.Weeks.Count,
            string.Join(phrases["separator.enumeration"], one.Weeks.Select(dates.Period)),
            point.Complaints,
            point.Callers,
            point.TopIssue,
            TrendWord.Of(point.TrendClass) is { } word ? phrases[$"trend.{word}"] : null,
            BusyHours.Read(point.BusyHours) is { Count: > 0 } patrols
                ? phrases.Say("point_register.patrol", ("hours", dates.Hours(patrols)))
                : phrases["point_register.patrol_any"],
            null,
            null,
            null,
            null,
            effect?.Counts is null ? null : (long)effect.Weeks,
            effect?.Counts?.Before,
            effect?.Counts?.After,
            effect?.Counts is null ? null : (long)effect.Controls,
            effect?.Effect?.Ratio,
            effect?.Effect?.Low,
            effect?.Effect?.High,
            effect is null ? null : phrases[$"point_register.effect_{effect.Reason}"],
        ];
    }
}
