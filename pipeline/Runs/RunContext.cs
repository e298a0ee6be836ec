using Hotspot.Calendar;
using Hotspot.Language;
using Hotspot.Settings;
using Hotspot.Store;
using Microsoft.Extensions.Logging;

namespace Hotspot.Runs;

/// <summary>Where a run tells how far it is. Implemented by Cli (bar on a terminal, plain lines otherwise); silent under --quiet.</summary>
public interface IProgressSink
{
    /// <summary>A step begins; <paramref name="phraseKey"/> is <c>step.…</c> in the phrase book.</summary>
    void Step(string phraseKey, params (string Name, object? Value)[] places);

    /// <summary>Rows done so far in the step that runs.</summary>
    void Rows(long done);
}

/// <summary>All that a run needs from outside; runs ask for nothing else.</summary>
/// <param name="Phrases">The Chinese book: bulletins are Chinese whatever language the operator reads messages in.</param>
public sealed record RunContext(
    Home Home,
    HomeSettings Settings,
    Phrasebook Phrases,
    BeijingClock Clock,
    ILoggerFactory Logs,
    SessionLimits Limits,
    IProgressSink Progress
);
