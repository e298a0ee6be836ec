using Hotspot.Language;
using Hotspot.Privacy;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Store;

namespace Hotspot.Runs.Callbacks;

/// <summary>Reads the filled-in rows of a call sheet against the plan that it was made from.</summary>
/// <param name="asked">Orders of the sheet, by number.</param>
internal sealed class CallAnswers(IReadOnlyDictionary<string, PlannedOrder> asked, Phrasebook phrases)
{
    private readonly List<CallbackProblem> _problems = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<CallbackProblem> Problems => _problems;

    /// <summary>Rows with nothing filled in.</summary>
    public int Blank { get; private set; }

    /// <summary>Rows that cannot be taken.</summary>
    public int Rejected { get; private set; }

    /// <summary>Orders of the sheet that no row speaks of.</summary>
    public int Missing => asked.Keys.Count(id => !_seen.Contains(id));

    public List<CallAnswer> Read(IEnumerable<FilledRow> rows)
    {
        var answers = new List<CallAnswer>();
        foreach (var row in rows)
        {
            var problems = _problems.Count;
            if (Answer(row) is { } answer)
                answers.Add(answer);
            else if (_problems.Count > problems)
                Rejected++;
            else
                Blank++;
        }
        return answers;
    }

    private CallAnswer? Answer(FilledRow row)
    {
        if (row[CallSheet.Order] is not { } id || !asked.TryGetValue(id, out var order))
            return Wrong(row, CallSheet.Order, "order_unknown", row[CallSheet.Order]);
        if (!_seen.Add(id))
            return Wrong(row, CallSheet.Order, "row_twice", id);
        if (row[CallSheet.Call] != $"{order.CallNo}")
            return Wrong(row, CallSheet.Call, "call_changed", row[CallSheet.Call]);
        var filled = Enumerable
            .Range(CallSheet.Outcome, CallSheet.Note - CallSheet.Outcome + 1)
            .Where(column => row[column] is not null)
            .ToList();
        if (filled.Count == 0)
            return null;
        var problems = _problems.Count;
        var outcome = Coded<CallOutcome>(row, CallSheet.Outcome, "outcome");
        var contacted = Truth(row, CallSheet.Contacted, "contacted");
        var resolved = Truth(row, CallSheet.Resolved, "resolved");
        var satisfaction = Coded<Satisfaction>(row, CallSheet.Satisfied, "satisfaction");
        if (_problems.Count > problems)
            return null;
        if (outcome is not { } what)
            return Wrong(row, CallSheet.Outcome, "outcome_missing", null);
        if (what == CallOutcome.Answered && (resolved is null || satisfaction is null))
            return Wrong(row, resolved is null ? CallSheet.Resolved : CallSheet.Satisfied, "answer_missing", null);
        if (what != CallOutcome.Answered && (contacted ?? resolved ?? (satisfaction is null ? null : true)) is not null)
            return Wrong(row, CallSheet.Outcome, "answer_without_call", row[CallSheet.Outcome]);
        var phone = CallerKey.Read(row[CallSheet.Phone] ?? "");
        var note = row[CallSheet.Note] is { } text
            ? Masking.Mask(text, new KnownCaller(null, phone.State == PhoneState.Usable ? phone.Digits : null))
            : null;
        return new CallAnswer(id, what, contacted, resolved, satisfaction, note);
    }

    private T? Coded<T>(FilledRow row, int column, string family)
        where T : struct, Enum
    {
        if (row[column] is not { } text)
            return null;
        var at = CallSheet.Words<T>(family, phrases).ToList().IndexOf(text.Trim());
        if (at >= 0)
            return Enum.GetValues<T>()[at];
        Wrong(row, column, "value_unknown", text);
        return null;
    }

    private bool? Truth(FilledRow row, int column, string family)
    {
        if (row[column] is not { } text)
            return null;
        if (text.Trim() == phrases[$"callback.{family}.yes"])
            return true;
        if (text.Trim() != phrases[$"callback.{family}.no"])
            Wrong(row, column, "value_unknown", text);
        return false;
    }

    /// <summary>Values are masked: a phone typed into the wrong cell must not be told again.</summary>
    private CallAnswer? Wrong(FilledRow row, int column, string code, string? value)
    {
        _problems.Add(new CallbackProblem(row.Sheet, row.Row, CallSheet.Title(column, phrases), code, Masking.Mask(value ?? "")));
        return null;
    }
}
