using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Privacy;
using Hotspot.Reports.Model;

namespace Hotspot.Runs.Cuts;

/// <summary>The register of ad-hoc requests, <c>cuts/台账.xlsx</c>: a line for each cut that was made for somebody; the score is for the office to fill in.</summary>
internal static class CutRegister
{
    public static string FileOf(RunContext context) => Path.Combine(context.Home.Cuts, context.Phrases["cut.register.file"]);

    /// <exception cref="OperatorException">The register is open elsewhere (exit 5) or no register any more (exit 4); the cut itself stands.</exception>
    public static string Add(RunContext context, CutOrders orders, string filter, long rows)
    {
        var phrases = context.Phrases;
        var file = FileOf(context);
        var delivered = context.Clock.Now;
        RegisterColumn Column(string name, CellFormat format, double width, bool isFilledIn = false) =>
            new(phrases[$"cut.register.{name}"], format, width, isFilledIn);
        try
        {
            RegisterFile.Append(
                file,
                phrases["cut.register.sheet"],
                [
                    Column("asked", CellFormat.Minute, 18),
                    Column("delivered", CellFormat.Minute, 18),
                    Column("minutes", CellFormat.Decimal1, 10),
                    Column("for", CellFormat.Text, 22),
                    Column("purpose", CellFormat.Text, 30),
                    Column("filter", CellFormat.Text, 60),
                    Column("rows", CellFormat.Count, 10),
                    Column("output", CellFormat.Text, 30),
                    Column("score", CellFormat.Text, 10, isFilledIn: true),
                ],
                [
                    orders.AskedAt,
                    delivered,
                    Math.Round((delivered - orders.AskedAt).TotalMinutes, 1),
                    Masking.Mask(orders.For!),
                    orders.Purpose is { } purpose ? Masking.Mask(purpose) : null,
                    filter,
                    (double)rows,
                    orders.Output is { } output ? Path.GetFileName(output) : null,
                    null,
                ]
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperatorException { Exit: ExitCode.Busy })
        {
            throw new OperatorException(
                ExitCode.Busy,
                "cut_register_open",
                e,
                ("file", file),
                ("kept", orders.Output ?? phrases["outputs.cell.none"])
            );
        }
        catch (RegisterBrokenException e)
        {
            throw new OperatorException(
                ExitCode.Missing,
                "cut_register_broken",
                e,
                ("file", file),
                ("kept", orders.Output ?? phrases["outputs.cell.none"])
            );
        }
        return file;
    }
}
