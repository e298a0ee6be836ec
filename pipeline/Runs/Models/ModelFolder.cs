using System.Globalization;
using System.Security.Cryptography;
using Hotspot.Classify.Learning;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Settings;

namespace Hotspot.Runs.Models;

/// <summary>A model and its card in a folder of their own.</summary>
internal sealed record ModelFolder(string Path, IssueModel Model, ModelCard Card)
{
    /// <summary>The one that the next load asks.</summary>
    /// <exception cref="OperatorException">It is not there, or damaged (exit 2).</exception>
    public static ModelFolder InForce(Home home)
    {
        try
        {
            return Read(ModelInForce.Folder(home.Rules, home.Models));
        }
        catch (InvalidDataException e)
        {
            throw new OperatorException(
                ExitCode.WrongUse,
                "model_wrong",
                e,
                ("file", System.IO.Path.Combine(home.Rules, ModelInForce.RuleFile))
            );
        }
    }

    /// <exception cref="OperatorException">The folder holds no model, or a damaged one (exit 2).</exception>
    public static ModelFolder Read(string folder)
    {
        try
        {
            return new ModelFolder(
                folder,
                IssueModelFile.Read(System.IO.Path.Combine(folder, IssueModelFile.Name)),
                ModelCard.Read(folder)
            );
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            throw new OperatorException(ExitCode.WrongUse, "model_wrong", e, ("file", folder));
        }
    }

    /// <summary>The day and the first letters of the hash of the model's bytes: the same texts give the same one.</summary>
    public static string VersionOf(byte[] model, DateOnly madeOn) =>
        $"{madeOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(SHA256.HashData(model))[..8]}";

    /// <summary>Model and card; each written beside and renamed, the card last.</summary>
    public static void Write(string folder, byte[] model, ModelCard card)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.Write(System.IO.Path.Combine(folder, IssueModelFile.Name), stream => stream.Write(model));
        AtomicFile.Write(System.IO.Path.Combine(folder, ModelCard.FileName), card.Write);
    }
}
