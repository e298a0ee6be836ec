using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hotspot.Outputs.Docx;

/// <summary>
/// Lets what follows a figure flow before it where the figure has no room on its page any more, as books are set: else the page ends early. Where a page ends is
/// worked out from the styles, to a line or so: lines have a pitch of their own, whatever fonts a machine has. Lengths in twips.
/// </summary>
internal sealed class PageFlow
{
    private readonly double _page;
    private readonly PageMeasures _measures;

    /// <summary>How far down its page the text has come.</summary>
    private double _down;

    private PageFlow(WordTemplate template) => (_page, _measures) = (template.TextHeight, new PageMeasures(template));

    /// <param name="Start">Room that it needs to begin at the foot of a page.</param>
    /// <param name="Step">It is broken between steps of this height; <paramref name="Again"/> is what stands again on the next page.</param>
    private sealed record Piece(IReadOnlyList<OpenXmlElement> Elements, double Height, double Start, double Step, double Again = 0)
    {
        public string Style => PageMeasures.StyleOf(Elements[0]);

        public bool IsHeading => Style is DocxStyles.Heading1 or DocxStyles.Heading2;

        public bool IsFigure => Elements[0].Descendants<Drawing>().Any();
    }

    /// <summary>Figures keep their order, and so does all else. A figure comes at the latest before the heading of the next section: it belongs to the one that speaks of it.</summary>
    public static void Lay(Body body, WordTemplate template)
    {
        var laid = new PageFlow(template).Order([.. body.ChildElements]);
        body.RemoveAllChildren();
        body.Append(laid);
    }

    private IEnumerable<OpenXmlElement> Order(IReadOnlyList<OpenXmlElement> elements)
    {
        var held = new Queue<Piece>();
        var laid = new List<Piece>();
        void Figures(bool all)
        {
            while (held.TryPeek(out var figure) && (all || Fits(figure.Height)))
            {
                Place(held.Dequeue());
                laid.Add(figure);
            }
        }
        foreach (var piece in WithHeadings([.. Pieces(elements)]))
        {
            if (piece.IsFigure && (held.Count > 0 || !Fits(piece.Height)))
            {
                held.Enqueue(piece);
                continue;
            }
            if (piece.Style == DocxStyles.Heading1)
                Figures(all: true);
            if (held.Count > 0 && !Fits(piece.Start))
            {
                _down = 0;
                Figures(all: false);
            }
            laid.Add(piece);
            if (Place(piece))
                Figures(all: false);
        }
        Figures(all: true);
        return laid.SelectMany(piece => piece.Elements);
    }

    private bool Fits(double height) => _down + height <= _page;

    /// <returns>It ends on another page than it found.</returns>
    private bool Place(Piece piece)
    {
        var isNew = !Fits(piece.Start);
        _down = (isNew ? 0 : _down) + piece.Height;
        if (_down <= _page)
            return isNew;
        while (_down > _page)
            _down = Math.Min(Math.Max(Math.Ceiling((_down - _page) / piece.Step), 2) * piece.Step + piece.Again, _down - 1);
        return true;
    }

    /// <summary>A heading begins where what it heads can begin.</summary>
    private static IEnumerable<Piece> WithHeadings(IReadOnlyList<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var start = pieces[i].Start;
            for (var next = i; pieces[next].IsHeading && next + 1 < pieces.Count; next++)
                start += pieces[next + 1].Start;
            yield return pieces[i] with
            {
                Start = start,
            };
        }
    }

    /// <summary>A picture with its caption and a note under it, a table with caption and note, a heading, a paragraph.</summary>
    private IEnumerable<Piece> Pieces(IReadOnlyList<OpenXmlElement> elements)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var style = PageMeasures.StyleOf(elements[i]);
            if (style == DocxStyles.Picture)
            {
                var end = i + 2 < elements.Count && PageMeasures.StyleOf(elements[i + 2]) == DocxStyles.Note ? i + 3 : i + 2;
                OpenXmlElement[] figure = [.. elements.Skip(i).Take(end - i)];
                var height = figure.Sum(_measures.Height);
                yield return new Piece(figure, height, height, height);
                i = end - 1;
            }
            else if (style == DocxStyles.TableCaption && elements[i + 1] is Table table)
            {
                var caption = _measures.Height(elements[i]);
                var rows = table.Elements<TableRow>().Select(_measures.Height).ToList();
                var kept = table.Elements<TableRow>().TakeWhile(row => row.Descendants<KeepNext>().Any()).Count();
                var note = _measures.Height(elements[i + 2]);
                yield return new Piece(
                    [elements[i], elements[++i], elements[++i]],
                    caption + rows.Sum() + note,
                    caption + rows.Take(kept + 1).Sum(),
                    rows[^1],
                    rows[0]
                );
            }
            else
            {
                var pitch = _measures.Of(style);
                var box =
                    (i == 0 || PageMeasures.StyleOf(elements[i - 1]) != style ? pitch.Above : 0)
                    + (i == elements.Count - 1 || PageMeasures.StyleOf(elements[i + 1]) != style ? pitch.Below : 0);
                var height = _measures.Height(elements[i]) + box;
                // Neither the first line of a paragraph nor its last stands alone.
                yield return new Piece([elements[i]], height, height < 4 * pitch.Line ? height : 2 * pitch.Line, pitch.Line);
            }
        }
    }
}
