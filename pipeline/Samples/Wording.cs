using System.Globalization;
using System.Text;

namespace Hotspot.Samples;

/// <summary>Puts a report into words. Median about 170 characters, one in seven much longer.</summary>
internal sealed class Wording(Script script, Geography geography, Persons persons)
{
    private static readonly (string Slot, Dirt Kind, double Share)[] Personal =
    [
        ("phone", Dirt.PersonalPhone, 0.035),
        ("landline", Dirt.PersonalLandline, 0.006),
        ("name", Dirt.PersonalName, 0.03),
        ("identity", Dirt.PersonalIdentity, 0.004),
        ("plate", Dirt.PersonalPlate, 0.012),
        ("email", Dirt.PersonalEmail, 0.004),
        ("wechat", Dirt.PersonalWechat, 0.004),
        ("door", Dirt.PersonalDoor, 0.02),
    ];
    private readonly StringBuilder _text = new(1024);

    public string Title(Report report, ref SplitMix random) => Filled(Pick(script.Texts.Titles, ref random), report, ref random);

    public string Content(Report report, DirtCount dirt, ref SplitMix random)
    {
        var texts = script.Texts;
        var issue = script.Issues[report.Issue];
        _text.Clear();
        Append(Pick(texts.Openings, ref random), report, ref random);
        if (report.Traits.HasFlag(ReportTraits.Again))
            Append(Pick(texts.Again, ref random), report, ref random);
        if (report.Traits.HasFlag(ReportTraits.Flood))
            Append(Pick(texts.Flood, ref random), report, ref random);
        Append(Pick(issue.Descriptions, ref random), report, ref random);
        _text.Append('。');

        Sentences(issue.Details, 1 + random.Below(2), report, ref random);
        Sentences(texts.GeneralDetails, 2 + random.Below(4), report, ref random);
        if (random.Chance(0.15))
            Sentences(texts.LongerDetails, 1 + random.Below(3), report, ref random);
        foreach (var (slot, kind, share) in Personal)
        {
            if (!random.Chance(share))
                continue;
            dirt.Add(kind);
            _text.Append(texts.Personal[slot].Replace("{" + slot + "}", persons.Detail(slot, ref random), StringComparison.Ordinal));
        }

        if (random.Chance(0.006))
        {
            dirt.Add(Dirt.ContentOfTwoLines);
            _text.Append('\n');
        }
        Append(Pick(texts.Requests, ref random), report, ref random);
        if (random.Chance(0.01))
        {
            dirt.Add(Dirt.ContentWithQuotes);
            _text.Insert(0, '"').Append('"').Append(',');
        }
        return _text.ToString();
    }

    public string Filled(string form, Report report, ref SplitMix random)
    {
        _text.Clear();
        Append(form, report, ref random);
        return _text.ToString();
    }

    /// <summary>Different sentences of a list, one after the other from a random start.</summary>
    private void Sentences(string[] from, int count, Report report, ref SplitMix random)
    {
        var start = random.Below(from.Length);
        var step = from.Length % 5 == 0 ? 1 : 5;
        for (var i = 0; i < Math.Min(count, from.Length); i++)
        {
            Append(from[(start + i * step) % from.Length], report, ref random);
            _text.Append(i == count - 1 ? '。' : '，');
        }
    }

    private void Append(string form, Report report, ref SplitMix random)
    {
        var from = 0;
        while (form.IndexOf('{', from) is var open and >= 0)
        {
            _text.Append(form, from, open - from);
            var close = form.IndexOf('}', open);
            Slot(form[(open + 1)..close], report, ref random);
            from = close + 1;
        }
        _text.Append(form, from, form.Length - from);
    }

    private void Slot(string slot, Report report, ref SplitMix random)
    {
        var place = geography.Places[report.Place];
        var street = geography.Streets[place.Street];
        switch (slot)
        {
            case "place":
                _text.Append(place.Name);
                break;
            case "street":
                _text.Append(street.Name);
                break;
            case "district":
                _text.Append(street.District);
                break;
            case "community":
                _text.Append(place.Community);
                break;
            case "issue":
                _text.Append(script.Issues[report.Issue].Name);
                break;
            case "hour":
                _text.Append(CultureInfo.InvariantCulture, $"{report.Second / 3600}");
                break;
            case "count":
                _text.Append(CultureInfo.InvariantCulture, $"{2 + random.Below(7)}");
                break;
            case "building":
                _text.Append(CultureInfo.InvariantCulture, $"{1 + random.Below(24)}");
                break;
            case "unit":
                _text.Append(CultureInfo.InvariantCulture, $"{1 + random.Below(6)}");
                break;
            case "since":
                Append(Pick(script.Texts.Since, ref random), report, ref random);
                break;
            case "times":
                Append(Pick(script.Texts.Times, ref random), report, ref random);
                break;
            case "clock":
                Append(Pick(script.Texts.Clock, ref random), report, ref random);
                break;
            case "shop":
                Append(Pick(script.Texts.Shops, ref random), report, ref random);
                break;
            default:
                throw new InvalidDataException($"no value for the slot {{{slot}}}");
        }
    }

    private static string Pick(string[] from, ref SplitMix random) => from[random.Below(from.Length)];
}
