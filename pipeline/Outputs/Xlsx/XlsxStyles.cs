using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using CellFormat = Hotspot.Reports.Model.CellFormat;
using Xf = DocumentFormat.OpenXml.Spreadsheet.CellFormat;

namespace Hotspot.Outputs.Xlsx;

/// <summary>Cell styles of the workbook, numbered in the order they are made: the furniture first, then every cell format plain and bold.</summary>
internal static class XlsxStyles
{
    public const uint Plain = 0;
    public const uint Header = 1;
    public const uint Title = 2;
    public const uint Heading = 3;
    public const uint Wrapped = 4;
    public const uint Link = 5;
    public const uint Mark = 6;

    /// <summary>Text that stands in a number column: to the right, like the numbers.</summary>
    public const uint RightText = 7;
    public const uint RightTextBold = 8;

    /// <summary>The numbers of the findings.</summary>
    public const uint Right = 9;

    /// <summary>A cell for a person to fill in: text, so that what is typed stays as typed.</summary>
    public const uint Input = 10;
    private const uint FirstFormat = 11;
    private const uint FirstCustomNumber = 164;
    private static readonly CellFormat[] Formats = Enum.GetValues<CellFormat>();

    /// <param name="zero">The number rounds to zero and shows no sign.</param>
    public static uint Of(CellFormat format, bool bold, bool zero = false) =>
        FirstFormat + 4 * (uint)format + (bold ? 2u : 0u) + (zero ? 1u : 0u);

    public static Stylesheet Sheet() => new(Numbers(), Fonts(), Fills(), Borders(), new CellStyleFormats(new Xf()), CellFormats());

    private static NumberingFormats Numbers() =>
        new(
            Formats.SelectMany(format =>
                new[]
                {
                    new NumberingFormat { NumberFormatId = NumberId(format, zero: false), FormatCode = XlsxFormat.Of(format) },
                    new NumberingFormat { NumberFormatId = NumberId(format, zero: true), FormatCode = XlsxFormat.OfZero(format) },
                }
            )
        )
        {
            Count = 2 * (uint)Formats.Length,
        };

    private static uint NumberId(CellFormat format, bool zero) => FirstCustomNumber + 2 * (uint)format + (zero ? 1u : 0u);

    private static Fonts Fonts() =>
        new(
            Font(11, bold: false, "1F2933"),
            Font(11, bold: true, "1F2933"),
            Font(18, bold: true, "1F2933"),
            Font(12, bold: true, "1F5F9E"),
            Font(11, bold: false, "1F5F9E", underline: true),
            Font(11, bold: true, "C00000")
        )
        {
            Count = 6,
        };

    private static Font Font(double size, bool bold, string color, bool underline = false)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        if (underline)
            font.Append(new Underline());
        font.Append(
            new FontSize { Val = size },
            new Color { Rgb = "FF" + color },
            new FontName { Val = "微软雅黑" },
            new FontFamilyNumbering { Val = 2 },
            new FontCharSet { Val = 134 }
        );
        return font;
    }

    private static Fills Fills() =>
        new(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(
                new PatternFill(new ForegroundColor { Rgb = "FFE4EDF5" }, new BackgroundColor { Indexed = 64 })
                {
                    PatternType = PatternValues.Solid,
                }
            ),
            new Fill(
                new PatternFill(new ForegroundColor { Rgb = "FFFFF7D6" }, new BackgroundColor { Indexed = 64 })
                {
                    PatternType = PatternValues.Solid,
                }
            )
        )
        {
            Count = 4,
        };

    private static Borders Borders() =>
        new(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder(),
                new RightBorder(),
                new TopBorder(),
                new BottomBorder(new Color { Rgb = "FFD5DCE2" }) { Style = BorderStyleValues.Hair },
                new DiagonalBorder()
            ),
            new Border(
                new LeftBorder(),
                new RightBorder(),
                new TopBorder(),
                new BottomBorder(new Color { Rgb = "FF1F5F9E" }) { Style = BorderStyleValues.Medium },
                new DiagonalBorder()
            )
        )
        {
            Count = 3,
        };

    private static CellFormats CellFormats()
    {
        var all = new CellFormats(
            new Xf { FormatId = 0 },
            Style(font: 1, fill: 2, border: 2, Aligned(HorizontalAlignmentValues.Center, wrap: true)),
            Style(font: 2, fill: 0, border: 0, null),
            Style(font: 3, fill: 0, border: 2, null),
            Style(font: 0, fill: 0, border: 0, Aligned(HorizontalAlignmentValues.Left, wrap: true)),
            Style(font: 4, fill: 0, border: 1, null),
            Style(font: 5, fill: 0, border: 0, null),
            Style(font: 0, fill: 0, border: 1, Aligned(HorizontalAlignmentValues.Right, wrap: false)),
            Style(font: 1, fill: 0, border: 1, Aligned(HorizontalAlignmentValues.Right, wrap: false)),
            Style(font: 1, fill: 0, border: 0, Aligned(HorizontalAlignmentValues.Right, wrap: false)),
            Filled()
        );
        foreach (var format in Formats)
        {
            for (var i = 0u; i < 4; i++)
            {
                // A text beside a right-aligned number keeps a blank between them.
                var indent = format == CellFormat.Text ? new Alignment { Horizontal = HorizontalAlignmentValues.Left, Indent = 1 } : null;
                var style = Style(font: i / 2, fill: 0, border: 1, indent);
                style.NumberFormatId = NumberId(format, zero: i % 2 == 1);
                style.ApplyNumberFormat = true;
                // What begins with = + - @ stays text even when someone edits the cell.
                if (format == CellFormat.Text)
                    style.QuotePrefix = true;
                all.Append(style);
            }
        }
        all.Count = (uint)all.ChildElements.Count;
        return all;
    }

    private static Xf Filled()
    {
        var style = Style(font: 0, fill: 3, border: 1, null);
        style.NumberFormatId = NumberId(CellFormat.Text, zero: false);
        style.ApplyNumberFormat = true;
        return style;
    }

    private static Xf Style(uint font, uint fill, uint border, Alignment? alignment)
    {
        var style = new Xf
        {
            NumberFormatId = 0,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
        };
        if (alignment is not null)
        {
            style.Append(alignment);
            style.ApplyAlignment = true;
        }
        return style;
    }

    private static Alignment Aligned(HorizontalAlignmentValues side, bool wrap) =>
        new()
        {
            Horizontal = side,
            Vertical = VerticalAlignmentValues.Center,
            WrapText = wrap,
        };

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
