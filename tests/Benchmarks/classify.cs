// The classifier on texts with known classes: cross-validation of each learner, calibration, and predictions a second on one thread and on all.
//
//   dotnet run -c Release tests/Benchmarks/classify.cs -- FILE 5 1 [compare] [from 11]     labelled file, folds, seeds to average over, all learners, first seed
//
// Compiled with optimisation from the first call: the published program is compiled ahead.
#:project ../../pipeline/Pipeline.csproj
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property TieredCompilation=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA2266

using System.Diagnostics;
using Hotspot.Classify.Learning;
using Hotspot.Runs.Models;

var file = LabelledFile.Read(args[0]);
var folds = args.Length > 1 ? int.Parse(args[1]) : 5;
var seeds = args.Length > 2 ? int.Parse(args[2]) : 1;
var compare = args.Contains("compare");
var first = args.Contains("from") ? int.Parse(args[Array.IndexOf(args, "from") + 1]) : 1;
Console.WriteLine(
    $"{file.Texts.Count:n0} texts, {file.Texts.Sum(text => (long)(text.Title + text.Content).Length) / file.Texts.Count} characters, {file.Skipped} passed over"
);
TrainedModel? trained = null;
var (macro, accuracy) = (0.0, 0.0);
for (var seed = first; seed < first + seeds; seed++)
{
    var watch = Stopwatch.StartNew();
    trained = IssueTraining.Run(
        file.Texts,
        new TrainingOptions(folds, seed, Threads: Environment.ProcessorCount, CompareLearners: compare),
        null,
        CancellationToken.None
    );
    (macro, accuracy) = (macro + trained.Confusion.MacroF1 / seeds, accuracy + trained.Confusion.Accuracy / seeds);
    Console.WriteLine(
        $"seed {seed}: {trained.Learner}: macro-F1 {trained.Confusion.MacroF1:f4}, accuracy {trained.Confusion.Accuracy:f4}, calibration error {trained.ErrorBefore:p1} -> {trained.ErrorAfter:p1}, level {trained.Model.Level:f3} covers {trained.Coverage:p1}; {watch.Elapsed.TotalSeconds:f1} s"
    );
    foreach (var learner in trained.Compared)
        Console.WriteLine($"  {learner.Name, -20} {learner.MacroF1:f4} {learner.Accuracy:f4} {learner.Seconds:f1} s");
}
Console.WriteLine($"mean of {seeds}: macro-F1 {macro:f4}, accuracy {accuracy:f4}");
var model = trained!.Model;
using var stream = new MemoryStream();
IssueModelFile.Write(model, stream);
Console.WriteLine(
    $"model: {model.Space.Count:n0} grams, {stream.Length / 1024:n0} KB; right on its own texts {file.Texts.Count(text => model.Guess(text.Title, text.Content).Label == text.Label) / (double)file.Texts.Count:p2}"
);
foreach (var threads in new[] { 1, Environment.ProcessorCount })
{
    var watch = Stopwatch.StartNew();
    var rounds = 10;
    Parallel.For(
        0,
        rounds * file.Texts.Count,
        new ParallelOptions { MaxDegreeOfParallelism = threads },
        i => model.Guess(file.Texts[i % file.Texts.Count].Title, file.Texts[i % file.Texts.Count].Content)
    );
    Console.WriteLine($"{threads} threads: {rounds * file.Texts.Count / watch.Elapsed.TotalSeconds:n0} predictions a second");
}
