using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Docx;

/// <summary>
/// Shares a table's width among its columns by what stands in them. Numbers and dates are never broken; texts may wrap; what is left over
/// goes by the columns' shares. Text is measured in em: a Chinese character is 1, a digit or Latin letter about half.
/// </summary>
internal static class ColumnWidths
{
    private const double LeastText = 4;
    private const double MostText = 16;

    /// <summary>Both cell margins (120 twips, see <see cref="DocxTable"/>) and a hair.</summary>
    public const double Margins = 130;

    /// <param name="em">Font size in twips, as <paramref name="total"/>.</param>
    /// <returns>Widths that sum to <paramref name="total"/>.</returns>
    public static IReadOnlyList<int> Of(ReportTable table, IReadOnlyList<IReadOnlyList<string>> cells, int total, double em)
    {
        var least = new double[table.Columns.Count];
        var wanted = new double[table.Columns.Count];
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var padding = Margins / em;
            var column = table.Columns[i];
            var longest = cells.Select(row => Em(row[i])).DefaultIfEmpty(0).Max();
            var fixedWidth = column.Format != CellFormat.Text;
            var header = Em(column.Title);
            least[i] = padding + (fixedWidth ? Math.Max(longest, Math.Min(header, 2.2)) : Math.Min(longest, LeastText));
            wanted[i] = Math.Max(least[i], padding + Math.Min(MostText, Math.Max(longest, header)));
        }
        return Fill(table, least, wanted, total, em);
    }

    public static double Em(string text) =>
        text.Sum(c =>
            c == '%' ? 0.9
            : c < 0x2000 ? 0.57
            : 1.0
        );

    private static int[] Fill(ReportTable table, double[] least, double[] wanted, int total, double em)
    {
        var room = total / em;
        double[] widths;
        if (wanted.Sum() <= room)
        {
            var share = (room - wanted.Sum()) / table.Columns.Sum(column => column.Share);
            widths = [.. wanted.Select((width, i) => width + share * table.Columns[i].Share)];
        }
        else if (least.Sum() <= room)
        {
            var part = (room - least.Sum()) / (wanted.Sum() - least.Sum());
            widths = [.. least.Select((width, i) => width + part * (wanted[i] - width))];
        }
        else
        {
            widths = [.. least.Select(width => width * room / least.Sum())];
        }

        // Whole units; the last column takes what rounding left.
        var whole = widths.Select(width => (int)(width * em)).ToArray();
        whole[^1] += total - whole.Sum();
        return whole;
    }
}
