using System.Buffers;

namespace Hotspot.Geo;

/// <summary>Kinds of places that people name or leave out: 小区 behind an estate, 地铁 before or behind a station.</summary>
internal static class PlaceEstate
{
    private const string Estate = "小区";
    private static readonly SearchValues<char> PartNames = SearchValues.Create("东西南北中新一二三四五六七八九十ABCD");
    private const string Metro = "地铁";
    private const string MetroStation = "地铁站";

    /// <summary>Behind these 小区 tells the estate from the village, road or station that it is named after.</summary>
    private const string NamesOfOther = "站桥门路街道营屯村镇乡庄店坟厂场坊口寺庙坝河湖山关台校学院";

    /// <summary>Endings that say by themselves that an estate is meant, so that two characters suffice.</summary>
    private const string EstateEndings = "园苑里庭府城居湾区期";

    public static void Settle(ref PlaceDraft draft, string? district, Gazetteer gazetteer)
    {
        var text = draft.Text;
        var at = text.IndexOf(Estate);
        if (at >= 2 && at + Estate.Length < text.Length && IsPart(text[(at + Estate.Length)..]))
            draft.Remove(at, Estate.Length);
        else if (at >= 2 && at + Estate.Length == text.Length && MayGo(text[..at], district, gazetteer))
            draft.KeepStart(at);
        SettleStation(ref draft);
    }

    /// <summary>东区, 二期, 南院.</summary>
    private static bool IsPart(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny("区期院");
        return end is 1 or 2 && !rest[..end].ContainsAnyExcept(PartNames);
    }

    /// <summary>The name of a street is not the estate's alone: 劲松小区 is not 劲松.</summary>
    private static bool MayGo(ReadOnlySpan<char> name, string? district, Gazetteer gazetteer)
    {
        if (EstateEndings.Contains(name[^1]))
            return true;
        var isStreet = district is null ? gazetteer.FindStreet(name) is not null : gazetteer.FindStreet(district, name) is not null;
        return name.Length > 2 && !NamesOfOther.Contains(name[^1]) && !isStreet;
    }

    /// <summary>地铁14号线望京站A口, 望京站地铁, 望京地铁站 → 望京地铁站 and what follows.</summary>
    private static void SettleStation(ref PlaceDraft draft)
    {
        if (draft.Text.StartsWith(Metro))
        {
            var start = Metro.Length;
            var line = draft.Text.IndexOf("线");
            if (line > start && line <= start + 5)
                start = line + 1;
            var station = draft.Text[start..].IndexOf('站');
            if (station is >= 2 and <= 10)
            {
                draft.Replace(start + station, 1, MetroStation);
                draft.Remove(0, start);
            }
        }
        else if (draft.Text.EndsWith("站地铁") && draft.Length > 4)
            draft.Replace(draft.Length - 3, 3, MetroStation);
        else if (draft.Text.IndexOf("站地铁站") is > 1 and var twice)
            draft.Remove(twice, 1);
    }
}
