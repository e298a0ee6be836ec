using DocumentFormat.OpenXml.Spreadsheet;

namespace Hotspot.Outputs.Xlsx;

/// <summary>One sheet under construction: rows are added from the top, then <see cref="Build"/> puts the parts in the order Excel demands.</summary>
/// <param name="name">At most 31 characters, unique in the workbook.</param>
/// <param name="caption">Printed on top of every page.</param>
internal sealed class XlsxSheet(string name, string caption)
{
    private readonly SheetData _data = new();
    private readonly List<double> _widths = [];
    private readonly List<Hyperlink> _links = [];
    private readonly List<DataValidation> _validations = [];
    private readonly List<Break> _breaks = [];

    public string Name { get; } = name;

    public string Caption { get; } = caption;

    public uint Rows { get; private set; }

    /// <summary>Header row (frozen, repeated in print) with filters over that many columns; 0: none.</summary>
    public int HeaderColumns { get; init; }

    public bool Gridlines { get; init; } = true;

    /// <summary>Widths that a page takes in print that can still be read, some six tenths of their size.</summary>
    private const double WidestPage = 240;

    /// <summary>Pages beside each other that a print needs; each begins with the first two columns.</summary>
    public int PagesWide => Math.Max(1, (int)Math.Ceiling(_widths.Sum() / WidestPage));

    /// <summary>Percent of its size at which the sheet is printed; null: as wide as the page, or as <see cref="PagesWide"/> of them.</summary>
    public uint? Scale { get; init; }

    /// <summary>Relation of the drawing with the native charts.</summary>
    public string? Drawing { get; set; }

    /// <param name="height">Points; null: Excel's own.</param>
    public uint Add(Func<uint, IEnumerable<Cell>> cells, double? height = null)
    {
        var row = new Row(cells(++Rows)) { RowIndex = Rows };
        if (height is { } points)
        {
            row.Height = points;
            row.CustomHeight = true;
        }
        _data.Append(row);
        return Rows;
    }

    /// <summary>What is added next begins a page of its own; only for a sheet with a <see cref="Scale"/>.</summary>
    public void BreakPage() =>
        _breaks.Add(
            new Break
            {
                Id = Rows,
                Max = 16_383,
                ManualPageBreak = true,
            }
        );

    /// <summary>Widths of the columns from A on, in characters of the standard font.</summary>
    public void Widths(IEnumerable<double> widths) => _widths.AddRange(widths);

    public void Link(string cell, string sheet) =>
        _links.Add(new Hyperlink { Reference = cell, Location = $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!A1" });

    /// <summary>Cells that choose from a list; what is not on it is refused by Excel.</summary>
    /// <param name="formula">A named range, or a formula relative to the first cell that gives one.</param>
    public void Validate(string cells, string formula) =>
        _validations.Add(
            new DataValidation(new Formula1(formula))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = true,
                SequenceOfReferences = new DocumentFormat.OpenXml.ListValue<DocumentFormat.OpenXml.StringValue> { InnerText = cells },
            }
        );

    public Worksheet Build(string marks, bool selected)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = Gridlines };
        if (selected)
            view.TabSelected = true;
        if (HeaderColumns > 0)
        {
            view.Append(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                },
                new Selection { Pane = PaneValues.BottomLeft }
            );
        }
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = Scale is null }),
            new SheetViews(view),
            new SheetFormatProperties { DefaultRowHeight = 18, CustomHeight = true },
            Columns(),
            _data
        );
        if (HeaderColumns > 0)
            sheet.Append(new AutoFilter { Reference = $"A1:{XlsxCells.Reference(HeaderColumns - 1, Math.Max(Rows, 2))}" });
        if (_validations.Count > 0)
            sheet.Append(new DataValidations(_validations) { Count = (uint)_validations.Count });
        if (_links.Count > 0)
            sheet.Append(new Hyperlinks(_links));
        sheet.Append(
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.8,
                Bottom = 0.7,
                Header = 0.4,
                Footer = 0.4,
            },
            Setup(),
            new HeaderFooter(new OddHeader($"&C{Escaped(Caption)}&R{Escaped(marks)}"), new OddFooter("&C&P / &N"))
        );
        if (_breaks.Count > 0)
            sheet.Append(new RowBreaks(_breaks) { Count = (uint)_breaks.Count, ManualBreakCount = (uint)_breaks.Count });
        if (Drawing is { } drawing)
            sheet.Append(new Drawing { Id = drawing });
        return sheet;
    }

    private PageSetup Setup()
    {
        var setup = new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape };
        if (Scale is { } percent)
        {
            setup.Scale = percent;
        }
        else
        {
            setup.FitToWidth = (uint)PagesWide;
            setup.FitToHeight = 0;
        }
        return setup;
    }

    // In Excel's print header & begins a code.
    private static string Escaped(string text) => XmlText.Clean(text).Replace("&", "&&", StringComparison.Ordinal);

    private Columns Columns() =>
        new(
            _widths.Select(
                (width, i) =>
                    new Column
                    {
                        Min = (uint)i + 1,
                        Max = (uint)i + 1,
                        Width = width,
                        CustomWidth = true,
                    }
            )
        );
}
