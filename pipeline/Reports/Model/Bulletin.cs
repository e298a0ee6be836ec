namespace Hotspot.Reports.Model;

/// <summary>A bulletin as content, before any file format: what Word, Excel and HTML print comes from here and only from here.</summary>
/// <param name="Figures">Every number printed in prose, in order of appearance; ids are unique.</param>
/// <param name="Labels">Words of the page furniture (page number pattern, sheet names, filter labels …) by key, in the language of the bulletin.</param>
public sealed record Bulletin(
    BulletinHead Head,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Figure> Figures,
    MapLayer? Districts,
    IReadOnlyDictionary<string, string> Labels
)
{
    /// <summary>What was asked of the complaints for its figures; a public edition does not tell.</summary>
    public IReadOnlyList<Grouping.AskedQuery> Queries { get; init; } = [];

    /// <summary>For the page alone; a public edition has none.</summary>
    public Explorer? Explorer { get; init; }
}

/// <param name="Unit">Issuing office, printed above the title.</param>
/// <param name="Title">E.g. 城管诉求周报.</param>
/// <param name="IssueLine">第N期（总第N期）, or 初稿 for a draft.</param>
/// <param name="PeriodLine">E.g. 2025年第17周（4月21日—4月27日）.</param>
/// <param name="DataThroughLine">E.g. 数据截至2025年4月27日24时.</param>
/// <param name="DataThrough">Last day of data; the only date that documents may carry as their own.</param>
/// <param name="Marks">Marks printed on every page: 初稿, 演示数据; may be empty.</param>
/// <param name="FileStem">File name without extension, e.g. 城管诉求周报_2025年第17周_初稿.</param>
public sealed record BulletinHead(
    string Unit,
    string Title,
    string IssueLine,
    string PeriodLine,
    string DataThroughLine,
    DateOnly DataThrough,
    IReadOnlyList<string> Marks,
    string FileStem
);

/// <param name="Id">Machine name, e.g. <c>peak_hours</c>; also the anchor in HTML.</param>
/// <param name="Heading">First-level heading: 高发时段 while it is written, 三、高发时段 in the bulletin.</param>
public sealed record Section(string Id, string Heading, IReadOnlyList<Block> Blocks);

public abstract record Block;

/// <summary>A second-level heading with its number: （一）各区情况.</summary>
public sealed record SubHeading(string Text) : Block;

public enum ParagraphKind
{
    Body,

    /// <summary>One of the numbered findings of 本期要点.</summary>
    Finding,

    /// <summary>Small print under a table or chart, or a plain statement that something cannot be said.</summary>
    Note,
}

public sealed record Paragraph(Prose Text, ParagraphKind Kind = ParagraphKind.Body) : Block;

public sealed record TableBlock(ReportTable Table) : Block;

/// <summary>A sheet of the workbook alone: all rows of a table of which a page shows the first. Has no table number (0).</summary>
public sealed record SheetBlock(ReportTable Table) : Block;

public sealed record ChartBlock(Chart Chart) : Block;
