using Hotspot.Enrich;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>Orders are derived anew under changed rules, and published: steps of whatever changed the rules.</summary>
internal static class RederivationStep
{
    /// <param name="step">Name and detail of the step in the run ledger.</param>
    /// <param name="decisions">What people decided about orders and places, in force.</param>
    /// <param name="touch">Puts the orders in question into the table <c>touch</c>.</param>
    /// <param name="accounts">Written in the same transaction.</param>
    /// <returns>Orders derived anew, and the generation that holds them.</returns>
    public static (long Orders, string Generation) Run(
        RunContext context,
        RunLedger ledger,
        Session store,
        (string Name, string Detail) step,
        CityReference city,
        IReadOnlyList<Override> decisions,
        Action<Session> touch,
        Action<Session> accounts,
        CancellationToken cancel
    )
    {
        var orders = ledger.Step(
            step.Name,
            step.Detail,
            () =>
                Rederivation.Run(
                    store,
                    touch,
                    new Overrides(decisions).Over(new Derivation(city).Of),
                    on => IncidentStep.Run(on, city, context, ledger),
                    accounts,
                    cancel
                ),
            touched => (touched, touched, null)
        );
        context.Progress.Step("step.publishing");
        return (orders, ledger.Step("publish", "", () => PublishedData.Publish(context.Home, store)).Id);
    }
}
