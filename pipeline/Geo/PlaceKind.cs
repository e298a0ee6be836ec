namespace Hotspot.Geo;

/// <summary>What a name in a text is the name of; written in snake_case.</summary>
public enum PlaceKind
{
    /// <summary>A residential estate, or a part of one: 望京西园三区.</summary>
    Estate,

    /// <summary>A house or compound by its number: 石佛营路甲6号院.</summary>
    Compound,

    /// <summary>Where roads meet or cross: 望京街与阜通东大街路口, 四惠桥.</summary>
    Crossing,

    /// <summary>Building sites, and ground of one use: 工地, 搅拌站, 产业园.</summary>
    Site,
    Market,
    Mall,

    /// <summary>Offices, halls, public houses.</summary>
    Building,
    Park,
    Station,
    School,
    Hospital,

    /// <summary>A road without a number. No address: many places lie along it.</summary>
    Road,

    /// <summary>No address.</summary>
    Village,

    /// <summary>A community (社区) of a street. No address.</summary>
    Community,
}
