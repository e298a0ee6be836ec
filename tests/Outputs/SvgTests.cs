using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hotspot.Outputs;
using Hotspot.Reports.Model;

namespace Hotspot.Tests.Outputs;

/// <summary>The picture that scales: right without the font, small enough to mail, the same in every run.</summary>
public sealed partial class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Ids => [.. Written.Bulletin.Charts().Select(chart => chart.Id)];

    private static Chart Of(string id) => Written.Bulletin.Charts().Single(chart => chart.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_texts_are_outlines_and_its_message_can_still_be_read(string id)
    {
        var root = XDocument.Parse(Encoding.UTF8.GetString(ChartFiles.Svg(Of(id)))).Root!;
        Assert.Empty(root.Descendants(Svg + "text"));
        Assert.Empty(root.DescendantsAndSelf().Attributes("font-family"));
        Assert.Equal(Of(id).Message, root.Element(Svg + "title")!.Value);
        Assert.Equal(Of(id).SourceLine, root.Element(Svg + "desc")!.Value);
        // Far more outlines than the chart has shapes: a title alone has as many bends as its characters.
        Assert.True(root.Descendants(Svg + "path").Sum(path => path.Attribute("d")!.Value.Length) > 3_000);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_the_same_in_every_run_and_has_the_shape_of_the_picture_for_print(string id)
    {
        var svg = ChartFiles.Svg(Of(id));
        Assert.Equal(svg, ChartFiles.Svg(Of(id)));
        Assert.InRange(svg.Length, 3_000, 700_000);
        var box = XDocument.Parse(Encoding.UTF8.GetString(svg)).Root!.Attribute("viewBox")!.Value.Split(' ').Select(double.Parse).ToList();
        var png = ChartFiles.Draw(Of(id));
        var (width, height) = (
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)),
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))
        );
        Assert.InRange(box[2] / box[3] * height / width, 0.99, 1.01);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_area_and_its_border_are_drawn_once(string id)
    {
        var paths = XDocument.Parse(Encoding.UTF8.GetString(ChartFiles.Svg(Of(id)))).Descendants(Svg + "path").ToList();
        Assert.DoesNotContain(
            paths.Zip(paths.Skip(1)),
            pair =>
                pair.First.Attribute("d")!.Value == pair.Second.Attribute("d")!.Value
                && pair.First.Attribute("fill")!.Value != "none"
                && pair.Second.Attribute("fill")!.Value == "none"
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_numbers_have_no_more_digits_than_print_can_show(string id) =>
        Assert.DoesNotMatch(ThreeDecimals(), Encoding.UTF8.GetString(ChartFiles.Svg(Of(id))));

    [GeneratedRegex("[0-9][.][0-9]{3}")]
    private static partial Regex ThreeDecimals();
}
