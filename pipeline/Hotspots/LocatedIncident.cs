namespace Hotspot.Hotspots;

/// <summary>Where (WGS-84 degrees) and when an incident was first reported.</summary>
public readonly record struct LocatedIncident(string? Issue, DateOnly On, double Longitude, double Latitude);
