namespace Hotspot.Geo;

/// <summary>
/// The key of a named place: <c>district/street/name</c>, where the name has lost what does not tell one place from another (the names of city,
/// district, street and community in front, building, unit, floor and door, 附近 and 东门 behind) and is spelled in one way (三号院 is 3号, a
/// crossing has its roads in order, 小区 is left out where the estate's name says it). Equal keys mean the same place at house-number, compound
/// or named-site precision. A text that names no such place (某小区, 不详, a street or community alone) has no key.
/// The canonical address is the key with the building beside it (305号楼, B座): one pass over the text yields both.
/// </summary>
public static class PlaceKey
{
    /// <summary>Names the way in which keys are spelled and what is kept beside them. To be changed with it: what was loaded is then derived anew.</summary>
    public const string Spelling = "2025-11-27 key, building; spoken names; no home of a person";

    /// <summary>Longer texts are stories, not places; the key looks at this many characters.</summary>
    private const int LongestText = 120;

    /// <summary>Room for spellings that grow.</summary>
    private const int BufferLength = LongestText + 24;
    private const int LongestBuilding = 12;
    private const int ShortestName = 2;

    /// <param name="district">Canonical name, or null where unknown.</param>
    /// <param name="street">Canonical name, or null where unknown.</param>
    /// <param name="gazetteer">Names of streets and communities; null for a city without lists.</param>
    /// <param name="building">The building of the place that the text names; null where none is named, or no place.</param>
    public static string? Of(string? text, string? district, string? street, Gazetteer? gazetteer, out string? building) =>
        Written(text, new UnitNames(district, StreetOf(district, street, gazetteer), null), street, gazetteer, out building);

    internal static string? Of(string? text, in UnitNames units, Gazetteer gazetteer, out string? building) =>
        Written(text, units, units.Street?.Name, gazetteer, out building);

    /// <summary>The name in the key's spelling, without units in front; empty where the text names no place.</summary>
    internal static string NameOf(string text, in UnitNames units, Gazetteer gazetteer)
    {
        var draft = new PlaceDraft(Start(text), stackalloc char[BufferLength]);
        Settle(ref draft, units, gazetteer, []);
        return draft.Text.ToString();
    }

    private static string? Written(string? text, in UnitNames units, string? street, Gazetteer? gazetteer, out string? building)
    {
        building = null;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var draft = new PlaceDraft(Start(text), stackalloc char[BufferLength]);
        Span<char> named = stackalloc char[LongestBuilding];
        var length = Settle(ref draft, units, gazetteer, named);
        if (draft.Length == 0)
            return null;
        if (length > 0)
            building = new string(named[..length]);
        return string.Concat(string.Concat(units.District, "/", street, "/"), draft.Text);
    }

    private static ReadOnlySpan<char> Start(string text) => text.AsSpan(0, Math.Min(text.Length, LongestText));

    private static Street? StreetOf(string? district, string? street, Gazetteer? gazetteer) =>
        district is null || street is null ? null : gazetteer?.FindStreet(district, street);

    /// <summary>Leaves the part of the text that names the place, in its one spelling; nothing where it names none.</summary>
    /// <returns>Length of the building.</returns>
    private static int Settle(ref PlaceDraft draft, in UnitNames units, Gazetteer? gazetteer, Span<char> building)
    {
        var words = gazetteer?.Words ?? PlaceWords.None;
        if (gazetteer is not null)
            PlaceUnits.CutFrom(ref draft, units, gazetteer);
        PlaceBrackets.Settle(ref draft, gazetteer);
        PlaceNumerals.Settle(ref draft);
        var length = PlaceDoor.Cut(ref draft, building);
        PlaceTail.Cut(ref draft, words);
        PlaceCrossing.Settle(ref draft);
        if (gazetteer is not null)
            PlaceEstate.Settle(ref draft, units.District, gazetteer);
        DropMarks(ref draft);
        if (!NamesPlace(draft.Text, words) || (gazetteer is not null && PlaceUnits.IsUnit(draft.Text, units, gazetteer)))
            draft.KeepStart(0);
        return length;
    }

    /// <summary>Marks between Chinese words say nothing; between Latin words and numbers they may.</summary>
    private static void DropMarks(ref PlaceDraft draft)
    {
        for (var at = draft.Length - 2; at > 0; at--)
        {
            var isMark = ",.;:、,。;·'\"“”‘’-_~ ".Contains(draft.Text[at]);
            if (isMark && (draft.Text[at - 1] >= '\u2E80' || draft.Text[at + 1] >= '\u2E80'))
                draft.Remove(at, 1);
        }
    }

    /// <summary>A house number alone, or a person's home (××家), names no place: homes of different people would be one.</summary>
    private static bool NamesPlace(ReadOnlySpan<char> text, PlaceWords words)
    {
        if (text.Length < ShortestName || text.ContainsAny('某', '×') || words.IsVague(text))
            return false;
        foreach (var c in text)
        {
            if (char.IsLetter(c) && c is not ('号' or '院' or '楼' or '×' or 'X' or '甲' or '乙' or '丙' or '丁'))
                return true;
        }
        return false;
    }
}
