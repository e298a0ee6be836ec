using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Store;

public sealed class SameFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_second_name_holds_the_bytes_after_the_first_is_gone()
    {
        var (first, second) = (_folder.File("一 月.parquet"), _folder.File("二 月.parquet"));
        File.WriteAllText(first, "内容");
        SameFile.Name(first, second);
        File.Delete(first);
        Assert.Equal("内容", File.ReadAllText(second));
    }

    [Fact]
    public void A_name_that_is_taken_is_not_overwritten()
    {
        var (first, second) = (_folder.File("a"), _folder.File("b"));
        File.WriteAllText(first, "1");
        File.WriteAllText(second, "2");
        Assert.Throws<IOException>(() => SameFile.Name(first, second));
        Assert.Equal("2", File.ReadAllText(second));
    }
}
