namespace Hotspot.Tests.Support;

/// <summary>A rule of the house that says, where it is broken, what to do.</summary>
internal static class Hold
{
    /// <param name="wrong">What breaks the rule.</param>
    public static void None(IEnumerable<string> wrong, string remedy)
    {
        List<string> all = [.. wrong.Distinct()];
        Assert.True(all.Count == 0, $"{remedy}:\n  {string.Join("\n  ", all)}");
    }
}
