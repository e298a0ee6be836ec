namespace Hotspot.Geo;

/// <summary>A name that was found in a text, or a chain of units (district, street), and what stands around it. Offsets are those of the normal form.</summary>
internal struct SpokenSpan
{
    public int Start;
    public int End;

    /// <summary>Behind the building, where one is named.</summary>
    public int AddressEnd;

    /// <summary>The units that stand in front of the name's run; empty where none do.</summary>
    public Range Units;

    /// <summary>Place, Shop, Company; District for a chain of units.</summary>
    public SpokenRole Role;
    public PlaceKind Kind;

    /// <summary>Of an organisation: one that every estate has, 物业, 开发商.</summary>
    public bool IsPart;

    /// <summary>Home, Way, Told or At, where such a word leads to the name; else Break.</summary>
    public SpokenRole Before;

    /// <summary>Near, People or Home, where such a word follows; else Break.</summary>
    public SpokenRole After;

    public readonly bool IsPlace => Role == SpokenRole.Place;
    public readonly bool IsOrganisation => Role is SpokenRole.Shop or SpokenRole.Company;
}
