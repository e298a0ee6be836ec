using System.Globalization;
using Hotspot.Samples;

namespace Hotspot.Tests.Journeys;

/// <summary>
/// One office for all journeys that only read: 12,000 synthetic complaints of 61 weeks, which reach back to the same week and month a year
/// before, loaded and reported through the real command line. Its path has blanks and Chinese characters.
/// </summary>
public sealed class SampleOffice : IDisposable
{
    public const int Complaints = 12_000;
    public const int Weeks = 61;
    public const string Week = "2025-W17";
    public const string Month = "2025-03";

    private readonly Office _office = new();

    public SampleOffice()
    {
        Exports = Path.Combine(_office.Folder, "导出 文件");
        _office
            .Call(
                "sample",
                "--complaints",
                Complaints.ToString(CultureInfo.InvariantCulture),
                "--weeks",
                Weeks.ToString(CultureInfo.InvariantCulture),
                "-o",
                Exports
            )
            .Exits(0);
        Truth = Truth.Read(Path.Combine(Exports, "truth", "truth.json"));
        Load = _office.Call("load", Exports).Exits(0);
        WeeklyAnswer = _office.Call("report", "weekly", "--split", "district").Exits(0);
        MonthlyAnswer = _office.Call("report", "monthly").Exits(0);
        Weekly = new Papers(_office.Bulletin("weekly", Week));
        Monthly = new Papers(_office.Bulletin("monthly", Month));
        Rows = new PublishedRows(_office.Home);
    }

    internal Office Office => _office;

    /// <summary>Folder of the sample's files.</summary>
    public string Exports { get; }

    public Truth Truth { get; }

    internal Answer Load { get; }

    internal Answer WeeklyAnswer { get; }

    internal Answer MonthlyAnswer { get; }

    /// <summary>The bulletin of 2025-W17, 21 to 27 April, with its notices of districts.</summary>
    internal Papers Weekly { get; }

    /// <summary>The bulletin of March 2025.</summary>
    internal Papers Monthly { get; }

    internal PublishedRows Rows { get; }

    internal Papers Of(string kind) => kind == "weekly" ? Weekly : Monthly;

    internal static (DateOnly From, DateOnly Until) Days(string kind) =>
        kind == "weekly" ? (new(2025, 4, 21), new(2025, 4, 28)) : (new(2025, 3, 1), new(2025, 4, 1));

    public void Dispose() => _office.Dispose();
}

[CollectionDefinition("sample office")]
public sealed class SampleOfficeGroup : ICollectionFixture<SampleOffice>;
