namespace Hotspot.Tests.Journeys;

/// <summary>An office as all tests of a class begin with it: made once, taken over by each (<see cref="Office.TakeOver"/>).</summary>
public abstract class PreparedOffice : IDisposable
{
    internal Office Office { get; } = new();

    public void Dispose()
    {
        Office.Dispose();
        GC.SuppressFinalize(this);
    }
}
