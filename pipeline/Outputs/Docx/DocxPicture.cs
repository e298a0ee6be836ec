using System.Buffers.Binary;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Hotspot.Outputs.Docx;

/// <summary>A PNG across the text width, in its own proportions, never higher than a page. Lengths in EMU (36,000 to the millimetre).</summary>
internal static class DocxPicture
{
    /// <summary>Room that a picture leaves to its caption, in millimetres.</summary>
    private const long Caption = 20;

    /// <param name="number">1-based; unique in the document.</param>
    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Of(
        MainDocumentPart main,
        string path,
        int number,
        string name,
        string description,
        WordTemplate template
    )
    {
        var id = "rId" + DocxText.Number(100 + number);
        var bytes = File.ReadAllBytes(path);
        using (var stream = new MemoryStream(bytes))
            main.AddImagePart(ImagePartType.Png, id).FeedData(stream);
        var (width, height) = Size(bytes, Millimetres(template.TextWidth) * 36_000, (Millimetres(template.TextHeight) - Caption) * 36_000);
        return new(
            new DocumentFormat.OpenXml.Wordprocessing.ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Picture }),
            new DocumentFormat.OpenXml.Wordprocessing.Run(new Drawing(Inline(id, (uint)number, width, height, name, description)))
        );
    }

    private static Inline Inline(string id, uint number, long width, long height, string name, string description) =>
        new(
            new Extent { Cx = width, Cy = height },
            new EffectExtent
            {
                LeftEdge = 0,
                TopEdge = 0,
                RightEdge = 0,
                BottomEdge = 0,
            },
            new DocProperties
            {
                Id = number,
                Name = name,
                Description = description,
            },
            new DocumentFormat.OpenXml.Drawing.Wordprocessing.NonVisualGraphicFrameDrawingProperties(
                new GraphicFrameLocks { NoChangeAspect = true }
            ),
            new Graphic(
                new GraphicData(
                    new Pictures.Picture(
                        new Pictures.NonVisualPictureProperties(
                            new Pictures.NonVisualDrawingProperties { Id = 0, Name = name },
                            new Pictures.NonVisualPictureDrawingProperties()
                        ),
                        new Pictures.BlipFill(new Blip { Embed = id }, new Stretch(new FillRectangle())),
                        new Pictures.ShapeProperties(
                            new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = width, Cy = height }),
                            new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }
                        )
                    )
                )
                {
                    Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                }
            )
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };

    private static long Millimetres(int twips) => (long)Math.Round(twips * 25.4 / 1440);

    // Width and height stand at bytes 16 and 20 of every PNG (IHDR comes first).
    private static (long Width, long Height) Size(ReadOnlySpan<byte> png, long textWidth, long mostHeight)
    {
        if (png.Length < 24 || png[1] != 'P' || png[2] != 'N' || png[3] != 'G')
            throw new InvalidDataException("a chart file is not a PNG picture");
        long width = BinaryPrimitives.ReadUInt32BigEndian(png[16..]);
        long height = BinaryPrimitives.ReadUInt32BigEndian(png[20..]);
        var scaled = textWidth * height / width;
        return scaled <= mostHeight ? (textWidth, scaled) : (mostHeight * width / height, mostHeight);
    }
}
