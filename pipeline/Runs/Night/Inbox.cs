using Hotspot.Ingest;
using Hotspot.Language;

namespace Hotspot.Runs.Night;

/// <summary>Loads what lies in the inbox. One bad file must not keep the others out: it is laid aside and told.</summary>
internal static class Inbox
{
    /// <param name="unopened">Gets the files that could not be opened: still being copied, open elsewhere, or not this user's to read. They stay for the next night.</param>
    /// <returns>Null: nothing lay there that could be loaded.</returns>
    public static LoadResult? Take(RunContext context, List<UnreadableFile> unreadable, List<string> unopened, CancellationToken cancel)
    {
        var whole = InputFiles.In(context.Home.Inbox).ToLookup(IsWhole);
        unopened.AddRange(whole[false].Select(InputFile.NameOf));
        var files = whole[true].ToList();
        if (files.Count == 0)
            return null;
        try
        {
            return LoadRun.Execute(context, files, new LoadOptions(), cancel);
        }
        catch (OperatorException e) when (e.Exit == ExitCode.WrongUse)
        {
            LoadResult? all = null;
            foreach (var file in files)
            {
                try
                {
                    var one = LoadRun.Execute(context, [file], new LoadOptions(), cancel);
                    all = all is null ? one : all.Plus(one);
                }
                catch (OperatorException bad) when (bad.Exit == ExitCode.WrongUse)
                {
                    Directory.CreateDirectory(context.Home.Unreadable);
                    var aside = FileStem.Free(Path.Combine(context.Home.Unreadable, Path.GetFileName(file)));
                    File.Move(file, aside);
                    unreadable.Add(new UnreadableFile(InputFile.NameOf(aside), bad.Code, bad.Cause(context.Phrases)));
                }
            }
            return all;
        }
    }

    internal static bool IsWhole(string file)
    {
        try
        {
            using var probe = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
