namespace Hotspot.Settings;

/// <summary>The one folder that a run writes to. Paths only; nothing is made until <see cref="Make"/>.</summary>
public sealed class Home(string root)
{
    public string Root { get; } = Path.GetFullPath(root);
    public string Inbox => Path.Combine(Root, "inbox");

    /// <summary>Files of the inbox whose loading was taken back: at hand, and no load of the inbox takes them.</summary>
    public string TakenBack => Path.Combine(Inbox, "taken-back");

    /// <summary>Files of the inbox that no night could read: at hand, and no load of the inbox takes them.</summary>
    public string Unreadable => Path.Combine(Inbox, "unreadable");
    public string Archive => Path.Combine(Root, "archive");

    /// <summary>Originals that masking changed, sealed row by row; owner-only.</summary>
    public string Sealed => Path.Combine(Root, "sealed");

    /// <summary>Who opened what was sealed, and why; owner-only.</summary>
    public string AuditFile => Path.Combine(Root, "audit", "audit.jsonl");
    public string Quarantine => Path.Combine(Root, "quarantine");
    public string Store => Path.Combine(Root, "store", "hotspot.duckdb");
    public string Published => Path.Combine(Root, "published");
    public string PublishedData => Path.Combine(Published, "data");
    public string Runs => Path.Combine(Root, "runs");
    public string Logs => Path.Combine(Root, "logs");
    public string Keys => Path.Combine(Root, "keys");
    public string Sources => Path.Combine(Root, "sources");
    public string Rules => Path.Combine(Root, "rules");

    /// <summary>Models that were trained here, a folder for each version; not there until one is trained.</summary>
    public string Models => Path.Combine(Root, "models", "issue");
    public string Review => Path.Combine(Root, "review");

    /// <summary>The unit's own phrases, order of sections and styles; what is not there is as shipped.</summary>
    public string Templates => Path.Combine(Root, "templates");

    /// <summary>Cuts that the office keeps under a name, and the register of requests; not there until one is kept.</summary>
    public string Cuts => Path.Combine(Root, "cuts");

    /// <summary>The register of hotspots, in which the office writes what it did; not there until a week has been reported.</summary>
    public string Points => Path.Combine(Root, "points");

    /// <summary>Call sheets with phones, for as long as they are in use; owner-only. Not there until somebody plans.</summary>
    public string Callback => Path.Combine(Root, "callback");

    /// <summary>Call sheets that are done with, sealed.</summary>
    public string CallbackSealed => Path.Combine(Callback, "sealed");

    /// <summary>Named places that the unit keeps itself; not there until somebody writes it.</summary>
    public string Places => Path.Combine(Root, "places.csv");
    public string SettingsFile => Path.Combine(Root, "settings.json");
    public string NightLockFile => Path.Combine(Root, "store", "night.lock");

    /// <summary>How the last night went.</summary>
    public string NightFile => Path.Combine(Runs, "night.json");

    public string HeldFile => Path.Combine(Runs, "held.json");

    /// <summary>What the nights found: a folder each, by the day on whose morning it is known.</summary>
    public string Nights => Path.Combine(Published, "nightly");

    /// <summary>Day on which the home was handed over and its keys destroyed; not there until then.</summary>
    public string HandedOverFile => Path.Combine(Root, "store", "handed-over.txt");
    public string LockFile => Path.Combine(Root, "store", "lock");

    /// <summary>True once settings have been written here.</summary>
    public bool Exists => File.Exists(SettingsFile);

    public void Make()
    {
        foreach (
            var folder in (string[])[Inbox, Archive, Quarantine, Path.GetDirectoryName(Store)!, PublishedData, Runs, Logs, Keys, Sources]
        )
            Directory.CreateDirectory(folder);
    }

    /// <summary>Path as people read it: relative to home where it lies inside.</summary>
    public string Show(string path) => path.StartsWith(Root, StringComparison.Ordinal) ? Path.GetRelativePath(Root, path) : path;
}
