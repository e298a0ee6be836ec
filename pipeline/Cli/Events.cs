using Microsoft.Extensions.Logging;

namespace Hotspot.Cli;

/// <summary>What the door writes into the log. Never a word of a complaint, never the arguments.</summary>
internal static partial class Events
{
    [LoggerMessage(1, LogLevel.Information, "{Verb} started, version {Version}")]
    public static partial void Started(ILogger log, string verb, string version);

    [LoggerMessage(2, LogLevel.Information, "{Verb} ended with {ExitCode} after {ElapsedMs} ms")]
    public static partial void Ended(ILogger log, string verb, int exitCode, long elapsedMs);

    [LoggerMessage(3, LogLevel.Warning, "{Verb} stopped with {ExitCode}: {Code}")]
    public static partial void Stopped(ILogger log, string verb, int exitCode, string code);

    [LoggerMessage(4, LogLevel.Critical, "{Verb} failed")]
    public static partial void Failed(ILogger log, Exception error, string verb);
}
