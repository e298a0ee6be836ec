using Hotspot.Language;
using Microsoft.Extensions.Logging;

namespace Hotspot.Cli;

/// <summary>Writes the beginning and the end of one run into the log.</summary>
internal sealed class RunWatch(ILoggerFactory logs, TimeProvider time, string verb)
{
    private readonly ILogger _log = logs.CreateLogger("Hotspot.Cli");
    private readonly long _from = time.GetTimestamp();

    public void Started() => Events.Started(_log, verb, Application.Version);

    public void Ended() => Events.Ended(_log, verb, (int)ExitCode.Done, (long)time.GetElapsedTime(_from).TotalMilliseconds);

    /// <summary>Returns whether the log holds the trace of a fault of the program.</summary>
    public bool Failed(Exception error)
    {
        switch (error)
        {
            case OperatorException known:
                Events.Stopped(_log, verb, (int)known.Exit, known.Code);
                return false;
            case OperationCanceledException:
                Events.Stopped(_log, verb, (int)ExitCode.Cancelled, "cancelled");
                return false;
            default:
                Events.Failed(_log, error, verb);
                return true;
        }
    }
}

/// <summary>A run ended with an exception; carries where its log stands to the catch-all at the door.</summary>
/// <param name="isLogged">The log was told of it.</param>
internal sealed class RunFailed(Exception cause, bool isLogged, string? logFile) : Exception(cause.Message, cause)
{
    public bool IsLogged { get; } = isLogged;
    public string? LogFile { get; } = logFile;
}
