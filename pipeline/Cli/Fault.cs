using Hotspot.Language;
using Hotspot.Store;

namespace Hotspot.Cli;

/// <summary>An exception as the operator hears of it.</summary>
/// <param name="IsBug">A fault of the program itself: the log has more.</param>
internal sealed record Fault(ExitCode Exit, string Code, string Cause, string Remedy, bool IsBug = false)
{
    // Low words of HResult: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION and ERROR_WRITE_PROTECT on Windows, EAGAIN and EROFS elsewhere; ERROR_DISK_FULL, ENOSPC.
    private static readonly int[] RefusedCodes = [32, 33, 19, 11, 30];
    private static readonly int[] DiskFullCodes = [112, 28];

    /// <param name="logFile">Where the log stands; null where there is no home to hold one.</param>
    public static Fault Of(Exception error, Phrasebook phrases, Phrasebook fallback, string? logFile)
    {
        return error switch
        {
            AggregateException { InnerExceptions: [var only] } => Of(only, phrases, fallback, logFile),
            OperatorException known => Say(known.Exit, known.Code, known.Places),
            OperationCanceledException => Say(ExitCode.Cancelled, "cli_cancelled", []),
            UnauthorizedAccessException => Say(ExitCode.Busy, "cli_file_refused", [("detail", error.Message)]),
            IOException { HResult: var code } when RefusedCodes.Contains(code & 0xFFFF) => Say(
                ExitCode.Busy,
                "cli_file_refused",
                [("detail", error.Message)]
            ),
            IOException { HResult: var code } when DiskFullCodes.Contains(code & 0xFFFF) => Say(ExitCode.Bug, "cli_disk_full", []),
            _ when DatabaseTroubles.Of(error) is { } trouble => Say(
                ExitCode.Bug,
                trouble switch
                {
                    DatabaseTrouble.Disk => "cli_disk_full",
                    DatabaseTrouble.Memory => "cli_memory_short",
                    DatabaseTrouble.StoreDamaged => "cli_store_damaged",
                    _ => "cli_published_damaged",
                },
                []
            ),
            _ => Say(
                ExitCode.Bug,
                logFile is null ? "cli_bug_unlogged" : "cli_bug",
                [("type", error.GetType().Name), ("log", logFile ?? "")]
            ) with
            {
                IsBug = true,
            },
        };

        Fault Say(ExitCode exit, string code, (string Name, object? Value)[] places) =>
            new(
                exit,
                code,
                phrases.SayOr(fallback, $"error.{code}.cause", places),
                phrases.SayOr(fallback, $"error.{code}.remedy", places)
            );
    }
}
