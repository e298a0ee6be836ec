namespace Hotspot.Tests.Journeys;

/// <summary>The five figures of the contract: each with its evidence, and none without data.</summary>
public sealed class AcceptanceJourney : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private Answer Accept(string from = "2025-04-14", string to = "2025-04-27") =>
        _office.Call("report", "acceptance", "--from", from, "--to", to).Exits(0);

    [Fact]
    public void Without_data_every_figure_says_so()
    {
        _office.Call("load", _office.Write("一周.csv", Exports.City(new DateOnly(2025, 4, 14), 14, 10))).Exits(0);
        var told = Accept();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, told.Json.GetProperty("processing_a").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, told.Json.GetProperty("satisfaction").ValueKind);
        Assert.Equal((2, 0), (told.Json.GetProperty("material_due").GetInt32(), told.Json.GetProperty("material_final").GetInt32()));
        var paper = Printed.Docx(told.Json.GetProperty("docx").GetString()!);
        Assert.Contains("处理率（交办）无数据", paper, StringComparison.Ordinal);
        Assert.Contains("处理率（自接）无数据", paper, StringComparison.Ordinal);
        Assert.Contains("服务对象满意度无数据", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("100.0%达到", paper.Replace("要求", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_checked_delivered_and_answered_is_told_with_its_evidence()
    {
        var register = _office.Write("交办.csv", Exports.StreamA(new DateOnly(2025, 4, 14), 14, 10));
        _office.Call("load", register).Exits(0);
        // The same orders on the city's list, but the first two numbers are others: two are missing of 140.
        var list = _office.Write(
            "派单.csv",
            "工单编号,派发时间\n"
                + string.Concat(
                    File.ReadAllLines(register)
                        .Skip(1)
                        .Select(
                            (line, i) =>
                                line.Split(',') is var cells && i < 2 ? $"热线-250414-99999{i},{cells[2]}\n" : $"{cells[1]},{cells[2]}\n"
                        )
                )
        );
        _office.Call("check", "--against", list, "--stream", "A").Exits(3);
        _office.Call("report", "weekly", "--period", "2025-W16", "--final").Exits(0);
        _office.Call("cut", "--by", "district", "--for", "执法处", "--purpose", "专项").Exits(0);
        _office
            .Call(
                "load",
                "--survey",
                _office.Write("满意度.csv", "日期,评价\n2025-04-20,满意\n2025-04-21,基本满意\n2025-04-22,不满意\n2025-05-22,不满意\n")
            )
            .Exits(0);

        var told = Accept("2025-04-14", "2025-04-28");
        Assert.Equal(138.0 / 140, told.Json.GetProperty("processing_a").GetDouble(), 12);
        Assert.Equal(14, told.Json.GetProperty("days_checked_a").GetInt32());
        Assert.Equal((2, 1), (told.Json.GetProperty("material_due").GetInt32(), told.Json.GetProperty("material_final").GetInt32()));
        Assert.Equal((3, 2.0 / 3), (told.Json.GetProperty("answers").GetInt32(), told.Json.GetProperty("satisfaction").GetDouble()));
        var paper = Printed.Docx(told.Json.GetProperty("docx").GetString()!);
        Assert.Contains("漏单2件，处理率98.5%", paper, StringComparison.Ordinal);
        Assert.Contains("临时筛选需求1次", paper, StringComparison.Ordinal);
        Assert.Contains("占66.6%", paper, StringComparison.Ordinal);
    }
}
