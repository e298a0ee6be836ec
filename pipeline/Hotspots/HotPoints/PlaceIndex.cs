namespace Hotspot.Hotspots.HotPoints;

/// <summary>Places by cells of 100 m, to find those on a ground.</summary>
internal sealed class PlaceIndex
{
    private const double CellM = 100;

    private readonly PlaceTable _places;
    private readonly Dictionary<(int, int), List<int>> _cells = [];

    public PlaceIndex(PlaceTable places)
    {
        _places = places;
        for (var i = 0; i < places.Count; i++)
        {
            var cell = (Cell(places.X[i]), Cell(places.Y[i]));
            if (!_cells.TryGetValue(cell, out var list))
                _cells.Add(cell, list = []);
            list.Add(i);
        }
    }

    public void Visit(Ground ground, Action<int> visit)
    {
        for (var column = Cell(ground.Left); column <= Cell(ground.Right); column++)
        {
            for (var row = Cell(ground.Bottom); row <= Cell(ground.Top); row++)
            {
                if (!_cells.TryGetValue((column, row), out var list))
                    continue;
                foreach (var place in list)
                {
                    if (ground.Contains(_places.X[place], _places.Y[place]))
                        visit(place);
                }
            }
        }
    }

    private static int Cell(double metres) => (int)Math.Floor(metres / CellM);
}
