using Hotspot.Language;
using Hotspot.Privacy.Sealing;
using Hotspot.Runs.Forms;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Callbacks;

/// <summary><c>callback record</c>: takes a filled-in call sheet back. The same sheet again changes nothing; a corrected one changes what it corrects, and what was said before stays.</summary>
internal static class RecordRun
{
    /// <exception cref="OperatorException">The workbook is no call sheet of this home (exit 2); no keys (exit 4).</exception>
    public static CallbackRecorded Execute(RunContext context, RecordRequest request)
    {
        var home = context.Home;
        var form = FilledForm.Read(request.File, CallSheet.Kind);
        if (!File.Exists(home.Store))
            throw PublishedData.Nothing(context);
        using var held = RunLock.Take(home);
        var keys = Keys.Existing(home);
        using var store = ComplaintStore.Open(home.Store, context.Limits);
        var session = store.Session;
        var plan =
            CallSheet.Parse(form.Id) is var (planId, at) && CallPlanTable.Of(session, planId) is { } found && at < found.Staff.Count
                ? found
                : null;
        if (plan is null)
            throw new OperatorException(ExitCode.WrongUse, "callback_foreign", ("file", form.File));
        var staff = plan.Staff[CallSheet.Parse(form.Id)!.Value.Staff];
        var ledger = new RunLedger(context, "callback");
        var rows = form.Of(context.Phrases["callback.sheet"], CallSheet.ColumnsRead(context.Phrases))
            .Where(row => row.Cells.Any(cell => cell is not null))
            .ToList();
        if (rows.Count == 0)
            throw new OperatorException(ExitCode.WrongUse, "callback_no_rows", ("file", form.File));
        var check = new CallAnswers(
            plan.Orders.Where(order => order.Staff == staff && order.HasPhone)
                .ToDictionary(order => order.ComplaintId, StringComparer.Ordinal),
            context.Phrases
        );
        var answers = check.Read(rows);
        var before = CallAnswerTable.Of(session, plan.PlanId);
        var changed = answers.Where(answer => before.GetValueOrDefault(answer.ComplaintId) != answer).ToList();
        var generation = ledger.Step(
            "record",
            form.File,
            () => Write(context, session, plan, changed, request.By),
            _ => (rows.Count, changed.Count, check.Rejected)
        );
        var sheet = CallAnswerTable.OpenSheets(session).FirstOrDefault(one => one.PlanId == plan.PlanId && one.Staff == staff);
        var isInUse = check.Rejected > 0 || (check.Blank > 0 && context.Clock.Today <= plan.PlanOn);
        var isSealed = sheet is not null && !isInUse && Sealed(context, session, sheet, request.File, keys);
        var swept = CallSheetFiles.Sweep(context, session, keys);
        var updated = changed.Count(answer => before.ContainsKey(answer.ComplaintId));
        return new CallbackRecorded(
            form.File,
            rows.Count,
            changed.Count - updated,
            updated,
            answers.Count - changed.Count,
            check.Blank,
            check.Rejected,
            check.Missing,
            answers.Count(answer => answer.IsValid),
            check.Problems,
            sheet is not null && !isSealed,
            !IsInside(home, request.File),
            generation,
            isSealed ? [sheet!.File, .. swept] : swept
        );
    }

    private static string? Write(RunContext context, Session store, CallPlan plan, List<CallAnswer> changed, string by)
    {
        if (changed.Count == 0)
            return null;
        using (var transaction = store.Begin())
        {
            foreach (var answer in changed)
                CallAnswerTable.Add(store, plan.PlanId, answer, context.Clock.Now, by);
            transaction.Commit();
        }
        context.Progress.Step("step.publishing");
        return PublishedData.Publish(context.Home, store).Id;
    }

    /// <summary>A copy that was handed in from elsewhere takes the place of the home's own sheet: it is what was recorded.</summary>
    private static bool Sealed(RunContext context, Session store, OpenSheet sheet, string file, KeyRing keys)
    {
        var own = Path.Combine(context.Home.Callback, sheet.File);
        if (Path.GetFullPath(file) != own && File.Exists(own))
            File.Copy(file, own, overwrite: true);
        return CallSheetFiles.Close(context, store, sheet, keys);
    }

    private static bool IsInside(Home home, string file) =>
        Path.GetFullPath(file).StartsWith(home.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
