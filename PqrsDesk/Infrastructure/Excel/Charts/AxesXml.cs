using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace PqrsDesk.Infrastructure.Excel.Charts;

/// <summary>Two axes, and two more (of which one is hidden) where shares have their own.</summary>
internal static class AxesXml
{
    public const uint Category = 1;
    public const uint Value = 2;
    public const uint HiddenCategory = 3;
    public const uint Share = 4;

    public static IEnumerable<OpenXmlElement> Of(Chart chart)
    {
        yield return CategoryAxis(chart, Category, Value, hidden: false);
        yield return ValueAxis(chart);
        if (chart.Series.All(series => series.Axis == Axis.Main))
            yield break;
        yield return CategoryAxis(chart, HiddenCategory, Share, hidden: true);
        yield return ShareAxis(chart);
    }

    private static C.CategoryAxis CategoryAxis(Chart chart, uint id, uint crossing, bool hidden) => new(
        new C.AxisId { Val = id },
        new C.Scaling(new C.Orientation { Val = chart.Lying ? C.OrientationValues.MaxMin : C.OrientationValues.MinMax }),
        new C.Delete { Val = hidden },
        new C.AxisPosition { Val = chart.Lying ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom },
        new C.NumberingFormat { FormatCode = chart.Categories.Format ?? "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.ChartShapeProperties(new A.Outline(SeriesXml.Fill("BFBFBF"))),
        new C.CrossingAxis { Val = crossing },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = false },
        new C.LabelAlignment { Val = C.LabelAlignmentValues.Center },
        new C.LabelOffset { Val = 100 },
        new C.NoMultiLevelLabels { Val = true });

    private static C.ValueAxis ValueAxis(Chart chart)
    {
        var axis = new C.ValueAxis(
            new C.AxisId { Val = Value },
            Scale(chart.Series.All(series => series.Axis == Axis.Main) && chart.ValueFormat != Formats.Count ? chart.ShareTop : null),
            new C.Delete { Val = chart.Lying },
            new C.AxisPosition { Val = chart.Lying ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left });
        if (!chart.Lying)
            axis.Append(new C.MajorGridlines(new C.ChartShapeProperties(new A.Outline(SeriesXml.Fill("E0E0E0")))));
        axis.Append(
            new C.NumberingFormat { FormatCode = chart.ValueFormat, SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
            new C.CrossingAxis { Val = Category },
            new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.CrossBetween { Val = C.CrossBetweenValues.Between });
        return axis;
    }

    private static C.ValueAxis ShareAxis(Chart chart) => new(
        new C.AxisId { Val = Share },
        Scale(chart.ShareTop),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Right },
        new C.NumberingFormat { FormatCode = Formats.WholeShare, SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
        new C.CrossingAxis { Val = HiddenCategory },
        new C.Crosses { Val = C.CrossesValues.Maximum },
        new C.CrossBetween { Val = C.CrossBetweenValues.Between });

    private static C.Scaling Scale(double? top)
    {
        var scale = new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax });
        if (top is { } greatest)
            scale.Append(new C.MaxAxisValue { Val = greatest });
        scale.Append(new C.MinAxisValue { Val = 0 });
        return scale;
    }
}
