using Hotspot.Privacy.Sealing;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Privacy;

public class KeyRingTests
{
    private readonly string _folder = Path.Combine(Scratch.Folder("hotspot-keys"), "keys");

    [Fact]
    public void Keys_are_made_once_and_read_again()
    {
        var made = KeyRing.Open(_folder, dataExist: false);
        var read = KeyRing.Open(_folder, dataExist: true);

        Assert.Equal(32, made.Caller.Length);
        Assert.True(made.Caller.SequenceEqual(read.Caller));
        Assert.True(made.Seal.SequenceEqual(read.Seal));
        Assert.False(made.Seal.SequenceEqual(made.Caller));
    }

    [Fact]
    public void A_missing_key_is_never_made_anew_where_data_exist()
    {
        KeyRing.Open(_folder, dataExist: false);
        var caller = Path.Combine(_folder, "caller.key");
        File.Delete(caller);

        Assert.Equal(caller, Assert.Throws<KeyMissingException>(() => KeyRing.Open(_folder, dataExist: true)).Path);
        Assert.False(File.Exists(caller));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00ff")]
    [InlineData("not hex at all")]
    public void A_broken_key_file_is_refused_and_left_as_it_is(string content)
    {
        KeyRing.Open(_folder, dataExist: false);
        File.WriteAllText(Path.Combine(_folder, "seal.key"), content);

        Assert.Throws<KeyMissingException>(() => KeyRing.Open(_folder, dataExist: false));
        Assert.Equal(content, File.ReadAllText(Path.Combine(_folder, "seal.key")));
    }

    [Fact]
    public void Only_the_owner_may_read_the_keys()
    {
        if (OperatingSystem.IsWindows())
            return;
        KeyRing.Open(_folder, dataExist: false);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "caller.key")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));
    }
}
