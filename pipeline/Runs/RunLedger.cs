using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hotspot.Settings;
using Microsoft.Extensions.Logging;

namespace Hotspot.Runs;

/// <summary>Outcome of one step of a run; null = not counted.</summary>
public sealed record StepOutcome(
    string Step,
    string Item,
    bool Ok,
    long? RowsIn,
    long? RowsOut,
    long? Rejected,
    long Milliseconds,
    string Message
);

/// <summary>What <c>manifest.json</c> says of a run.</summary>
internal sealed record RunManifest(string Run, string Verb, IReadOnlyList<StepOutcome> Steps);

/// <summary>Every step leaves an outcome row in <c>runs/&lt;run-id&gt;/manifest.json</c> and one line in the log.</summary>
public sealed partial class RunLedger
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly RunContext _context;
    private readonly ILogger _log;
    private readonly string _verb;
    private readonly string _folder;
    private readonly List<StepOutcome> _steps = [];

    public RunLedger(RunContext context, string verb)
    {
        _context = context;
        _verb = verb;
        _log = context.Logs.CreateLogger("run");
        var started = context.Clock.Now.ToString("yyyyMMdd-HHmmss-fff", System.Globalization.CultureInfo.InvariantCulture);
        Id = $"{started}-{verb}";
        _folder = Path.Combine(context.Home.Runs, Id);
    }

    public string Id { get; }

    /// <summary>Runs a step; its counts come from <paramref name="counts"/>. A step that throws leaves a row too.</summary>
    public T Step<T>(string step, string item, Func<T> work, Func<T, (long? In, long? Out, long? Rejected)>? counts = null)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var result = work();
            var (rowsIn, rowsOut, rejected) = counts?.Invoke(result) ?? default;
            Add(new StepOutcome(step, item, true, rowsIn, rowsOut, rejected, watch.ElapsedMilliseconds, ""));
            return result;
        }
        catch (Exception e)
        {
            Add(new StepOutcome(step, item, false, null, null, null, watch.ElapsedMilliseconds, e.GetType().Name));
            throw;
        }
    }

    private void Add(StepOutcome outcome)
    {
        _steps.Add(outcome);
        Finished(_log, Id, outcome.Step, outcome.Item, outcome.Ok, outcome.RowsIn, outcome.RowsOut, outcome.Rejected, outcome.Milliseconds);
        Directory.CreateDirectory(_folder);
        var text = JsonSerializer.Serialize(new RunManifest(Id, _verb, _steps), Json);
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), text + "\n");
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Run} {Step} {Item} ok={Ok} in={RowsIn} out={RowsOut} rejected={Rejected} ms={Milliseconds}"
    )]
    private static partial void Finished(
        ILogger log,
        string run,
        string step,
        string item,
        bool ok,
        long? rowsIn,
        long? rowsOut,
        long? rejected,
        long milliseconds
    );
}
