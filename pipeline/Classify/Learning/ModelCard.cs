using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hotspot.Classify.Learning;

/// <summary>Where the texts came from.</summary>
public enum TextSource
{
    /// <summary>Orders of the home whose issue a category or a person decided.</summary>
    History,

    /// <summary>A labelled file.</summary>
    File,
}

/// <param name="Terms">Grams that speak most for the class, each of five texts at least; no words of a complaint beyond two characters.</param>
public sealed record CardClass(string Label, int Texts, double? Precision, double? Recall, double F1, IReadOnlyList<string> Terms);

/// <summary>
/// What a model is: its data, its figures on texts that were held out, and how it was made; <c>card.json</c> beside the model. Holds no text of a complaint
/// (Mitchell et al. 2019, Model cards for model reporting).
/// </summary>
/// <param name="Version">Day of training and hash of the model.</param>
/// <param name="Program">Version of the program.</param>
/// <param name="InputSha256">Of the labelled file; null: orders of the home.</param>
/// <param name="Skipped">Rows of the file without class or text.</param>
/// <param name="FirstOn">Of the orders; null: a file has no days.</param>
/// <param name="LeftOut">Classes with fewer than two different texts.</param>
/// <param name="Invented">Classes of which there are no orders to learn from: learned from the sentences of the shipped model.</param>
/// <param name="CalibrationErrorBefore">Expected calibration error of the plain scores, 0–1; after: of the probabilities told.</param>
/// <param name="Level">Least probability of what is told; null: nothing is sure enough.</param>
/// <param name="Coverage">Share of the texts that reach it.</param>
public sealed record ModelCard(
    string Version,
    DateOnly MadeOn,
    string Program,
    TextSource Source,
    string? Input,
    string? InputSha256,
    int Texts,
    int Skipped,
    DateOnly? FirstOn,
    DateOnly? LastOn,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<string> Invented,
    string Learner,
    IReadOnlyList<LearnerFigures> Compared,
    int Folds,
    int Seed,
    double MacroF1,
    double Accuracy,
    double CalibrationErrorBefore,
    double CalibrationErrorAfter,
    double Precision,
    double? Level,
    double Coverage,
    int Grams,
    IReadOnlyList<CardClass> Classes
)
{
    public const string FileName = "card.json";
    private const int Terms = 12;

    /// <summary>A gram of fewer texts could belong to one matter, or to one person.</summary>
    private const int LeastTexts = 5;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static ModelCard Of(TrainedModel trained, TrainingOptions options, ModelSource source, string version, DateOnly madeOn) =>
        new(
            version,
            madeOn,
            typeof(ModelCard).Assembly.GetName().Version?.ToString(3) ?? "0",
            source.Kind,
            source.Input,
            source.Sha256,
            trained.Confusion.Texts,
            source.Skipped,
            source.FirstOn,
            source.LastOn,
            trained.LeftOut,
            source.Invented,
            trained.Learner,
            trained.Compared,
            options.Folds,
            options.Seed,
            Rounded(trained.Confusion.MacroF1),
            Rounded(trained.Confusion.Accuracy),
            Rounded(trained.ErrorBefore),
            Rounded(trained.ErrorAfter),
            options.Precision,
            trained.Model.Level is { } level ? Rounded(level) : null,
            Rounded(trained.Coverage),
            trained.Model.Space.Count,
            [
                .. trained.Confusion.Classes.Select(
                    (one, c) =>
                        new CardClass(
                            one.Label,
                            one.Texts,
                            one.Precision is { } precision ? Rounded(precision) : null,
                            one.Recall is { } recall ? Rounded(recall) : null,
                            Rounded(one.F1),
                            trained.Model.TopTerms(c, Terms, LeastTexts)
                        )
                ),
            ]
        );

    /// <exception cref="JsonException">The file is no card.</exception>
    public static ModelCard Read(string folder)
    {
        using var stream = File.OpenRead(Path.Combine(folder, FileName));
        return JsonSerializer.Deserialize<ModelCard>(stream, Json) ?? throw new JsonException("an empty card");
    }

    public void Write(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, Json);
        stream.WriteByte((byte)'\n');
    }

    private static double Rounded(double value) => Math.Round(value, 4);
}

/// <summary>The texts of a training, as a card tells them.</summary>
public sealed record ModelSource(
    TextSource Kind,
    string? Input,
    string? Sha256,
    int Skipped,
    DateOnly? FirstOn,
    DateOnly? LastOn,
    IReadOnlyList<string> Invented
);
