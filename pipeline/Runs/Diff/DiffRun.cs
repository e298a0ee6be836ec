using Hotspot.Language;
using Hotspot.Outputs;

namespace Hotspot.Runs.Diff;

/// <param name="A">Names of two bulletins: kind/period, or the period alone.</param>
/// <param name="Output">Csv file for all differences; null: none.</param>
public sealed record DiffOptions(string A, string B, string? Output);

/// <param name="Output">Full path of the file written.</param>
public sealed record DiffResult(string A, string B, IReadOnlyList<Difference> Differences, string? Output);

/// <summary><c>diff A B</c>: row by row, what two bulletins tell differently.</summary>
internal static class DiffRun
{
    private static readonly string[] Columns = ["table", "key", "column", "old", "new"];

    public static DiffResult Execute(RunContext context, DiffOptions options)
    {
        if (options.Output is { } output && !output.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw new OperatorException(ExitCode.WrongUse, "diff_output", ("path", output));
        var (a, b) = (WrittenBulletin.Of(context.Home, options.A)[0], WrittenBulletin.Of(context.Home, options.B)[0]);
        var differences = BulletinDiff.Of(a, b, context.Limits);
        var path = options.Output is null ? null : Path.GetFullPath(options.Output);
        if (path is not null)
            AtomicFile.Write(
                path,
                stream =>
                    CsvTable.Write(
                        Columns,
                        differences.Select(one => (IReadOnlyList<object?>)[one.Table, one.Key, one.Column, one.Old, one.New]),
                        stream
                    )
            );
        return new DiffResult(a.Name, b.Name, differences, path);
    }
}
