using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotspot.Enrich;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Outputs.Forms;
using Hotspot.Records;
using Hotspot.Settings;

namespace Hotspot.Runs.Review;

/// <summary>A header that no layout knows as a workbook: a row for each column with examples and a proposal, and the few questions that headers do not answer.</summary>
internal static class ProfileForm
{
    public const string Kind = "profile";
    public const string FieldList = "码_含义";

    /// <summary>Column is free text: it counts as content and is not stored.</summary>
    public const string OtherText = "other_text";

    /// <summary>Column is of no use.</summary>
    public const string Ignored = "ignored";

    /// <summary>Columns of the sheet of headers, 0-based.</summary>
    public const int HeaderColumn = 1;
    public const int ProposedColumn = 5;
    public const int AnswerColumn = 6;

    /// <summary>Columns of the sheet of questions.</summary>
    public const int QuestionColumn = 0;
    public const int DefaultColumn = 2;
    public const int ReplyColumn = 3;

    /// <summary>Questions that choose: field of the profile and its values; the first is the proposal where the nearest layout says nothing.</summary>
    public static readonly IReadOnlyList<(string Field, string[] Values)> Choices =
    [
        ("encoding", ["auto", "utf-8", "gb18030"]),
        ("date_order", ["month_first", "day_first"]),
        ("coordinate_system", ["gcj02", "wgs84", "bd09", "cgcs2000"]),
        ("stream", ["column", "A", "B", "own"]),
    ];

    /// <exception cref="OperatorException">A layout knows the header already (exit 2).</exception>
    public static ReviewResult Make(RunContext context, ReviewRequest request)
    {
        var profiles = SourceProfiles.Load(context.Home.Sources).All;
        if (FileReading.TryOpen(request.File!, profiles, null, 1, out var known, out var problem))
            throw new OperatorException(ExitCode.WrongUse, "header_known", ("file", known.FileName), ("source", known.Profile.Id));
        if (!UnknownHeader.Codes.Contains(problem.Code))
            throw new ProblemException(problem);
        var city = context.Settings.City ?? CityReference.Shipped;
        var header = UnknownHeader.Read(request.File!, [.. profiles.Where(profile => profile.City == city)]);
        var phrases = context.Phrases;
        var file = request.Output ?? FileStem.Free(PathOf(context.Home, request.File!, phrases));
        var form = new FormBook(
            Kind,
            $"{header.Nearest.Id}:{Hash(header)}",
            phrases["profile.title"],
            [
                .. phrases["profile.instructions"].Split('\n'),
                .. header.Columns.Any(column => column.Proposed == Field.ComplaintId) ? [] : (string[])[phrases["profile.no_order_number"]],
            ],
            phrases["form.instructions"],
            phrases["form.lists"],
            [Headers(header, phrases), Questions(header, request.File!, phrases)],
            [
                new FormList(FieldList, [.. Meanings().Select(code => Meaning(code, phrases))]),
                .. Choices.Select(choice => new FormList(
                    "码_" + choice.Field,
                    [.. choice.Values.Select(value => Value(choice.Field, value, phrases))]
                )),
            ]
        );
        AtomicFile.Write(file, stream => FormFile.Write(form, stream));
        return new ReviewResult(ReviewAction.Make, file, header.Columns.Count, 0, 0, [], [], null, header.Nearest.Id);
    }

    /// <summary>Where the workbook of an export's header is written unless somebody says otherwise.</summary>
    public static string PathOf(Home home, string export, Phrasebook phrases) =>
        Path.Combine(home.Review, phrases.Say("profile.file", ("file", FileStem.Of(InputFile.NameOf(export)))));

    /// <summary>Code first, so that an answer is read back by it.</summary>
    public static string Meaning(string code, Phrasebook phrases) => $"{code} {phrases[$"field.{code}"]}";

    public static string Value(string field, string value, Phrasebook phrases) => $"{value} {phrases[$"profile.{field}.{value}"]}";

    private static IEnumerable<string> Meanings() => Enum.GetValues<Field>().Select(Snake.Code).Append(OtherText).Append(Ignored);

    public static IReadOnlyList<FormColumn> HeaderColumns(Phrasebook phrases) =>
        [
            new(phrases["review.column.no"], 7),
            new(phrases["profile.column.header"], 20),
            .. Enumerable.Range(1, 3).Select(i => new FormColumn(phrases.Say("profile.column.example", ("number", i)), 24)),
            new(phrases["profile.column.proposed"], 34),
            new(phrases["profile.column.answer"], 34, IsFilledIn: true, FieldList),
        ];

    public static IReadOnlyList<FormColumn> QuestionColumns(Phrasebook phrases) =>
        [
            new(phrases["profile.column.question"], 18),
            new(phrases["profile.column.why"], 50),
            new(phrases["profile.column.default"], 30),
            new(phrases["profile.column.reply"], 30, IsFilledIn: true),
        ];

    private static FormSheet Headers(UnknownHeader header, Phrasebook phrases) =>
        new(
            phrases["profile.sheet.headers"],
            HeaderColumns(phrases),
            [
                .. header.Columns.Select(
                    (column, i) =>
                        (IReadOnlyList<object?>)
                            [
                                (long)i + 1,
                                column.Header,
                                column.Examples.ElementAtOrDefault(0),
                                column.Examples.ElementAtOrDefault(1),
                                column.Examples.ElementAtOrDefault(2),
                                Meaning(column.Proposed is { } field ? Snake.Code(field) : Ignored, phrases),
                                null,
                            ]
                ),
            ]
        );

    private static FormSheet Questions(UnknownHeader header, string export, Phrasebook phrases)
    {
        var name = Path.GetFileNameWithoutExtension(header.FileName);
        var rows = new List<IReadOnlyList<object?>>
        {
            new object?[] { phrases["profile.question.name"], phrases["profile.why.name"], name, null },
        };
        rows.AddRange(
            Choices.Select(choice =>
                (IReadOnlyList<object?>)
                    [
                        phrases[$"profile.question.{choice.Field}"],
                        phrases[$"profile.why.{choice.Field}"],
                        Value(choice.Field, Default(choice.Field, header.Nearest), phrases),
                        null,
                    ]
            )
        );
        rows.Add([phrases["profile.question.file"], phrases["profile.why.file"], export, null]);
        return new FormSheet(
            phrases["profile.sheet.questions"],
            QuestionColumns(phrases),
            rows,
            [.. Choices.Select((choice, i) => new FormChoice(i + 1, ReplyColumn, "码_" + choice.Field))]
        );
    }

    private static string Default(string field, SourceProfile nearest) =>
        field switch
        {
            "date_order" => nearest.Times.Order == DateOrder.DayFirst ? "day_first" : "month_first",
            "coordinate_system" => nearest.CoordinateSystem.ToString().ToLower(CultureInfo.InvariantCulture),
            "encoding" => nearest.Encoding ?? "auto",
            _ => nearest.FixedStream is { } stream ? Snake.Code(stream) : "column",
        };

    private static string Hash(UnknownHeader header) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', header.Columns.Select(column => Header.Key(column.Header)))))
        )[..8];
}
