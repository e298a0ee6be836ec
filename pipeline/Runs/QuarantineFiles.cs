using System.Globalization;
using System.Text;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Runs.Retry;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>
/// The rejected rows of a load as people read them: <c>quarantine/&lt;file&gt;_&lt;hash&gt;.csv</c>, masked, with line, column and reason; beside
/// it the workbook to mend (<see cref="MendBook"/>). The original rows stand in the sealed archive.
/// </summary>
public static class QuarantineFiles
{
    /// <param name="rejected">The rejected rows of each file as this run saw them, for the workbook to mend.</param>
    /// <returns>Files written.</returns>
    public static int Write(
        ComplaintStore store,
        IReadOnlyList<IncomingFile> files,
        IReadOnlyList<IReadOnlyList<RejectedRow>> rejected,
        Home home,
        Phrasebook phrases
    )
    {
        var written = 0;
        foreach (var (file, seen) in files.Zip(rejected).DistinctBy(pair => pair.First.BatchId))
        {
            var mend = MendBook.PathOf(home, file.Name, file.BatchId, phrases);
            var target = Path.Combine(home.Quarantine, $"{FileStem.Of(file.Name)}_{file.BatchId[..8]}.csv");
            var rows = store.Quarantine(file.BatchId);
            if (rows.All(row => row.Reason == Snake.Code(RejectReason.Footer)))
                File.Delete(mend);
            if (rows.Count == 0)
            {
                File.Delete(target);
                continue;
            }
            AtomicFile.Write(target, stream => Write(rows, stream, phrases));
            var open = rows.Select(row => (row.File, row.Line)).ToHashSet();
            MendBook.Write(mend, file.BatchId, [.. seen.Where(row => open.Contains((row.File, row.Line)))], phrases);
            written++;
        }
        return written;
    }

    private static void Write(IReadOnlyList<QuarantinedRow> rows, Stream stream, Phrasebook phrases)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        text.WriteLine(
            CsvLine.Of(((string[])["file", "line", "column", "reason", "text"]).Select(title => phrases[$"quarantine.{title}"]))
        );
        foreach (var row in rows)
            text.WriteLine(
                CsvLine.Guarded([
                    row.File,
                    row.Line.ToString(CultureInfo.InvariantCulture),
                    row.Column ?? "",
                    phrases[$"reject.{row.Reason}"],
                    row.MaskedText,
                ])
            );
    }
}
