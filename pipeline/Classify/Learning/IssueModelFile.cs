using System.IO.Compression;
using System.Text;

namespace Hotspot.Classify.Learning;

/// <summary>
/// A model as bytes, packed by Brotli: the mark, labels with scale and bias, sharpness, level (NaN: none), grams as distances from one another with weight and
/// texts, then the weights of all classes, gram by gram, of the whole text and then of the head. Little endian.
/// </summary>
public static class IssueModelFile
{
    public const string Name = "model.bin";
    private const string Mark = "hotspot issue model 1";

    public static void Write(IssueModel model, Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(model.Labels.Count);
        for (var c = 0; c < model.Labels.Count; c++)
        {
            writer.Write(model.Labels[c]);
            writer.Write(model.Scales[c]);
            writer.Write(model.Biases[c]);
        }
        writer.Write(model.Sharpness);
        writer.Write(model.Level ?? double.NaN);
        var space = model.Space;
        writer.Write(space.Count);
        ulong last = 0;
        foreach (var key in space.Keys)
        {
            writer.Write7BitEncodedInt64((long)(key - last));
            last = key;
        }
        foreach (var weight in space.Weights)
            writer.Write(weight);
        foreach (var texts in space.Texts)
            writer.Write7BitEncodedInt(texts);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(model.Weights));
    }

    /// <exception cref="InvalidDataException">The file is no such model, or is damaged.</exception>
    public static IssueModel Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Read(stream);
        }
        catch (Exception e)
            when (e is EndOfStreamException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"{file}: not a model, or damaged", e);
        }
    }

    private static IssueModel Read(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(packed, Encoding.UTF8);
        if (reader.ReadString() != Mark)
            throw new FormatException("unknown mark");
        var labels = new string[Count(reader.ReadInt32(), 10_000)];
        var (scales, biases) = (new float[labels.Length], new double[labels.Length]);
        for (var c = 0; c < labels.Length; c++)
            (labels[c], scales[c], biases[c]) = (reader.ReadString(), reader.ReadSingle(), reader.ReadDouble());
        var (sharpness, level) = (reader.ReadDouble(), reader.ReadDouble());
        var keys = new ulong[Count(reader.ReadInt32(), GramSpace.MostGrams)];
        ulong last = 0;
        for (var i = 0; i < keys.Length; i++)
            keys[i] = last += (ulong)reader.Read7BitEncodedInt64();
        var (weights, texts) = (new float[keys.Length], new int[keys.Length]);
        for (var i = 0; i < keys.Length; i++)
            weights[i] = reader.ReadSingle();
        for (var i = 0; i < keys.Length; i++)
            texts[i] = reader.Read7BitEncodedInt();
        var rows = new sbyte[checked(2 * keys.Length * labels.Length)];
        packed.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(rows.AsSpan()));
        return new IssueModel(
            labels,
            new GramSpace(keys, weights, texts),
            rows,
            scales,
            biases,
            sharpness,
            double.IsNaN(level) ? null : level
        );
    }

    private static int Count(int count, int most) => count >= 0 && count <= most ? count : throw new FormatException($"{count} entries");
}
