namespace Hotspot.Settings;

/// <summary>What DuckDB may use.</summary>
/// <param name="Threads">Null: all cores.</param>
/// <param name="Memory">E.g. <c>4GB</c>; null: DuckDB's default.</param>
public sealed record SessionLimits(int? Threads = null, string? Memory = null);
