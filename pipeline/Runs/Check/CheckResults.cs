using Hotspot.Grouping;
using Hotspot.Records;
using Hotspot.Reports.Checks;

namespace Hotspot.Runs.Check;

/// <param name="Lists">The city's lists of what it sent out.</param>
/// <param name="Excuses">A list of excuses; null: none is added.</param>
/// <param name="From">First day that the lists speak of; null: of their first order. <paramref name="Last"/> likewise.</param>
/// <param name="Stream">Of orders whose list does not name one.</param>
public sealed record DispatchRequest(
    IReadOnlyList<string> Lists,
    string? Excuses = null,
    DateOnly? From = null,
    DateOnly? Last = null,
    OrderStream Stream = OrderStream.Unknown,
    string? Source = null
);

/// <summary>A list that was read: Read = Orders + Repeated + Unnumbered + Rejected.</summary>
/// <param name="Repeated">Rows whose order number came before in the list.</param>
/// <param name="Unnumbered">Rows without an order number: nothing to compare by.</param>
/// <param name="FirstOn">Days of its first and last order; null: it tells no time.</param>
/// <param name="IsNew">False: the same list was handed in before.</param>
public sealed record ListRead(
    string Name,
    long Read,
    long Orders,
    long Repeated,
    long Unnumbered,
    long Rejected,
    DateOnly? FirstOn,
    DateOnly? LastOn,
    bool IsNew
);

/// <param name="Excuses">Lines of the list of excuses.</param>
/// <param name="Generation">What readers now see.</param>
public sealed record DispatchChecked(
    IReadOnlyList<ListRead> Lists,
    int Excuses,
    DispatchCheck Check,
    string Docx,
    string Xlsx,
    string Generation
);
