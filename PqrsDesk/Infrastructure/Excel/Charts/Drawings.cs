using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using X = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace PqrsDesk.Infrastructure.Excel.Charts;

/// <summary>Hangs charts into a sheet that another library wrote.</summary>
internal static class Drawings
{
    private const int EmuPerPixel = 9_525;

    public static void Add(WorksheetPart sheet, IReadOnlyList<Chart> charts, string language)
    {
        if (charts.Count == 0)
            return;
        var drawings = sheet.AddNewPart<DrawingsPart>();
        drawings.WorksheetDrawing = new X.WorksheetDrawing();
        foreach (var chart in charts)
        {
            var part = drawings.AddNewPart<ChartPart>();
            part.ChartSpace = ChartXml.Of(chart, language);
            drawings.WorksheetDrawing.Append(Anchor(chart, drawings.GetIdOfPart(part), (uint)drawings.WorksheetDrawing.ChildElements.Count + 2));
        }
        sheet.Worksheet.AddChild(new Drawing { Id = sheet.GetIdOfPart(drawings) });
    }

    private static X.OneCellAnchor Anchor(Chart chart, string partId, uint id)
    {
        var (column, row, width, height) = chart.Place;
        return new X.OneCellAnchor(
            new X.FromMarker(
                new X.ColumnId($"{column}"), new X.ColumnOffset("0"),
                new X.RowId($"{row}"), new X.RowOffset("0")),
            new X.Extent { Cx = width * EmuPerPixel, Cy = height * EmuPerPixel },
            new X.GraphicFrame(
                new X.NonVisualGraphicFrameProperties(
                    new X.NonVisualDrawingProperties { Id = id, Name = $"Chart {id}", Description = chart.Title },
                    new X.NonVisualGraphicFrameDrawingProperties()),
                new X.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(new A.GraphicData(new C.ChartReference { Id = partId })
                {
                    Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                }))
            { Macro = "" },
            new X.ClientData());
    }
}
