using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Settings;

namespace Hotspot.Runs.Cuts;

/// <param name="Name">Also the file's, without .json.</param>
public sealed record SavedCut(string Name, CutRequest Request);

/// <summary>Requests that the office keeps under a name, one file each in <c>cuts/</c>. Relative times stay relative: 近三月 is read again at every run.</summary>
public static partial class SavedCuts
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Letters, digits, - and _, at most 40; nothing that Windows or a path gives a meaning of its own.</summary>
    /// <exception cref="OperatorException">Exit 2.</exception>
    public static string Checked(string name) =>
        Form().IsMatch(name) && !Reserved().IsMatch(name) && Privacy.Masking.Mask(name) == name
            ? name
            : throw CutErrors.Wrong("save", name, "1–40: A–Z 0–9 - _ 汉字");

    public static bool Has(Home home, string name) => File.Exists(FileOf(home, Checked(name)));

    public static string Write(Home home, string name, CutRequest request)
    {
        var file = FileOf(home, Checked(name));
        AtomicFile.Write(
            file,
            stream =>
            {
                JsonSerializer.Serialize(stream, request, Json);
                stream.WriteByte((byte)'\n');
            }
        );
        return file;
    }

    /// <exception cref="OperatorException">No cut of that name (exit 4), or its file was broken by hand (exit 2).</exception>
    public static SavedCut Read(Home home, string name)
    {
        var file = FileOf(home, Checked(name));
        if (!File.Exists(file))
        {
            var known = Names(home);
            throw new OperatorException(
                ExitCode.Missing,
                known.Count == 0 ? "cut_none_saved" : "cut_not_saved",
                ("name", CutErrors.Shown(name)),
                ("known", string.Join('、', known))
            );
        }
        try
        {
            using var stream = File.OpenRead(file);
            var request = JsonSerializer.Deserialize<CutRequest>(stream, Json);
            if (request?.Terms is { } terms && terms.All(term => term is { Value: not null } && CutOptions.All.Contains(term.Option)))
                return new SavedCut(name, request);
        }
        catch (JsonException e)
        {
            throw new OperatorException(ExitCode.WrongUse, "cut_saved_broken", e, ("file", home.Show(file)));
        }
        throw new OperatorException(ExitCode.WrongUse, "cut_saved_broken", ("file", home.Show(file)));
    }

    /// <summary>Names in use, sorted.</summary>
    public static IReadOnlyList<string> Names(Home home) =>
        Directory.Exists(home.Cuts)
            ?
            [
                .. Directory
                    .EnumerateFiles(home.Cuts, "*.json")
                    .Select(file => Path.GetFileNameWithoutExtension(file))
                    .Where(name => Form().IsMatch(name))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    private static string FileOf(Home home, string name) => Path.Combine(home.Cuts, name + ".json");

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])\z", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
