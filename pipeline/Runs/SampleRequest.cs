namespace Hotspot.Runs;

/// <summary>A synthetic sample; bounds as in <see cref="Samples.SampleSettings"/>.</summary>
/// <param name="Until">Its last day; null: last Sunday.</param>
public sealed record SampleRequest(long Complaints, int Weeks, ulong Seed, DateOnly? Until);
