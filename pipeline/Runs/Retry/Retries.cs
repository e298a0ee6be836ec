using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Runs.Forms;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Retry;

/// <summary>Which files' rows are tried again, and with whose mending.</summary>
internal static class Retries
{
    public static List<(OpenBatch Batch, FilledForm? Mends)> Of(
        IReadOnlyList<OpenBatch> open,
        IReadOnlyList<string> names,
        Home home,
        Phrasebook phrases
    )
    {
        if (names.Count == 0)
            return [.. open.Select(batch => (batch, Standing(batch, home, phrases)))];
        var chosen = new List<(OpenBatch, FilledForm?)>();
        foreach (var name in names)
        {
            var told = InputFile.NameOf(name);
            var form = File.Exists(name) ? FilledForm.TryRead(name) : null;
            var found =
                form?.Kind == MendBook.Kind
                    ? open.Where(batch => batch.BatchId == form.Id).Select(batch => (batch, (FilledForm?)form)).ToList()
                    : open.Where(batch => batch.Name == told).Select(batch => (batch, Standing(batch, home, phrases))).ToList();
            if (found.Count == 0)
                throw new OperatorException(
                    ExitCode.Missing,
                    "retry_unknown",
                    ("file", told),
                    ("open", open.Count == 0 ? "-" : string.Join(", ", open.Select(batch => batch.Name).Distinct()))
                );
            chosen.AddRange(found);
        }
        return [.. chosen.DistinctBy(entry => entry.Item1.BatchId)];
    }

    /// <summary>The mending workbook in its place in quarantine, where there is one.</summary>
    private static FilledForm? Standing(OpenBatch batch, Home home, Phrasebook phrases)
    {
        var path = MendBook.PathOf(home, batch.Name, batch.BatchId, phrases);
        return File.Exists(path) && FilledForm.TryRead(path) is { Kind: MendBook.Kind } form && form.Id == batch.BatchId ? form : null;
    }
}
