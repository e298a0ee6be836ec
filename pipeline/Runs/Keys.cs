using Hotspot.Language;
using Hotspot.Privacy.Sealing;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>The keys of a home: made on first use, missed with a clear error once a store exists that was made with them, published or not.</summary>
public static class Keys
{
    /// <summary>The keys that are there; none is ever made.</summary>
    /// <exception cref="OperatorException">A key is missing or broken, or the home was handed over (exit 4).</exception>
    public static KeyRing Existing(Home home)
    {
        HandedOver.Refuse(home);
        try
        {
            return KeyRing.Open(home.Keys, dataExist: true);
        }
        catch (KeyMissingException e)
        {
            throw new OperatorException(ExitCode.Missing, "seal_key_missing", e, ("file", home.Show(e.Path)));
        }
    }

    /// <exception cref="OperatorException">A key is missing or broken though data exist, or the home was handed over (exit 4).</exception>
    public static KeyRing Open(Home home)
    {
        HandedOver.Refuse(home);
        try
        {
            return KeyRing.Open(home.Keys, dataExist: File.Exists(home.Store));
        }
        catch (KeyMissingException e)
        {
            throw new OperatorException(ExitCode.Missing, "key_missing", e, ("file", home.Show(e.Path)));
        }
    }
}
