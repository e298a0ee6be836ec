using Hotspot.Language;
using Hotspot.Reports;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Reports;

/// <summary>The two text files of templates, as an office writes them, and what is said of mistakes.</summary>
public sealed class TemplateFilesTests : IDisposable
{
    private static readonly Phrasebook Shipped = Phrasebook.Load("zh");
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(string text)
    {
        var file = _folder.File("own.json");
        File.WriteAllText(file, text);
        return file;
    }

    private Phrasebook Phrases(string text) => OwnPhrases.Read(Write(text), Shipped);

    private SectionOrder Order(string text) => SectionOrder.Read(Write(text));

    /// <summary>Code and the places of the error, as <c>name=value</c>.</summary>
    private static string Told(Func<object> read)
    {
        var error = Assert.Throws<OperatorException>(read);
        Assert.Equal(ExitCode.WrongUse, error.Exit);
        // The words of the error have a place for each of its parts.
        Assert.DoesNotMatch(
            @"\{(file|line|column|key|id|word|first|nearest|given|known|place)\}",
            error.Cause(Shipped) + error.Remedy(Shipped)
        );
        return error.Code
            + string.Concat(
                error
                    .Places.Where(place => place.Name is not ("file" or "known" or "given"))
                    .Select(place => $" {place.Name}={place.Value}")
            );
    }

    [Fact]
    public void What_stands_in_the_file_is_the_units_own_and_the_rest_is_as_shipped()
    {
        var own = Phrases("\uFEFF// 说明\n{ // 标题\n \"title.weekly\": \"某区周报\",\n // \"title.monthly\": \"不算\",\n}\n");

        Assert.Equal("某区周报", own["title.weekly"]);
        Assert.Equal(Shipped["title.monthly"], own["title.monthly"]);
        Assert.Equal("城管诉求周报", Shipped["title.weekly"]);
    }

    [Fact]
    public void The_files_that_init_writes_change_nothing()
    {
        var sentences = OwnPhrases.Template(Shipped, "一\n二");
        var own = Phrases(sentences);
        Assert.All(Shipped.Printed, key => Assert.Equal(Shipped[key], own[key]));
        Assert.Equal(SectionOrder.Known, Order(SectionOrder.Template(Shipped, "一")).Shown);

        // And each line, its slashes taken off, is the phrase as it ships.
        var all = Phrases(sentences.Replace("\n  // \"", "\n  \"", StringComparison.Ordinal));
        Assert.All(Shipped.Printed, key => Assert.Equal(Shipped[key], all[key]));
        Assert.Equal(Shipped.Printed.Count, sentences.Split("\n  // \"").Length - 1);
    }

    [Fact]
    public void Every_heading_in_the_file_of_phrases_is_that_of_a_group_of_phrases() =>
        Assert.Equal(
            [],
            Shipped
                .Keys.Where(key => key.StartsWith("template.group.", StringComparison.Ordinal))
                .Select(key => key["template.group.".Length..])
                .Except(Shipped.Printed.Select(key => key.Split('.')[0]))
        );

    [Fact]
    public void A_figure_may_be_moved_or_left_out() =>
        Assert.Equal(
            "新增3件",
            new Draft(Phrases("{\"change.from_zero\": \"新增{difference}\"}"))
                .Say("change.from_zero", ("name", "环比"), ("difference", "3件"))
                .ToString()
        );

    [Theory]
    [InlineData("{\n \"title.weekly\": \"甲\"\n \"title.monthly\": \"乙\"\n}", "template_json line=3 column=2")]
    [InlineData("{\n \"title.weekly\": “甲”\n}", "template_json line=2 column=18")]
    [InlineData("{\n  \"title.weekly\": \"城管\n周报\"\n}", "template_json line=2 column=22")]
    [InlineData("{ \"title.weekly\": 3 }", "template_json line=1 column=19")]
    [InlineData("{ \"title.weekly\": { } }", "template_json line=1 column=19")]
    [InlineData("{ \"title.weekly\": \"\\ud83d\" }", "template_json line=1 column=19")]
    [InlineData("[]", "template_json line=1 column=1")]
    [InlineData("", "template_json line=1 column=1")]
    [InlineData("{\"title.weekly\":\"甲\",\n\"title.weekly\":\"乙\"}", "template_twice line=2 key=title.weekly first=1")]
    [InlineData("{\n\"titel.weekly\":\"甲\"}", "template_phrase_unknown line=2 key=titel.weekly nearest=title.weekly")]
    [InlineData("{\"error.busy.cause\":\"甲\"}", "template_phrase_unknown line=1 key=error.busy.cause nearest=title.weekly")]
    [InlineData("{\"change.flat\":\"{nobody}持平\"}", "template_place_unknown line=1 key=change.flat place={nobody} nearest={name}")]
    [InlineData("{\"change.flat\":\"{name持平\"}", "template_place_unknown line=1 key=change.flat place={ nearest={name}")]
    [InlineData("{\"title.weekly\":\"{name}周报\"}", "template_place_none line=1 key=title.weekly place={name} nearest=")]
    public void Mistakes_in_phrases_are_told_with_their_place(string text, string told) => Assert.Equal(told, Told(() => Phrases(text)));

    [Theory]
    [InlineData("{\n\"areas\":\"show\",\n\"area\":\"show\"}", "template_section_unknown line=3 id=area nearest=areas")]
    [InlineData("{\"areas\":\"show\",\"areas\":\"hide\"}", "template_twice line=1 key=areas first=1")]
    [InlineData("{\"areas\":\"隐藏\"}", "template_section_word line=1 id=areas word=隐藏")]
    [InlineData("{\"areas\":true}", "template_json line=1 column=10")]
    public void Mistakes_in_the_order_are_told_with_their_place(string text, string told) => Assert.Equal(told, Told(() => Order(text)));

    [Fact]
    public void A_bulletin_without_any_section_is_refused() =>
        Assert.Equal(
            "template_sections_none",
            Told(() => Order("{" + string.Join(',', SectionOrder.Known.Select(id => $"\"{id}\":\"hide\"")) + "}"))
        );

    [Fact]
    public void A_file_saved_in_another_encoding_is_told()
    {
        var file = _folder.File("gbk.json");
        File.WriteAllBytes(file, [.. "{\"title.weekly\":\""u8, 0xb3, 0xc7, 0xb9, 0xdc, .. "\"}"u8]);
        Assert.Equal("template_encoding", Told(() => OwnPhrases.Read(file, Shipped)));
    }

    [Fact]
    public void Numbers_follow_the_order_and_what_is_hidden_has_none()
    {
        var order = Order("{\"points\":\"show\",\"key\":\"show\",\"issues\":\"hide\"}");

        Assert.Equal(
            ["points", "incidents", "callbacks", "outlook", "advice", "notes", "key", "overview", "peak_hours", "areas"],
            order.Shown
        );
        Assert.Equal(
            [1, 4, 6, 7, 8],
            new[] { "points", "outlook", "overview", "peak_hours", "areas" }.Select(id => order.Number(id)!.Value)
        );
        Assert.Equal([null, null, null], new[] { "issues", "key", "notes" }.Select(order.Number));
    }

    [Fact]
    public void A_section_that_a_file_does_not_know_yet_stands_behind_the_one_before_it() =>
        Assert.Equal(
            ["notes", "advice", "outlook", "callbacks", "incidents", "areas", "points", "peak_hours", "issues", "overview", "key"],
            Order(
                "{" + string.Join(',', SectionOrder.Known.Reverse().Where(id => id != "points").Select(id => $"\"{id}\":\"show\"")) + "}"
            ).Shown
        );

    [Fact]
    public void Sections_are_written_in_their_order_but_for_those_that_cite_the_others()
    {
        Assert.Equal([.. SectionOrder.Known.Skip(1), "key"], SectionOrder.Shipped.Writing);
        Assert.Equal(
            ["overview", "points", "areas", "peak_hours", "advice", "notes", "key"],
            new SectionOrder(["advice", "overview", "points", "key", "areas", "peak_hours", "notes"]).Writing
        );
    }
}
