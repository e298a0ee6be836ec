using System.Collections.Frozen;
using Hotspot.Records;

namespace Hotspot.Enrich;

/// <summary>
/// What people decided, laid over what the rules derive; a pure step after <see cref="Derivation"/>, so that rows on their way in and rows derived
/// anew take the same path. What the source stated stays as stated. Without decisions a row costs nothing. Safe on any thread.
/// </summary>
public sealed class Overrides
{
    /// <summary>Quality flag of a complaint on which a correction holds.</summary>
    public const string Flag = "reviewed";

    private readonly FrozenDictionary<string, Correction> _issues;
    private readonly FrozenDictionary<string, Correction> _issuesOfOrders;
    private readonly FrozenDictionary<string, Correction> _places;
    private readonly FrozenDictionary<string, Correction> _streets;
    private readonly FrozenDictionary<string, Correction> _unitsOfOrders;
    private readonly FrozenSet<string> _placeTexts;
    private readonly FrozenSet<string> _streetTexts;

    public Overrides(IReadOnlyCollection<Override> inForce)
    {
        FrozenDictionary<string, Correction> Of(OverrideKind kind, OverrideScope scope) =>
            inForce
                .Where(one => one.Kind == kind && one.Scope == scope)
                .ToFrozenDictionary(one => one.Key, one => one.New, StringComparer.Ordinal);
        _issues = Of(OverrideKind.Issue, OverrideScope.Writing);
        _issuesOfOrders = Of(OverrideKind.Issue, OverrideScope.Order);
        _places = Of(OverrideKind.Place, OverrideScope.Writing);
        _streets = Of(OverrideKind.Unit, OverrideScope.Writing);
        _unitsOfOrders = Of(OverrideKind.Unit, OverrideScope.Order);
        _placeTexts = _places.Keys.Select(key => OverrideKey.Parts(key)[0]).ToFrozenSet(StringComparer.Ordinal);
        _streetTexts = _streets.Keys.Select(key => OverrideKey.Parts(key)[0]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The derivation with the corrections laid over.</summary>
    public Func<Complaint, Complaint> Over(Func<Complaint, Complaint> derive) =>
        _issues.Count + _issuesOfOrders.Count + _places.Count + _streets.Count + _unitsOfOrders.Count == 0
            ? stated => derive(Unflagged(stated))
            : stated => Of(Unflagged(stated), derive);

    private Complaint Of(Complaint stated, Func<Complaint, Complaint> derive)
    {
        var unit = Unit(stated);
        var derived = unit is null ? derive(stated) : AsIfStated(stated, unit, derive);
        if (unit is null && derived.District is null && District(stated) is { } named)
            (unit, derived) = (named, AsIfStated(stated, named, derive));
        var issue = Issue(derived);
        if (issue?.Issue is { } decided)
            derived = derived with { Issue = decided, IssueFrom = IssueFrom.Review, IssueConfidence = 1 };
        return unit is null && issue is null ? derived : Flagged(derived);
    }

    /// <summary>One order before a place, a place before the writing of a street: the more exact decision holds.</summary>
    private Correction? Unit(Complaint c)
    {
        if (_unitsOfOrders.TryGetValue(c.ComplaintId, out var own))
            return own;
        if (
            c.PlaceText is { } place
            && _placeTexts.Contains(place)
            && _places.TryGetValue(OverrideKey.Place(place, c.StatedDistrict, c.StatedStreet), out var named)
        )
            return named;
        return
            c.StatedStreet is { } street
            && _streetTexts.Contains(street)
            && _streets.TryGetValue(OverrideKey.Street(street, c.StatedDistrict), out var written)
            ? written
            : null;
    }

    /// <summary>What a district that no list knows was decided to be, where no street stands beside it.</summary>
    private Correction? District(Complaint c) =>
        _streetTexts.Contains("") && c is { StatedStreet: null, StatedDistrict: { } district }
            ? _streets.GetValueOrDefault(OverrideKey.Street("", district))
            : null;

    private Correction? Issue(Complaint c)
    {
        if (_issuesOfOrders.TryGetValue(c.ComplaintId, out var own))
            return own;
        if (_issues.Count == 0 || c.IssueFrom == IssueFrom.Category)
            return null;
        var key =
            OverrideKey.Path(c) is { } path ? OverrideKey.Category(path, c.Issue)
            : (c.Title ?? c.ContentMasked) is { } text ? OverrideKey.Text(text, c.Issue)
            : null;
        return key is null ? null : _issues.GetValueOrDefault(key);
    }

    private static Complaint AsIfStated(Complaint stated, Correction unit, Func<Complaint, Complaint> derive)
    {
        var derived = derive(
            stated with
            {
                StatedDistrict = unit.District ?? stated.StatedDistrict,
                // A street of the district stated before is none of the corrected one's.
                StatedStreet = unit.Street ?? (unit.District is null ? stated.StatedStreet : null),
                PlaceText = unit.Place ?? stated.PlaceText,
            }
        );
        return derived with { StatedDistrict = stated.StatedDistrict, StatedStreet = stated.StatedStreet, PlaceText = stated.PlaceText };
    }

    private static Complaint Flagged(Complaint c) =>
        c with
        {
            QualityFlags = [.. c.QualityFlags.Append(Flag).Order(StringComparer.Ordinal)],
        };

    /// <summary>A row that comes out of the store may carry the flag of a decision that was undone since.</summary>
    private static Complaint Unflagged(Complaint c) =>
        c.QualityFlags.Contains(Flag) ? c with { QualityFlags = [.. c.QualityFlags.Where(flag => flag != Flag)] } : c;
}
