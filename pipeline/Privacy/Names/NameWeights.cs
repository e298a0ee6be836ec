using System.Runtime.InteropServices;

namespace Hotspot.Privacy.Names;

/// <summary>Weights of signs in whole steps, and the bias.</summary>
internal sealed class NameWeights(sbyte[] weights, float step, float bias)
{
    public double Bias => bias;

    public double Sum(ReadOnlySpan<int> signs)
    {
        var sum = 0;
        foreach (var sign in signs)
            sum += weights[sign];
        return step * (double)sum;
    }

    public static NameWeights Of(IReadOnlyList<double> learned, double bias)
    {
        var step = (float)(learned.Max(Math.Abs) / sbyte.MaxValue);
        return new NameWeights([.. learned.Select(weight => (sbyte)Math.Round(weight / step))], step, (float)bias);
    }

    public void Write(Stream to)
    {
        using var writer = new BinaryWriter(to);
        writer.Write(step);
        writer.Write(bias);
        writer.Write((ReadOnlySpan<byte>)MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    public static NameWeights Shipped()
    {
        using var reader = new BinaryReader(Lists.Open("names.weights"));
        var (step, bias) = (reader.ReadSingle(), reader.ReadSingle());
        var weights = new sbyte[NameCandidates.Buckets];
        reader.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new NameWeights(weights, step, bias);
    }
}
