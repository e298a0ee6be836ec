using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>What a user of the service answered; no name is kept.</summary>
public sealed record SurveyAnswer(DateOnly On, string? Department, Satisfaction Rating);

/// <summary>Surveys among the users of the service: added, never changed.</summary>
public static class SurveyTable
{
    /// <summary>All answers, by the file that they came in.</summary>
    public static ILookup<string, SurveyAnswer> Known(Session store) =>
        store
            .Query(
                "Store/survey_answers",
                row =>
                    (
                        Sha256: row.GetString(0),
                        Answer: new SurveyAnswer(row.DayAt(1)!.Value, row.TextAt(2), Snake.Parse<Satisfaction>(row.GetString(3)))
                    )
            )
            .ToLookup(row => row.Sha256, row => row.Answer);

    public static void Add(Session store, string name, string sha256, IReadOnlyList<SurveyAnswer> answers)
    {
        foreach (var answer in answers)
            store.Execute(
                "Store/survey_add",
                ("name", name),
                ("sha256", sha256),
                ("answered_on", answer.On),
                ("department", answer.Department),
                ("rating", Snake.Code(answer.Rating))
            );
    }
}
