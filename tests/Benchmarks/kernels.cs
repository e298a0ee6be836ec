// Kernels one by one, with BenchmarkDotNet: what each costs and allocates, and by what it is faster than the plain way where there is one.
//
//   dotnet run -c Release tests/Benchmarks/kernels.cs -- --filter '*'                 all; two minutes
//   dotnet run -c Release tests/Benchmarks/kernels.cs -- --filter '*Outlines*'        one class; --list flat names them
//
// In the process itself: a file has no project that BenchmarkDotNet could build again.
#:package BenchmarkDotNet
#:project ../../pipeline/Pipeline.csproj
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA2266;CA1822;CA1515;CA1050;CA1814;CA1819;NU1901;NU1902;NU1903

using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Hotspot.Geo;
using Hotspot.Hotspots.Clustering;
using Hotspot.Hotspots.Recurrence;
using Hotspot.Hotspots.Statistics;
using Hotspot.Privacy;
using Hotspot.Privacy.Masks;
using Hotspot.Privacy.Names;
using Hotspot.Texts;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Triangulate;

var config = ManualConfig
    .Create(DefaultConfig.Instance)
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .HideColumns(Column.Error, Column.StdDev, Column.Gen0, Column.Gen1, Column.Gen2)
    .WithOptions(ConfigOptions.JoinSummary)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "hotspot-kernels"));
BenchmarkSwitcher.FromAssembly(typeof(Outlines).Assembly).Run(args, config);

/// <summary>Ten million positions in and around the city on two threads: which of 16 districts, or of 330 units, holds each (bars 1.5 s and 4 s). The plain way is exact predicates alone, for a hundredth of them.</summary>
[MemoryDiagnoser]
public class Outlines
{
    private const int Positions = 10_000_000;
    private readonly (double X, double Y)[] _at = new (double, double)[Positions];
    private DistrictMap _map = null!;
    private IPreparedGeometry[] _exact = [];

    [Params(16, 330)]
    public int Units { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var districts = DistrictMap.LoadBeijing();
        var random = new Random(1);
        for (var i = 0; i < Positions; i++)
        {
            // Three quarters where the city is dense, as complaints are.
            _at[i] =
                i % 4 == 0
                    ? (
                        districts.Bounds.MinX + random.NextDouble() * districts.Bounds.Width,
                        districts.Bounds.MinY + random.NextDouble() * districts.Bounds.Height
                    )
                    : (116.1 + 0.6 * random.NextDouble(), 39.7 + 0.45 * random.NextDouble());
        }
        _map = Units == districts.Shapes.Count ? districts : Cells(districts, random);
        _exact = [.. _map.Shapes.Select(shape => PreparedGeometryFactory.Prepare(shape.Shape))];
        for (var i = 0; i < 100_000; i++)
        {
            if (_map.IndexOf(_at[i].X, _at[i].Y) != Exact(i))
                throw new InvalidOperationException($"{_at[i]}: {_map.IndexOf(_at[i].X, _at[i].Y)} instead of {Exact(i)}");
        }
    }

    [Benchmark]
    public long Ours()
    {
        var inside = 0L;
        Parallel.For(
            0,
            Environment.ProcessorCount,
            part =>
            {
                var (count, share) = (0L, Positions / Environment.ProcessorCount);
                for (var i = part * share; i < (part + 1) * share; i++)
                    count += _map.IndexOf(_at[i].X, _at[i].Y) >= 0 ? 1 : 0;
                Interlocked.Add(ref inside, count);
            }
        );
        return inside;
    }

    [Benchmark]
    public long ExactOfOneInAHundred()
    {
        var inside = 0L;
        for (var i = 0; i < Positions / 100; i++)
            inside += Exact(i) >= 0 ? 1 : 0;
        return inside;
    }

    private int Exact(int i)
    {
        var point = new Point(_at[i].X, _at[i].Y);
        for (var unit = 0; unit < _exact.Length; unit++)
        {
            if (_exact[unit].Geometry.EnvelopeInternal.Contains(point.Coordinate) && _exact[unit].Covers(point))
                return unit;
        }
        return -1;
    }

    // Voronoi cells of points that are denser in the middle, as sub-districts are.
    private DistrictMap Cells(DistrictMap city, Random random)
    {
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = city.Bounds };
        builder.SetSites(
            Enumerable
                .Range(0, Units)
                .Select(i =>
                    i % 3 == 0
                        ? new Coordinate(
                            city.Bounds.MinX + random.NextDouble() * city.Bounds.Width,
                            city.Bounds.MinY + random.NextDouble() * city.Bounds.Height
                        )
                        : new Coordinate(116.1 + 0.6 * random.NextDouble(), 39.7 + 0.45 * random.NextDouble())
                )
                .ToArray()
        );
        var cells = builder.GetDiagram(GeometryFactory.Default);
        return new DistrictMap([
            .. Enumerable.Range(0, cells.Count).Select(i => new DistrictShape($"{i}", cells[i], cells[i].Centroid.Coordinate)),
        ]);
    }
}

/// <summary>What a row passes at the door: a complaint of 110 characters with a name and a telephone number, and its place.</summary>
[MemoryDiagnoser]
public class Door
{
    private const string Content =
        "市民张建国来电反映，朝阳区望京街道利泽西园一区北门外每天晚上十一点以后有人摆烧烤摊，油烟很大，占用人行道，周边居民无法休息，多次联系社区没有解决，希望尽快派人到现场核实处理，并请回电13800007745告知处理结果，谢谢。";
    private readonly GeoReference _reference = GeoReference.LoadBeijing();
    private PlaceResolver _places = null!;
    private SpokenNames _names = null!;
    private NearText _text = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _places = new PlaceResolver(_reference, CoordinateSystem.Gcj02);
        _names = SpokenNames.Load(_reference);
        _text = NearText.Of(Content[20..], 200, 5)!;
    }

    [Benchmark]
    public string MaskedText() => Masking.Mask(Content);

    [Benchmark]
    public SpokenName NamesInSentences() => _names.Read("夜间烧烤扰民", Content);

    [Benchmark]
    public PlaceResolution PlaceOfText() =>
        _places.Resolve(new PlaceStatement("朝阳区", "望京街道", null, "北京市朝阳区望京街道利泽西园一区305号楼", null, null));

    [Benchmark]
    public PlaceResolution PlaceOfPoint() => _places.Resolve(new PlaceStatement("朝阳区", "望京街道", null, null, 116.4712, 39.9987));

    [Benchmark]
    public NearText? HashesOfText() => NearText.Of(Content, 200, 5);

    [Benchmark]
    public double LikenessOfTexts() => _text.Jaccard(_text);
}

/// <summary>Statistics of a map of 343 units and of points of a week.</summary>
[MemoryDiagnoser]
public class Statistics
{
    private double[] _x = [];
    private double[] _y = [];
    private int[] _day = [];
    private double[] _rates = [];
    private double[] _exposure = [];
    private Adjacency _map = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        const int Units = 343;
        double[] east = [.. Enumerable.Range(0, Units).Select(_ => random.NextDouble() * 40_000)];
        double[] north = [.. Enumerable.Range(0, Units).Select(_ => random.NextDouble() * 40_000)];
        _map = Adjacency.Within(east, north, 3_000);
        _rates = [.. east.Select(_ => (double)random.Next(0, 40))];
        _exposure = [.. east.Select(_ => 1.0 + random.Next(5, 30))];
        var middles = Enumerable.Range(0, 400).Select(_ => (X: random.NextDouble() * 40_000, Y: random.NextDouble() * 40_000)).ToArray();
        (_x, _y, _day) = (new double[100_000], new double[100_000], new int[100_000]);
        for (var i = 0; i < _x.Length; i++)
        {
            var middle = middles[random.Next(middles.Length)];
            (_x[i], _y[i], _day[i]) = (middle.X + 600 * random.NextDouble(), middle.Y + 600 * random.NextDouble(), random.Next(28));
        }
    }

    [Benchmark]
    public double[] GetisOrdStar() => GetisOrd.Star(_rates, _map);

    [Benchmark]
    public double?[] MarshallLocal() => MarshallEb.Local(_rates, _exposure, _map);

    [Benchmark]
    public MoranUnit[] LocalMoranPermuted() => LocalMoran.Of(_rates, _map, seed: 1);

    [Benchmark]
    public Clusters DbscanOfAHundredThousand() => GridDbscan.Run(_x, _y, null, 50, 10);

    [Benchmark]
    public DensityClusters HdbscanOfAHundredThousand() => Hdbscan.Run(_x, _y, null, new HdbscanSettings());

    [Benchmark]
    public KnoxCell[] KnoxOfTenThousand() =>
        Knox.Table(_x[..10_000], _y[..10_000], _day[..10_000], new KnoxSettings([100, 200, 400], [1, 7, 14], Replicas: 99));
}
