using System.Text;
using Hotspot.Language;
using Hotspot.Outputs;

namespace Hotspot.Tests.Outputs;

public sealed class AtomicFileTests
{
    private readonly string _folder = Written.Scratch("atomic");

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        var path = Path.Combine(_folder, "a", "old.txt");
        AtomicFile.Write(path, stream => stream.Write("旧"u8));
        Assert.Throws<InvalidOperationException>(() =>
            AtomicFile.Write(
                path,
                stream =>
                {
                    stream.Write("半"u8);
                    throw new InvalidOperationException();
                }
            )
        );
        Assert.Equal("旧", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_file_open_elsewhere_is_told_apart_and_stays()
    {
        var path = Path.Combine(_folder, "open.docx");
        AtomicFile.Write(path, stream => stream.Write("旧"u8));
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var error = Assert.Throws<OperatorException>(() => AtomicFile.Write(path, stream => stream.Write("新"u8)));
            Assert.Equal(ExitCode.Busy, error.Exit);
            foreach (var language in (string[])["zh", "en"])
                Assert.Contains(path, error.Cause(Phrasebook.Load(language)), StringComparison.Ordinal);
        }
        Assert.Equal("旧", File.ReadAllText(path, Encoding.UTF8));
        Assert.False(File.Exists(path + ".part"));
    }

    [Fact]
    public void Folders_on_the_way_are_made()
    {
        var path = Path.Combine(_folder, "新", "文件夹", "x.txt");
        AtomicFile.Write(path, stream => stream.Write("是"u8));
        Assert.True(File.Exists(path));
    }
}
