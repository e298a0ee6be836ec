using System.Globalization;

namespace Hotspot.Samples;

/// <summary>Turns a report into the cells of its row. The same report and version give the same cells each time.</summary>
internal sealed class Rows(
    SampleSettings settings,
    Script script,
    Geography geography,
    Func<double, double, (double Longitude, double Latitude)> toGcj02
)
{
    private readonly Persons _persons = new(script.People);
    private readonly Wording _wording = new(script, geography, new Persons(script.People));
    private readonly Points _points = new(script, geography, toGcj02);
    private readonly Shares _orderTypes = Of(script.Export.OrderTypes);
    private readonly Shares _labels = Of(script.Export.Labels);
    private readonly Shares _streams = Of(script.Export.Streams);
    private readonly Shares _ways = Of(script.Export.Ways);
    private readonly Shares _handled = Of(script.Texts.Handled);
    private readonly Shares _callbacks = new([.. script.Export.Callbacks.Select(c => c.Share)]);
    private readonly Shares _written = new([.. script.Places.Written.Select(w => w.Share)]);

    /// <summary>The city exports on the morning after the last day: what is closed later is still open.</summary>
    private readonly DateTime _exportedAt = settings.LastDay.AddDays(1).ToDateTime(new TimeOnly(8, 0));

    /// <param name="ticked">False for the layout without call time and coordinates; such an order always has its number.</param>
    /// <param name="open">The earlier version of an order that is sent again later, closed.</param>
    public string[] Cells(Report report, bool ticked, bool open, DirtCount dirt)
    {
        var random = SplitMix.For(settings.Seed, report.Key);
        var cells = new string[Columns.All];
        Array.Fill(cells, "");
        var calledAt = settings.FirstDay.AddDays(report.Day).ToDateTime(TimeOnly.MinValue).AddSeconds(report.Second);
        var dispatchedAt = calledAt.AddSeconds((int)(60 * Quantiles.DispatchLagMinutes.Draw(ref random)));
        var closedAt = dispatchedAt.AddSeconds((int)(3600 * Quantiles.ClosingHours.Draw(ref random)));
        Words(report, cells, dirt, ref random);
        Where(report, cells, dirt, ref random);
        Who(report, cells, dirt, ref random);
        Handling(cells, open || closedAt > _exportedAt, closedAt, ref random);

        var hasCallTime = ticked && settings.IncludeCallTime;
        if (random.Chance(0.04) && hasCallTime)
            dirt.Add(Dirt.IdMissing);
        else
        {
            cells[(int)Column.OrderNumber] = string.Create(
                CultureInfo.InvariantCulture,
                $"{script.Export.OrderPrefix}-{calledAt:yyMMdd}-{report.Number:000000}"
            );
        }

        var called = Times.Called(calledAt, script.Export, hasCallTime ? dirt : new DirtCount(), ref random);
        var blank = random.Chance(0.02);
        if (hasCallTime)
        {
            // An order without a number keeps its call time, else nobody could say when it was.
            if (blank && cells[(int)Column.OrderNumber].Length > 0)
                dirt.Add(Dirt.CallTimeBlank);
            else
                cells[(int)Column.CalledAt] = called;
            cells[(int)Column.DispatchedAt] = Times.Standard(dispatchedAt);
        }
        else
            cells[(int)Column.Disposition] = "";
        if (ticked && settings.IncludeCoordinates)
            (cells[(int)Column.Longitude], cells[(int)Column.Latitude]) = _points.Cells(report, dirt, ref random);
        return cells;
    }

    private static Shares Of(Option[] options) => new([.. options.Select(o => o.Share)]);

    private void Words(Report report, string[] cells, DirtCount dirt, ref SplitMix random)
    {
        var export = script.Export;
        var path = script.Issues[report.Issue].Category;
        cells[(int)Column.OrderType] = export.OrderTypes[_orderTypes.Draw(ref random)].Text;
        cells[(int)Column.Label] = export.Labels[_labels.Draw(ref random)].Text;
        cells[(int)Column.Stream] = export.Streams[_streams.Draw(ref random)].Text;
        cells[(int)Column.Way] = export.Ways[_ways.Draw(ref random)].Text;
        if (random.Chance(0.06))
        {
            dirt.Add(Dirt.ThirdCategoryMissing);
            path = path[..2];
        }
        cells[(int)Column.Category] = string.Join(export.CategorySeparator, path);
        cells[(int)Column.Title] = _wording.Title(report, ref random);
        cells[(int)Column.Content] = _wording.Content(report, dirt, ref random);
        if (random.Chance(0.0004))
        {
            dirt.Add(Dirt.FormulaLike);
            cells[(int)Column.Title] = "=" + cells[(int)Column.Title];
        }
    }

    private void Where(Report report, string[] cells, DirtCount dirt, ref SplitMix random)
    {
        var place = geography.Places[report.Place];
        var street = geography.Streets[place.Street];
        var (district, streetName) = (street.District, street.Name);
        var form = script.Places.Written[_written.Draw(ref random)].Form;
        var lost = random.Unit();
        if (place.Planted >= 0)
        {
            // A planted point keeps its district and name, so that the truth can be compared with what is found.
            (lost, form) = (1, form.Length == 0 ? "{place}" : form);
        }
        else if (form == "{place}" && script.Places.Kinds[place.Kind].Id == "estate" && random.Chance(0.35))
            form = script.Places.EstateDoor;

        if (lost < 0.07)
        {
            // 28 % of one bureau's orders had no district; the city platform does better, and 7 % is enough to practise on.
            dirt.Add(Dirt.DistrictBlank);
            (district, streetName) = ("", "");
        }
        else if (lost < 0.12)
        {
            dirt.Add(Dirt.DistrictUnknown);
            (district, streetName) = (script.Export.Unknown, script.Export.Unknown);
        }
        else if (lost < 0.18)
        {
            dirt.Add(Dirt.StreetUnknown);
            streetName = script.Export.Unknown;
        }
        else if (lost < 0.22 && street.OtherName is { } other)
        {
            dirt.Add(Dirt.StreetWrittenOtherwise);
            streetName = other;
        }

        cells[(int)Column.District] = district;
        cells[(int)Column.Street] = streetName;
        cells[(int)Column.Place] = form.Length == 0 ? "" : _wording.Filled(form, report, ref random);
        if (form.Length == 0)
            dirt.Add(Dirt.PlaceBlank);
        cells[(int)Column.Community] = random.Chance(0.6) ? place.Community : "";
        if (cells[(int)Column.Community].Length == 0)
            dirt.Add(Dirt.CommunityBlank);
    }

    private void Who(Report report, string[] cells, DirtCount dirt, ref SplitMix random)
    {
        var shown = random.Unit();
        if (report.Traits.HasFlag(ReportTraits.Flood))
            shown = 1;
        cells[(int)Column.Caller] = shown < 0.05 ? _persons.Withheld : _persons.Name(report.Caller);
        cells[(int)Column.Phone] = shown switch
        {
            < 0.05 => _persons.Withheld,
            < 0.20 => Persons.MaskedPhone(report.Caller),
            _ => Persons.Phone(report.Caller),
        };
        if (shown < 0.05)
            dirt.Add(Dirt.CallerWithheld);
        else if (shown < 0.20)
            dirt.Add(Dirt.PhoneMasked);
        if (random.Chance(0.18))
            cells[(int)Column.Organisation] = _persons.Organisation(ref random);
        else if (random.Chance(0.05))
        {
            dirt.Add(Dirt.CellOfOneBlank);
            cells[(int)Column.Organisation] = " ";
        }
    }

    private void Handling(string[] cells, bool open, DateTime closedAt, ref SplitMix random)
    {
        var callback = script.Export.Callbacks[_callbacks.Draw(ref random)];
        var handled = script.Texts.Handled[_handled.Draw(ref random)].Text;
        var result = script.Texts.Results[random.Below(script.Texts.Results.Length)];
        var reply = script.Texts.Replies[random.Below(script.Texts.Replies.Length)];
        cells[(int)Column.Status] = open ? script.Export.Open : script.Export.Closed;
        if (open)
            return;
        cells[(int)Column.Result] = handled.Length > 0 ? handled : result;
        cells[(int)Column.ClosedAt] = Times.Standard(closedAt);
        cells[(int)Column.Disposition] = handled;
        if (handled.Length > 0)
            return;
        cells[(int)Column.Reply] = reply;
        cells[(int)Column.Resolved] = callback.Resolved;
        cells[(int)Column.Satisfied] = callback.Satisfied;
    }
}
