using Hotspot.Classify.Learning;

namespace Hotspot.Runs.Models;

/// <param name="From">A labelled file; null: the orders of the home.</param>
/// <param name="Output">Folder to write the model to, nothing is put in force; null: the home's models.</param>
/// <param name="Precision">Share of right answers that what is told must reach; null: that of the settings.</param>
/// <param name="CompareLearners">False: linear support vectors straight away.</param>
public sealed record TrainRequest(string? From, string? Output, int Folds, int Seed, double? Precision = null, bool CompareLearners = true);

/// <param name="Model">Folder of a model; null: the one in force.</param>
public sealed record ModelTestRequest(string File, string? Model);

/// <summary>Why a model was put in force, or not.</summary>
public enum ModelFate
{
    InForce,

    /// <summary>Written to a folder of its own, as asked.</summary>
    Written,

    /// <summary>The one in force is as good or better.</summary>
    NotBetter,

    /// <summary>It tells what is no issue kind of the home.</summary>
    ForeignLabels,

    /// <summary>No probability is high enough for the precision that the settings ask.</summary>
    Unsure,
}

/// <param name="InForceMacroF1">Of the model that was in force, on the same texts; null: not compared.</param>
/// <param name="NewMacroF1">Of the new one there, from texts that were held out.</param>
/// <param name="ComparedTexts">Texts of the comparison; 0: the figures of both cards.</param>
public sealed record ModelContest(double? InForceMacroF1, double? NewMacroF1, int ComparedTexts);

/// <param name="Folder">Where model, card and papers are.</param>
/// <param name="Orders">Orders derived anew by the model.</param>
public sealed record TrainResult(
    ModelCard Card,
    ModelFate Fate,
    ModelContest Contest,
    string Folder,
    IReadOnlyList<string> ForeignLabels,
    long Orders,
    string? Generation
);

/// <summary>A model asked about texts whose class is known.</summary>
/// <param name="Unknown">Labels of the file that the model does not know: texts of them cannot be told right.</param>
/// <param name="Told">Texts at or above the model's level, and how many of them are right.</param>
/// <param name="PerSecond">Predictions a second, one thread.</param>
public sealed record ModelTestResult(
    string Version,
    string File,
    int Texts,
    int Skipped,
    double MacroF1,
    double Accuracy,
    IReadOnlyList<ClassFigures> Classes,
    IReadOnlyList<string> Unknown,
    int Told,
    int ToldRight,
    double CalibrationError,
    double PerSecond
);
