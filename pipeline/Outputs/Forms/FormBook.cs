namespace Hotspot.Outputs.Forms;

/// <summary>A workbook that people fill in and hand back.</summary>
/// <param name="Kind">What it is for (review, profile, retry, rules): a workbook of another kind is refused.</param>
/// <param name="Id">What it was made from; the way back asks for it.</param>
/// <param name="Lists">Values that cells may take, by name; each becomes a column of the sheet of lists.</param>
public sealed record FormBook(
    string Kind,
    string Id,
    string Title,
    IReadOnlyList<string> Instructions,
    string InstructionsSheet,
    string ListsSheet,
    IReadOnlyList<FormSheet> Sheets,
    IReadOnlyList<FormList> Lists
);

/// <summary>One table of a form: header in row 1, one thing to decide a row.</summary>
/// <param name="Rows">Cells are text, whole numbers or null.</param>
/// <param name="Choices">Cells with a list of their own.</param>
public sealed record FormSheet(
    string Name,
    IReadOnlyList<FormColumn> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows,
    IReadOnlyList<FormChoice>? Choices = null
);

/// <param name="Row">0-based among the rows below the header.</param>
public sealed record FormChoice(int Row, int Column, string List);

/// <param name="IsFilledIn">The column is for the person: coloured, and never begun with a value that counts as an answer.</param>
/// <param name="List">Name of the list that its cells choose from.</param>
/// <param name="Parent">The list depends on another cell of the row.</param>
public sealed record FormColumn(string Title, double Width = 14, bool IsFilledIn = false, string? List = null, FormParent? Parent = null);

/// <summary>The list is called <paramref name="Prefix"/> and the value of one of two cells of the row: the proposed one, or else the present one.</summary>
/// <param name="Proposed">0-based columns.</param>
public sealed record FormParent(string Prefix, int Proposed, int Present);

/// <param name="Name">A name that Excel accepts: letters and underscores, no blanks.</param>
public sealed record FormList(string Name, IReadOnlyList<string> Values);
