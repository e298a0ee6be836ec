using Hotspot.Calendar;
using Hotspot.Language;
using Hotspot.Privacy;
using Hotspot.Privacy.Sealing;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Callbacks;

/// <summary>The phones of a plan, out of the sealed originals; each order that is opened is written down before anything is shown.</summary>
internal static class OpenedPhones
{
    /// <param name="callerKeys">By order number: a phone counts only where it has the key of the order.</param>
    /// <returns>Phones by call number; calls without one are missing.</returns>
    /// <exception cref="OperatorException">The sealed originals were changed (exit 4).</exception>
    public static IReadOnlyDictionary<int, string> Of(
        RunContext context,
        CallPlan plan,
        IReadOnlyDictionary<string, string> callerKeys,
        KeyRing keys
    )
    {
        var home = context.Home;
        using var caller = new CallerKey(keys.Caller);
        var asked = plan.Orders.Where(order => callerKeys.ContainsKey(order.ComplaintId)).ToList();
        IReadOnlyDictionary<string, List<OriginalValue>> originals;
        try
        {
            originals = SealedRowsFolder.Of(home.Sealed, [.. asked.Select(order => order.ComplaintId)], keys.Seal);
        }
        catch (SealBrokenException e)
        {
            throw new OperatorException(ExitCode.Missing, "seal_broken", e, ("folder", home.Show(home.Sealed)));
        }
        var phones = new Dictionary<int, string>();
        var opened = new List<PlannedOrder>();
        foreach (var order in asked)
        {
            var digits = originals[order.ComplaintId]
                .Select(value => CallerKey.Read(value.Text))
                .Where(phone => phone.State == PhoneState.Usable)
                .Select(phone => phone.Digits)
                .FirstOrDefault(number => caller.Of(number) == callerKeys[order.ComplaintId]);
            if (digits is null)
                continue;
            opened.Add(order);
            phones.TryAdd(order.CallNo, digits);
        }
        var now = context.Clock.Now;
        AuditLog.Append(
            home.AuditFile,
            keys.Seal,
            [
                .. opened.Select(order =>
                    AuditLine.Of(
                        now,
                        "callback plan",
                        order.ComplaintId,
                        1,
                        context.Phrases.Say("callback.reason", ("day", plan.PlanOn.Iso()), ("staff", order.Staff))
                    )
                ),
            ]
        );
        return phones;
    }
}
