namespace Hotspot.Calendar;

/// <summary>A make-up day (调休上班) is a workday; a statutory day off is a holiday, also when it falls on a weekend.</summary>
public enum DayKind
{
    Workday,
    Weekend,
    Holiday,
}
