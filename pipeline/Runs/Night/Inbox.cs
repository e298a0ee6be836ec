using Hotspot.Ingest;
using Hotspot.Language;

namespace Hotspot.Runs.Night;

/// <summary>Loads what lies in the inbox. One bad file must not keep the others out: it is laid aside and told.</summary>
internal static class Inbox
{
    /// <returns>Null: nothing lay there that could be loaded.</returns>
    public static LoadResult? Take(RunContext context, List<UnreadableFile> unreadable, CancellationToken cancel)
    {
        // A file that is still being copied is open; it is taken the next night.
        var files = Directory.Exists(context.Home.Inbox) ? InputFiles.In(context.Home.Inbox).Where(IsWhole).ToList() : [];
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
                    unreadable.Add(new UnreadableFile(InputFile.NameOf(file), bad.Code));
                    Directory.CreateDirectory(context.Home.Unreadable);
                    File.Move(file, Path.Combine(context.Home.Unreadable, Path.GetFileName(file)), overwrite: true);
                }
            }
            return all;
        }
    }

    private static bool IsWhole(string file)
    {
        try
        {
            using var probe = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
