namespace Hotspot.Samples;

[Flags]
internal enum ReportTraits : byte
{
    None = 0,

    /// <summary>The same caller about the same thing, days later.</summary>
    Again = 1,

    /// <summary>One caller's flood; the number is always given, so that the flood can be known as one person's.</summary>
    Flood = 2,

    /// <summary>Opens an incident (as made; the pipeline has to find it).</summary>
    Opens = 4,
}

/// <summary>One call, before it is put in words: 48 bytes, so that a day of a quarter of a million calls stays small.</summary>
/// <param name="Key">Seeds everything else about the row; a re-sent order has the same key, hence the same words.</param>
/// <param name="Day">Days since the first day of the sample.</param>
/// <param name="Second">Seconds since midnight, Beijing time.</param>
/// <param name="Number">Running number of the day's orders, from 1.</param>
internal readonly record struct Report(ulong Key, int Day, int Second, int Issue, int Place, int Caller, int Number, ReportTraits Traits);
