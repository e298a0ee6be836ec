namespace Hotspot.Gates;

/// <summary>Unknown: what would decide it is not there, which is never green.</summary>
public enum Light
{
    Green,
    Amber,
    Red,
    Unknown,
}

/// <param name="Name">data_fresh | rejected | inbox | processing_A | processing_own | callback | due | satisfaction | last_night.</param>
/// <param name="Value">What was measured, <paramref name="Bar"/> what is asked; null: nothing was.</param>
public sealed record Gate(string Name, Light Light, double? Value, double? Bar);

/// <summary>What the gates look at; null: not known.</summary>
/// <param name="DaysBehind">Days from the last complaint to today.</param>
/// <param name="ProcessingA">处理率 of the last list of stream A, 0–1; <paramref name="ProcessingOwn"/> of the bureau's own telephone.</param>
/// <param name="CallbackCoverage">Of the cohort that is furthest behind its target; its window is open where <paramref name="CallbackDaysLeft"/> is above 0.</param>
/// <param name="Satisfied">Share of the service's users who are satisfied, of the last twelve months.</param>
/// <param name="LastNightFailed">Null: no night has run.</param>
public sealed record HomeFacts(
    int? DaysBehind,
    double RejectedShare,
    double MostRejectedShare,
    int InboxFiles,
    double? ProcessingA,
    double? ProcessingOwn,
    double? CallbackCoverage,
    double CallbackTarget,
    int CallbackDaysLeft,
    long OrdersNearDue,
    long OrdersOverdue,
    double? Satisfied,
    double SatisfactionTarget,
    bool? LastNightFailed
);

/// <summary>The bars of the contract and of an orderly house, as lights. One red light is exit 3 of <c>check</c>.</summary>
public static class HomeGates
{
    private const int FreshDays = 1;
    private const int StaleDays = 3;

    public static IReadOnlyList<Gate> Of(HomeFacts facts) =>
        [
            new(
                "data_fresh",
                facts.DaysBehind switch
                {
                    null => Light.Red,
                    <= FreshDays => Light.Green,
                    <= StaleDays => Light.Amber,
                    _ => Light.Red,
                },
                facts.DaysBehind,
                FreshDays
            ),
            new(
                "rejected",
                facts.RejectedShare > facts.MostRejectedShare ? Light.Red
                    : facts.RejectedShare > facts.MostRejectedShare / 2 ? Light.Amber
                    : Light.Green,
                facts.RejectedShare,
                facts.MostRejectedShare
            ),
            new("inbox", facts.InboxFiles == 0 ? Light.Green : Light.Amber, facts.InboxFiles, 0),
            Processing("processing_A", facts.ProcessingA),
            Processing("processing_own", facts.ProcessingOwn),
            new(
                "callback",
                facts.CallbackCoverage is not { } coverage ? Light.Unknown
                    : coverage >= facts.CallbackTarget ? Light.Green
                    : facts.CallbackDaysLeft > 0 ? Light.Amber
                    : Light.Red,
                facts.CallbackCoverage,
                facts.CallbackTarget
            ),
            // Closing an order is the business of the unit that has it: told, never red.
            new("due", facts.OrdersOverdue + facts.OrdersNearDue > 0 ? Light.Amber : Light.Green, facts.OrdersOverdue, 0),
            new(
                "satisfaction",
                facts.Satisfied is not { } satisfied ? Light.Unknown
                    : satisfied >= facts.SatisfactionTarget ? Light.Green
                    : Light.Red,
                facts.Satisfied,
                facts.SatisfactionTarget
            ),
            new(
                "last_night",
                facts.LastNightFailed switch
                {
                    null => Light.Unknown,
                    true => Light.Red,
                    false => Light.Green,
                },
                null,
                null
            ),
        ];

    private static Gate Processing(string name, double? rate) =>
        new(
            name,
            rate switch
            {
                null => Light.Unknown,
                >= 1 => Light.Green,
                _ => Light.Red,
            },
            rate,
            1
        );
}
