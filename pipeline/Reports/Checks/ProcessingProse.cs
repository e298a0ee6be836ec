using Hotspot.Grouping;
using Hotspot.Records;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Checks;

/// <summary>处理率 of a stream in a sentence.</summary>
public static class ProcessingProse
{
    private const string Source = "Grouping/processing.sql";

    public static string Stream(OrderStream stream, Draft draft) => draft.Word($"dispatch_check.stream.{Snake.Code(stream)}");

    public static Prose Of(ProcessingCount count, Draft draft)
    {
        var id = $"processing.{Snake.Code(count.Stream)}";
        return draft.Say(
            count.Rate is null ? "dispatch_check.all_excused"
                : count.Excused > 0 ? "dispatch_check.rate_excused"
                : "dispatch_check.rate",
            ("stream", Stream(count.Stream, draft)),
            ("dispatched", draft.Count(id + "_dispatched", count.Dispatched, Source)),
            ("excused", count.Excused > 0 ? draft.Count(id + "_excused", count.Excused, Source) : null),
            ("registered", draft.Count(id + "_registered", count.Registered, Source)),
            ("missing", draft.Count(id + "_missing", count.Missing, Source)),
            ("rate", count.Rate is { } rate ? draft.Percent(id + "_rate", Shares.Down(rate), Source) : null)
        );
    }
}
