using Hotspot.Hotspots.Areas;
using Hotspot.Language;
using Hotspot.Reports;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Tests.Reports;

/// <summary>What falls significantly is news, too: good work, or orders that are missing.</summary>
public class FallTests
{
    private static Area District(string name, long now, long previous, double q, double ratio = 0.4) =>
        new("district", name, null, null, now, now, 0, previous, null, null, null, q, null, false, 0, 1, 1, 1, 60, ratio, null, 0.5, false);

    private static string Text(Func<Draft, Dates, Section> write)
    {
        var phrases = Phrasebook.Load("zh");
        var section = write(new Draft(phrases), new Dates(phrases));
        return string.Join('\n', section.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_district_that_fell_stands_in_the_findings_and_the_advice()
    {
        var found = StandingOutTests.Found([District("丰台区", 42, 100, 0.01)]);
        var a = found with { Now = found.Now with { Complaints = 900 } };

        Assert.Contains(
            "丰台区诉求由上期100件降至42件，下降显著",
            Text((draft, dates) => KeyFindings.Write(a, [], draft, dates)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "建议核实诉求显著下降的丰台区（上期100件，本期42件）：是否漏报或派单改变",
            Text((draft, dates) => AdviceSection.Write(a, [], draft, dates)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_fall_that_its_test_does_not_carry_is_no_finding()
    {
        var found = StandingOutTests.Found([District("丰台区", 42, 100, 0.06)]);
        var a = found with { Now = found.Now with { Complaints = 900 } };

        Assert.DoesNotContain("下降", Text((draft, dates) => KeyFindings.Write(a, [], draft, dates)), StringComparison.Ordinal);
        Assert.DoesNotContain("下降", Text((draft, dates) => AdviceSection.Write(a, [], draft, dates)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_whole_city_falls_only_what_falls_well_beyond_it_is_told()
    {
        var found = StandingOutTests.Found([District("丰台区", 42, 100, 0.01), District("海淀区", 70, 100, 0.01)]);
        var a = found with
        {
            ChangeQ = 0.01,
            Now = found.Now with { Complaints = 700, Incidents = 700 },
            Before = found.Now with { Complaints = 1000, Incidents = 1000 },
        };

        Assert.Equal(["丰台区"], AreasSection.FallenBeyondCity(a).Select(area => area.District));
    }
}
