using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hotspot.Outputs;
using Hotspot.Tests.Journeys;
using Hotspot.Tests.Support;
using CellFormat = Hotspot.Reports.Model.CellFormat;

namespace Hotspot.Tests.Cuts;

/// <summary>Cuts kept under a name, and the register of requests.</summary>
[Collection("sample office")]
public sealed class SavedCutJourney(SampleOffice sample)
{
    private string Register => Path.Combine(sample.Office.Home.Cuts, "台账.xlsx");

    private void Clear()
    {
        if (Directory.Exists(sample.Office.Home.Cuts))
            Directory.Delete(sample.Office.Home.Cuts, recursive: true);
    }

    [Fact]
    public void A_kept_cut_is_asked_again_under_its_name()
    {
        Clear();
        Assert.Contains("还没有保存过", sample.Office.Call("cut", "list").Exits(0).Error, StringComparison.Ordinal);
        var first = sample.Office.Call("cut", "朝阳近四周按街道", "--issue", "露天烧烤", "--save", "烧烤-朝阳").Exits(0).Json;
        sample.Office.Call("cut", "上周按小时", "--save", "小时").Exits(0);
        var list = sample.Office.Call("cut", "list").Exits(0);
        Assert.Equal(
            ["小时", "烧烤-朝阳"],
            list.Json.GetProperty("cuts").EnumerateArray().Select(cut => cut.GetProperty("name").GetString())
        );
        var again = sample.Office.Call("cut", "run", "烧烤-朝阳").Exits(0).Json;
        Assert.Equal(first.GetProperty("groups").ToString(), again.GetProperty("groups").ToString());
        var five = sample.Office.Call("cut", "run", "烧烤-朝阳", "--top", "2", "--by", "hour").Exits(0).Json;
        Assert.Equal(2, five.GetProperty("groups").GetArrayLength());
        var unknown = sample.Office.Call("cut", "run", "烧烤").Exits(4).Json.GetProperty("error");
        Assert.Contains("烧烤-朝阳", unknown.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(sample.Office.Home.Cuts, "小时.json"), "{\"sentence\":1}");
        sample.Office.Call("cut", "run", "小时").Exits(2);
        Clear();
    }

    [Theory]
    [InlineData("--district 朝阳 --by district", "--district 海淀", "--district 海淀 --by district")]
    [InlineData("--period 2025-04 --by street", "--by issue", "--period 2025-04 --by issue")]
    [InlineData("--from 2025-04-01 --to 2025-04-20 --by district", "--period 2025-W17", "--period 2025-W17 --by district")]
    [InlineData("--period 2025-W17 --by district", "--from 2025-04-01 --to 2025-04-20", "--from 2025-04-01 --to 2025-04-20 --by district")]
    [InlineData("--keyword 施工 --by district", "--keyword 烧烤", "--keyword 烧烤 --by district")]
    public void What_is_said_at_a_run_overrules_what_was_kept(string kept, string said, string same)
    {
        Clear();
        sample.Office.Call(["cut", .. kept.Split(' '), "--save", "常用"]).Exits(0);
        var again = sample.Office.Call(["cut", "run", "常用", .. said.Split(' ')]).Exits(0).Json;
        var typed = sample.Office.Call(["cut", .. same.Split(' ')]).Exits(0).Json;
        Assert.Equal(typed.GetProperty("filter").GetString(), again.GetProperty("filter").GetString());
        Assert.Equal(typed.GetProperty("groups").ToString(), again.GetProperty("groups").ToString());
        Clear();
    }

    [Fact]
    public void A_polygon_is_found_again_from_another_folder()
    {
        Clear();
        sample.Office.Write("范围.geojson", """{"type":"Polygon","coordinates":[[[116.3,39.8],[116.5,39.8],[116.4,40.0],[116.3,39.8]]]}""");
        sample.Office.Call("cut", "--within", "范围.geojson", "--save", "范围").Exits(0);
        var listed = sample.Office.Call("cut", "list").Exits(0).Json.GetProperty("cuts")[0].GetProperty("request");
        Assert.Equal(Path.Combine(sample.Office.Folder, "范围.geojson"), listed.GetProperty("terms")[0].GetProperty("value").GetString());
        Clear();
    }

    [Fact]
    public void A_name_that_stood_for_another_cut_is_told()
    {
        Clear();
        Assert.DoesNotContain("替换", sample.Office.Call("cut", "上周按区", "--save", "常用").Exits(0).Error, StringComparison.Ordinal);
        Assert.Contains(
            "替换了同名的筛选",
            sample.Office.Call("cut", "上周按小时", "--save", "常用").Exits(0).Error,
            StringComparison.Ordinal
        );
        Clear();
    }

    [Fact]
    public void Words_behind_a_name_are_told_to_be_options()
    {
        var error = sample.Office.Call("cut", "run", "常用", "上月").Exits(2).Json.GetProperty("error");
        Assert.Contains("hotspot cut run 常用 --period", error.GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_for_somebody_is_entered_in_the_register()
    {
        Clear();
        using var folder = new TempFolder();
        var file = folder.File("街道.csv");
        sample.Office.Call("cut", "上周朝阳按街道", "--for", "督查科 13812345678", "--purpose", "=专项督查", "-o", file).Exits(0);
        sample.Office.Call("cut", "上周丰台按街道", "--for", "办公室").Exits(0);
        var rows = Rows();
        Assert.Equal(["提出时间", "交付时间", "用时（分钟）", "需求单位", "用途", "筛选条件", "行数", "交付文件", "评分"], rows[0]);
        Assert.Equal(3, rows.Count);
        Assert.DoesNotContain(rows, row => row.Any(cell => cell.Contains("13812345678", StringComparison.Ordinal)));
        Assert.Equal("'=专项督查", rows[1][4]);
        Assert.Contains("区：朝阳区", rows[1][5], StringComparison.Ordinal);
        Assert.Equal((File.ReadLines(file).Count() - 1).ToString(null, null), rows[1][6]);
        Assert.Equal(("街道.csv", "办公室"), (rows[1][7], rows[2][3]));
        Clear();
    }

    [Fact]
    public void What_people_changed_in_the_register_stays()
    {
        Clear();
        sample.Office.Call("cut", "上周按区", "--for", "督查科").Exits(0);
        using (var document = SpreadsheetDocument.Open(Register, isEditable: true))
        {
            var data = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.GetFirstChild<SheetData>()!;
            // A score, a column of their own behind, and another name for the unit.
            var header = data.Elements<Row>().First();
            header.Append(Inline("J1", "备注"));
            var line = data.Elements<Row>().Last();
            line.Elements<Cell>().Single(cell => cell.CellReference == "I2").Remove();
            line.Append(Inline("I2", "满意"), Inline("J2", "已复核"));
        }
        sample.Office.Call("cut", "上周按小时", "--for", "办公室").Exits(0);
        var rows = Rows();
        Assert.Equal(3, rows.Count);
        Assert.Equal(("满意", "已复核", "备注"), (rows[1][8], rows[1][9], rows[0][9]));
        Assert.Equal("办公室", rows[2][3]);
        Clear();
    }

    private static Cell Inline(string reference, string text) =>
        new()
        {
            CellReference = reference,
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(text)),
        };

    [Fact]
    public void A_register_that_is_open_elsewhere_keeps_the_cut()
    {
        Clear();
        using var folder = new TempFolder();
        sample.Office.Call("cut", "上周按区", "--for", "督查科").Exits(0);
        var before = File.ReadAllBytes(Register);
        var file = folder.File("区.csv");
        using (new FileStream(Register, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var answer = sample.Office.Call("cut", "上周按区", "--for", "办公室", "-o", file).Exits(5);
            Assert.Contains("台账", answer.Json.GetProperty("error").GetProperty("cause").GetString(), StringComparison.Ordinal);
            Assert.Contains("区.csv", answer.Json.GetProperty("error").GetProperty("cause").GetString(), StringComparison.Ordinal);
        }
        Assert.True(File.Exists(file));
        Assert.Equal(before, File.ReadAllBytes(Register));
        File.WriteAllText(Register, "no workbook");
        sample.Office.Call("cut", "上周按区", "--for", "办公室").Exits(4);
        Assert.Equal("no workbook", File.ReadAllText(Register));
        Clear();
    }

    [Fact]
    public async Task Two_that_write_at_once_lose_no_line()
    {
        using var folder = new TempFolder();
        var file = folder.File("台账.xlsx");
        RegisterColumn[] columns = [new("提出时间", CellFormat.Text, 10), new("行数", CellFormat.Count, 10)];
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    Task.Run(() =>
                    {
                        while (true)
                        {
                            try
                            {
                                RegisterFile.Append(file, "台账", columns, [$"第{i}行", (double)i]);
                                return;
                            }
                            catch (IOException)
                            {
                                Thread.Yield();
                            }
                        }
                    })
                )
        );
        var rows = new Hotspot.Tests.Journeys.Workbook(file);
        Assert.Equal(9, rows.Rows("台账").Count);
    }

    /// <summary>Cells of the register as text, inline ones too.</summary>
    private List<string[]> Rows()
    {
        using var document = SpreadsheetDocument.Open(Register, isEditable: false);
        var texts = document
            .WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>()
            .Select(item => item.InnerText)
            .ToList();
        return
        [
            .. document
                .WorkbookPart.WorksheetParts.Single()
                .Worksheet!.Descendants<Row>()
                .Select(row =>
                    row.Elements<Cell>()
                        .Select(cell =>
                            cell.DataType?.Value == CellValues.SharedString
                                ? texts[int.Parse(cell.CellValue!.Text)]
                                : cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? ""
                        )
                        .ToArray()
                ),
        ];
    }
}
