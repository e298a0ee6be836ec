using System.Diagnostics;
using System.Globalization;
using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Tests.Ingest;
using Xunit.Abstractions;

namespace Hotspot.Tests.Fuzz;

/// <summary>
/// Spoilt files of every form, each read as a load reads it: no crash (anything but a problem told), no hang, no lost row.
/// <c>HOTSPOT_FUZZ=100000 dotnet test Analytics.sln -c Release --filter FullyQualifiedName~Fuzz --logger "console;verbosity=detailed"</c> is the long form;
/// <c>HOTSPOT_FUZZ_FIRST</c> is the input that it begins with, so that a finding can be looked at alone.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Few = 500;
    private const int Seed = 20250421;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task No_spoilt_file_crashes_hangs_or_loses_a_row()
    {
        var inputs = Asked("HOTSPOT_FUZZ") ?? Few;
        var first = Asked("HOTSPOT_FUZZ_FIRST") ?? 0;
        var folder = Support.Scratch.Folder("hotspot-fuzz");
        var seeds = new Seeds();
        var wrong = new List<string>();
        var forms = new SortedDictionary<string, (int Read, int Refused, long Rows)>(StringComparer.Ordinal);
        var (clock, longest) = (Stopwatch.StartNew(), TimeSpan.Zero);
        var i = first;
        for (; i < inputs && wrong.Count < 20; i++)
        {
            var input = seeds.Input(i, new Random(HashCode(i)));
            var path = Path.Combine(folder, input.Name);
            File.WriteAllBytes(path, input.Bytes);
            var started = clock.Elapsed;
            using var process = Process.GetCurrentProcess();
            var used = process.TotalProcessorTime;
            if (await Started(path, input.Rows) is not { } reading)
            {
                wrong.Add($"input {i} ({input.Name}): still reading after {Never.TotalSeconds} s, kept as {path}");
                break;
            }
            process.Refresh();
            longest = clock.Elapsed - started is var took && took > longest ? took : longest;
            var (rows, fault) = reading;
            // In the long form nothing else runs in the process; its processor time counts, for a machine under load may stand still.
            if (inputs > Few && process.TotalProcessorTime - used is var spent && spent > Longest)
                fault ??= $"took {spent.TotalSeconds:0.0} s";
            if (fault is not null)
            {
                var kept = Path.Combine(folder, $"{i}{Path.GetExtension(input.Name)}");
                File.WriteAllBytes(kept, input.Bytes);
                wrong.Add($"input {i}: {fault}, kept as {kept}");
            }
            var form = forms.GetValueOrDefault(Path.GetExtension(input.Name));
            forms[Path.GetExtension(input.Name)] = rows is null
                ? form with
                {
                    Refused = form.Refused + 1,
                }
                : form with
                {
                    Read = form.Read + 1,
                    Rows = form.Rows + rows.Value,
                };
        }
        if (wrong.Count == 0)
            Directory.Delete(folder, recursive: true);
        foreach (var (form, count) in forms)
            output.WriteLine($"{form}: {count.Read} read with {count.Rows} rows, {count.Refused} refused");
        output.WriteLine($"{i - first} inputs in {clock.Elapsed.TotalSeconds:0.0} s, the longest {longest.TotalMilliseconds:0} ms");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>A row is a complaint or rejected; both only where it names an order and no time.</summary>
    private static bool IsNeither(RowOutcome row) =>
        row.Rejected is null ? row.Complaint is null : row.Complaint is not null && row.Rejected.Reason != RejectReason.NoUsableTime;

    private static int? Asked(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <returns>Null where it never ends.</returns>
    private static async Task<(int? Rows, string? Fault)?> Started(string path, int? expected)
    {
        // A thread of its own: the pool may be busy with other tests.
        var task = Task.Factory.StartNew(
            () => Read(path, expected),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        return await Task.WhenAny(task, Task.Delay(Never)) == task ? await task : null;
    }

    /// <summary>The same for every run and machine.</summary>
    private static int HashCode(int input) => unchecked(Seed + input * (int)0x9e3779b1);

    /// <returns>Rows read, null where the file was refused; what went wrong.</returns>
    private static (int? Rows, string? Fault) Read(string path, int? expected)
    {
        try
        {
            var reading = FileReading.Open(path, Some.Profiles.All, Some.Callers, 1);
            var rows = reading.Outcomes().ToArray();
            var summary = reading.Summary;
            var fault =
                rows.Length != summary.Read ? $"{rows.Length} rows, {summary.Read} counted"
                : summary.Read != summary.Complaints + summary.Rejected ? "the ledger does not add up"
                : Array.Exists(rows, IsNeither) ? "a row is neither, or both with a time"
                : rows.Select(row => (row.Complaint?.SourceFile ?? row.Rejected!.File, row.Line)).Distinct().Count() != rows.Length
                    ? "a row came twice"
                : expected is { } known && rows.Length != known ? $"{rows.Length} rows instead of {known}"
                : null;
            return (rows.Length, fault);
        }
        catch (ProblemException e)
        {
            return (null, expected is null ? null : $"refused: {e.Problem}");
        }
        catch (Exception e)
        {
            return (null, $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()}");
        }
    }
}
