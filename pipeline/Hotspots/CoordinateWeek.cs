namespace Hotspot.Hotspots;

/// <summary>Incidents and units at one coordinate (WGS-84 degrees) in one week, numbered from 0.</summary>
public readonly record struct CoordinateWeek(double Longitude, double Latitude, int Week, int Incidents, int Units);
