using Hotspot.Ingest;
using Hotspot.Ingest.Xlsx;
using Hotspot.Records;

namespace Hotspot.Tests.Ingest;

public class WorkbookTests
{
    [Fact]
    public void Dates_phones_and_numbers_keep_their_digits()
    {
        object?[][] rows =
        [
            ["工单编号", "来电时间", "主要内容", "来电人电话", "经度", "纬度"],
            [20250421000123d, new DateTime(2025, 4, 21, 22, 13, 5), "占道", 13812345678d, 116.397128, 39.916527],
        ];

        var complaint = Assert.Single(Some.Open(Workbook.Bytes([("Sheet1", rows)]), "工单.xlsx").Outcomes()).Complaint!;

        Assert.Equal("20250421000123", complaint.ComplaintId);
        Assert.Equal(new DateTime(2025, 4, 21, 22, 13, 5), complaint.CalledAt);
        Assert.Equal(Some.Callers.Of("13812345678"), complaint.CallerKey);
        Assert.Equal((116.397128, 39.916527), (complaint.StatedLongitude, complaint.StatedLatitude));
    }

    [Fact]
    public void All_sheets_are_read_notes_are_told_and_trailing_cells_may_be_missing()
    {
        object?[][] note =
        [
            ["填报说明"],
            ["一、请勿修改表头"],
        ];
        object?[][] titled =
        [
            ["2025年4月明细"],
            [],
            .. Workbook.CityRows(3),
        ];
        object?[][] continued = [.. Workbook.CityRows(2, first: 100).Skip(1)];
        object?[][] shorter =
        [
            ["工单编号", "来电时间", "主要内容", "被反映区"],
            ["热线-250422-000001", "2025/4/22 8:05", "噪声"],
        ];

        var reading = Some.Open(Workbook.Bytes([("说明", note), ("一", titled), ("二", continued), ("三", shorter)]), "工单.xlsx");
        var rows = reading.Outcomes().ToArray();

        Assert.All(rows, row => Assert.NotNull(row.Complaint));
        Assert.Equal(
            ["一 4", "一 5", "一 6", "二 1", "二 2", "三 2"],
            rows.Select(row => $"{row.Complaint!.SourceFile.Split('#')[1]} {row.Line}")
        );
        Assert.Equal(new SkippedSheet("说明", 2), Assert.Single(reading.Summary.SkippedSheets));
        Assert.Null(rows[^1].Complaint!.StatedDistrict);
    }

    [Fact]
    public void A_sheet_that_goes_on_is_read_whatever_its_first_rows_say()
    {
        object?[][] continued =
        [
            ["续表"],
            [.. Some.CityRow(id: "HX1").Split(',').Prepend("不详")],
            .. Workbook.CityRows(2, first: 100).Skip(1),
        ];

        var reading = Some.Open(Workbook.Bytes([("一", [.. Workbook.CityRows(1)]), ("二", continued)]), "工单.xlsx");
        var rows = reading.Outcomes().ToArray();

        Assert.Equal([2L, 2, 3, 4], rows.Select(row => row.Line));
        Assert.Equal(RejectReason.NoUsableTime, rows[1].Rejected!.Reason);
        Assert.Empty(reading.Summary.SkippedSheets);
    }

    /// <summary>A count can be read as a day number, and then every line of a summary has a time.</summary>
    [Fact]
    public void A_summary_without_a_header_is_no_sheet_that_goes_on()
    {
        object?[] Counts(string district, int cells) => [district, 45731d, .. Enumerable.Repeat<object?>(45800d, cells)];
        object?[][] first =
        [
            ["工单编号", "来电时间", "主要内容", "被反映区", "被反映街乡镇"],
            ["热线-250421-000001", new DateTime(2025, 4, 21, 8, 0, 1), "占道", "丰台区", "马家堡街道"],
        ];

        var reading = Some.Open(
            Workbook.Bytes([("明细", first), ("窄", [Counts("第1网格", 0), Counts("第2网格", 0)]), ("宽", [Counts("丰台区", 3)])]),
            "工单.xlsx"
        );

        Assert.Single(reading.Outcomes());
        Assert.Equal([new SkippedSheet("窄", 2), new SkippedSheet("宽", 1)], reading.Summary.SkippedSheets);
    }

    [Fact]
    public void An_old_workbook_is_read_like_a_new_one()
    {
        var reading = FileReading.Open(Some.Data("city-two-sheets.xls"), Some.Profiles.All, Some.Callers);
        var rows = reading.Outcomes().ToArray();

        Assert.Equal("beijing-12345", reading.Profile.Id);
        Assert.Equal(5, rows.Length);
        Assert.All(rows, row => Assert.NotNull(row.Complaint));
        Assert.Equal(new DateTime(2025, 4, 21, 22, 13, 5), rows[0].Complaint!.CalledAt);
        Assert.Equal("市民反映，“夜间”施工扰民", rows[0].Complaint!.ContentMasked);
    }

    /// <summary>The record is not needed, and writers are careless with it; but the library looks for a row in all that it claims.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1_048_576, true)]
    [InlineData(1_048_577, false)]
    [InlineData(int.MaxValue, false)]
    public void A_sheet_of_an_old_workbook_that_claims_more_rows_than_any_sheet_has_is_refused(int claimed, bool isRead)
    {
        var bytes = File.ReadAllBytes(Some.Data("city-two-sheets.xls"));
        // Dimensions of 14 bytes: first row, last row and one, then the same of the columns.
        var dimensions = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x00, 0x02, 0x0e, 0x00]);
        BitConverter.TryWriteBytes(bytes.AsSpan(dimensions + 8), claimed);

        if (isRead)
            Assert.Equal(5, Some.Open(bytes, "老.xls").Outcomes().Count());
        else
            Assert.Equal("file_broken", Some.ProblemOf(() => Some.Open(bytes, "老.xls")).Code);
    }

    [Fact]
    public void A_workbook_of_Excel_5_is_read_with_its_code_page_and_day_numbers()
    {
        object?[][] rows =
        [
            ["工单导出"],
            ["工单编号", "来电时间", "主要内容", "联系电话", "被反映区"],
            [20250421000123d, 45768.925752314817d, "市民反映，夜间施工扰民", 13812345678d, "丰台区"],
            ["热线-250421-000002", "2025年4月21日 下午3时20分", "占道", null, null],
        ];

        var complaints = Some.Open(OldBook.Bytes(rows), "老.xls").Outcomes().Select(row => row.Complaint!).ToArray();

        Assert.Equal(("20250421000123", new DateTime(2025, 4, 21, 22, 13, 5)), (complaints[0].ComplaintId, complaints[0].CalledAt));
        Assert.Equal("市民反映，夜间施工扰民", complaints[0].ContentMasked);
        Assert.Equal(Some.Callers.Of("13812345678"), complaints[0].CallerKey);
        Assert.Equal(new DateTime(2025, 4, 21, 15, 20, 0), complaints[1].CalledAt);
    }

    /// <summary>With a date format, as plain numbers (1904), and after a sheet of its own.</summary>
    [Fact]
    public void An_old_workbook_that_counts_from_1904_has_the_same_days_and_its_failed_formulas_are_flagged()
    {
        var rows = FileReading.Open(Some.Data("days-from-1904.xls"), Some.Profiles.All, Some.Callers).Outcomes().ToArray();

        Assert.All(rows[..3], row => Assert.Equal(new DateTime(2025, 4, 21, 8, 5, 0), row.Complaint!.CalledAt));
        Assert.All(rows[..3], row => Assert.Equal(new DateTime(2025, 4, 21, 12, 0, 0), row.Complaint!.DispatchedAt));
        Assert.Equal(new DateTime(2025, 5, 1, 9, 0, 0), rows[3].Complaint!.CalledAt);
        Assert.Equal(
            ["formula_error", "formula_error", "", "formula_error"],
            rows.Select(row => string.Join('|', row.Complaint!.QualityFlags))
        );
    }

    [Theory]
    [InlineData(true, 44306.5)]
    [InlineData(false, 45768.5)]
    public void A_workbook_of_Excel_5_tells_where_its_days_begin_and_which_formulas_failed(bool is1904, double day)
    {
        object?[][] rows =
        [
            ["工单编号", "来电时间", "主要内容", "被反映区", "被反映街乡镇"],
            ["A-1", day, "占道", new OldBook.Failed(IsFormula: true), "马家堡街道"],
            ["A-2", day, "占道", "丰台区", new OldBook.Failed(IsFormula: false)],
            ["A-3", day, "占道", "丰台区", null],
        ];

        var complaints = Some.Open(OldBook.Bytes(rows, is1904), "老.xls").Outcomes().Select(row => row.Complaint!).ToArray();

        Assert.All(complaints, complaint => Assert.Equal(new DateTime(2025, 4, 21, 12, 0, 0), complaint.CalledAt));
        Assert.Equal([true, true, false], complaints.Select(complaint => complaint.QualityFlags.Contains("formula_error")));
    }

    [Fact]
    public void Text_named_as_a_workbook_is_read_as_text()
    {
        var reading = Some.Open(System.Text.Encoding.UTF8.GetBytes($"{Some.CityHeader}\n{Some.CityRow()}\n"), "导出.xls");

        Assert.NotNull(Assert.Single(reading.Outcomes()).Complaint);
    }

    [Theory]
    [InlineData("<html><table><tr><td>工单编号", "file_kind")]
    [InlineData("%PDF-1.7", "file_kind")]
    [InlineData("PARE, a Parquet file that is encrypted whole", "file_password")]
    [InlineData("", "file_empty")]
    [InlineData("PK\u0003\u0004 and nothing more", "file_broken")]
    [InlineData("姓名,年龄\n张三,5\n", "header_none")]
    public void What_is_no_table_is_refused_with_its_reason(string content, string code)
    {
        var problem = Some.ProblemOf(() => Some.Open(content));

        Assert.Equal(code, problem.Code);
    }

    [Fact]
    public void A_missing_file_is_told_as_missing() =>
        Assert.Equal("file_missing", Some.ProblemOf(() => FileReading.Open("/no/such/file.csv", Some.Profiles.All, null)).Code);

    /// <summary>Both readers of workbooks; the library of the second reads the newer form as well.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sheets_whose_masked_names_are_alike_bear_their_numbers(bool newer)
    {
        var bytes = Workbook.Bytes([
            (
                "张建国",
                [
                    ["甲"],
                ]
            ),
            (
                "李秀兰",
                [
                    ["乙"],
                ]
            ),
            (
                "四月",
                [
                    ["丙"],
                ]
            ),
            (
                "王海涛",
                [
                    ["丁"],
                ]
            ),
        ]);
        using IRowReader reader = newer
            ? new XlsxReader(() => new MemoryStream(bytes), "值班.xlsx")
            : new ExcelReader(new MemoryStream(bytes), "值班.xls");
        var names = new List<string>();
        while (reader.Read() is { } row)
            names.Add(row.SheetName);
        Assert.Equal(["×××", "×××(2)", "四月", "×××(4)"], names);
    }
}
