using System.Buffers;
using Hotspot.Privacy.Names;

namespace Hotspot.Privacy;

/// <summary>Name and phone of a row's caller from their own columns, to be hidden in the row's other texts; never stored.</summary>
/// <param name="Name">A whole personal name, without title; null where the cell names nobody.</param>
/// <param name="Phone">Digits as <see cref="CallerKey.Read"/> gives them; null where there is no usable number.</param>
public readonly record struct KnownCaller(string? Name, string? Phone)
{
    private const int ShortestForeign = 4;
    private const int LongestForeign = 20;
    private static readonly SearchValues<char> Placeholders = SearchValues.Create("某×*＊xX");

    /// <summary>王某, 张××, 保密: a cell for a name that names nobody.</summary>
    public static bool IsPlaceholder(string cell) => cell.AsSpan().ContainsAny(Placeholders) || cell is "保密" or "匿名" or "不详" or "无";

    /// <summary>刘伟, 刘伟先生, 阿依古丽·买买提; null for 王女士 (the masks know it by its title), 保密, 某单位.</summary>
    public static string? NameIn(string cell)
    {
        var name = cell.AsSpan().Trim();
        if (name.Length > 3 && NameWords.Titles.LengthAt(name[^2..]) == 2)
            name = name[..^2].TrimEnd();
        var surname = Surnames.LengthAt(name);
        var plain = surname > 0 && name.Length > surname && name.Length <= surname + 2 && NameShape.IsHan(name);
        var foreign = name.Length is >= ShortestForeign and <= LongestForeign && name.ContainsAny('·', '•', '・');
        if (!(plain || foreign) || IsPlaceholder(cell) || NameWords.Titles.LengthAt(name[surname..]) > 0)
            return null;
        return name.Length == cell.Length ? cell : name.ToString();
    }

    /// <summary>Prints nothing: both are personal.</summary>
    public override string ToString() => nameof(KnownCaller);
}
