using Hotspot.Records;
using MathNet.Numerics.Distributions;

namespace Hotspot.Geo;

/// <summary>
/// Whether the points of a file are written in the system that its source declares. A wrong one moves every point by 528–1,350 m the same way,
/// which shows in two ways: points that a border lies between under one system and not under the other agree with the stated district under the
/// true one (<see cref="BorderVotes"/>), and points lie around the known points of their stated streets and communities, not beside them
/// (<see cref="UnitOffsets"/>). One thread only; memory is bounded whatever the size of the file.
/// </summary>
public sealed class CoordinateCheck
{
    /// <summary>Rows looked at before only every <see cref="Stride"/>-th is: the answer stands long before.</summary>
    private const int FirstRows = 20_000;
    private const int Stride = 64;

    /// <summary>Level for each of at most two rivals: together a file in its declared system is blamed less than once in 1,000.</summary>
    private const double Level = 5e-4;

    /// <summary>A complaint lies this far from the point of its community.</summary>
    private const double CommunitySpreadM = 350;

    private readonly GeoReference _reference;
    private readonly CoordinateSystem _declared;
    private readonly CoordinateSystem[] _systems;
    private readonly BorderVotes _votes;
    private readonly UnitOffsets _offsets;
    private readonly StreetCentres? _streets;
    private long _rows;

    /// <param name="reference">Without a map or lists nothing can be told.</param>
    public CoordinateCheck(GeoReference reference, CoordinateSystem declared)
    {
        (_reference, _declared) = (reference, declared);
        // CGCS2000 and WGS-84 are one for this purpose; the declared system stands first.
        _systems =
        [
            declared,
            .. ((ReadOnlySpan<CoordinateSystem>)[CoordinateSystem.Wgs84, CoordinateSystem.Gcj02, CoordinateSystem.Bd09])
                .ToArray()
                .Where(system => system != declared && (system, declared) != (CoordinateSystem.Wgs84, CoordinateSystem.Cgcs2000)),
        ];
        _votes = new BorderVotes(_systems.Length);
        _offsets = new UnitOffsets(_systems.Length);
        _streets = reference.Gazetteer is { } gazetteer ? new StreetCentres(gazetteer) : null;
    }

    public void Add(Complaint complaint)
    {
        if (
            complaint.StatedLongitude is not { } x
            || complaint.StatedLatitude is not { } y
            || complaint.StatedDistrict is not { } stated
            || _reference is not { Map: { } map, Gazetteer: { } gazetteer }
            || (_rows++ >= FirstRows && _rows % Stride != 0)
        )
            return;
        if (Math.Abs(x) > 180 || Math.Abs(y) > 90 || Rounding.ErrorM(x, y) > 0 || gazetteer.FindDistrict(stated) is not { } district)
            return;
        Span<LonLat> at = stackalloc LonLat[_systems.Length];
        for (var i = 0; i < at.Length; i++)
            at[i] = Coordinates.ToWgs84(_systems[i], x, y);
        if (map.Knows(district.Name))
            _votes.Add(map, district.Name, x, y, at);
        if (UnitPoint(complaint, district.Name, gazetteer) is { } unit)
            _offsets.Add(unit.Code, unit.At, unit.SpreadM, at);
    }

    /// <summary>What the rows so far say.</summary>
    public CoordinateFinding Finding()
    {
        var likely = 0;
        for (var i = 1; i < _systems.Length; i++)
            likely = Score(i) > Score(likely) ? i : likely;
        var isOff = likely > 0 && IsProven(likely);
        var rival = likely > 0 ? likely : _votes.StrongestRival();
        return new CoordinateFinding(
            _declared,
            isOff ? _systems[likely] : null,
            _votes.Deciding(0, rival),
            _votes.ShareFor(0, rival),
            _votes.ShareFor(rival, 0),
            _offsets.Units,
            isOff ? _offsets.ShiftM(likely) : null
        );
    }

    private double Score(int system) => _votes.LogLikelihood(system) + _offsets.LogLikelihood(system);

    /// <summary>Votes and offsets are independent; their p-values are joined by Fisher's method (1925): −2 Σ ln p is χ² with 4 degrees of freedom.</summary>
    private bool IsProven(int system)
    {
        if (_offsets.Contradicts(system) || _votes.Contradicts(system))
            return false;
        var (votes, offsets) = (Math.Max(_votes.PValue(system), double.Epsilon), Math.Max(_offsets.PValue(system), double.Epsilon));
        return 1 - ChiSquared.CDF(4, -2 * (Math.Log(votes) + Math.Log(offsets))) <= Level;
    }

    private (string Code, LonLat At, double SpreadM)? UnitPoint(Complaint complaint, string district, Gazetteer gazetteer)
    {
        if (complaint.StatedStreet is not { } stated || gazetteer.FindStreet(district, stated) is not { } street)
            return null;
        if (
            complaint.StatedCommunity is { } community
            && gazetteer.FindCommunity(district, street.Name, community) is { Point: { } near } found
        )
            return (found.Code, near, CommunitySpreadM);
        return _streets!.Of(street) is { } centre ? (street.Code, centre.At, centre.SpreadM) : null;
    }
}

/// <summary>What the check of a file's coordinates found.</summary>
/// <param name="Likely">The system that the points are written in, where it is proven to be another than the declared one; else null.</param>
/// <param name="DecidingPoints">Different spots that agree with their stated district under one of the two systems alone.</param>
/// <param name="ShareDeclared">Of these, those that agree under the declared system, 0–1; null where there are none.</param>
/// <param name="ShareLikely">Of these, those that agree under the likely system (the strongest rival, where none is proven).</param>
/// <param name="Units">Streets and communities with a known point that rows stated.</param>
/// <param name="ShiftM">How far the points lie off if read as declared, metres; null where nothing is off.</param>
public sealed record CoordinateFinding(
    CoordinateSystem Declared,
    CoordinateSystem? Likely,
    int DecidingPoints,
    double? ShareDeclared,
    double? ShareLikely,
    int Units,
    double? ShiftM
);
