using System.Globalization;
using PqrsDesk.Domain.Views;

namespace PqrsDesk.Ui;

/// <summary>A <see cref="QueueLayout"/> as part of an address.</summary>
public static class LayoutAddress
{
    private const char Between = ',';

    /// <summary>In the place of a grouping: one list.</summary>
    private const string Ungrouped = "no";

    public static IEnumerable<(string Name, string? Value)> Parameters(QueueLayout layout) =>
    [
        (QueueParameter.Columns, string.Join(Between, layout.Columns)),
        (QueueParameter.FieldColumns, string.Join(Between, layout.Fields.Select(field => field.ToString(CultureInfo.InvariantCulture)))),
        (QueueParameter.Density, layout.Density.ToString()),
        (QueueParameter.Group, layout.Grouping?.ToString() ?? Ungrouped),
    ];

    /// <returns>Null when the address says nothing of it; what it leaves out is as usual.</returns>
    public static QueueLayout? Read(string addressOrQuery, out IReadOnlyList<string> strange)
    {
        var read = new AddressReading(addressOrQuery);
        var columns = read.List<QueueColumn>(QueueParameter.Columns, Between);
        var fields = read.Numbers(QueueParameter.FieldColumns, Between);
        var density = read.Word<QueueDensity>(QueueParameter.Density);
        var plain = read.Text(QueueParameter.Group) == Ungrouped;
        QueueGrouping? grouping = plain ? null : read.Word<QueueGrouping>(QueueParameter.Group);
        strange = read.Strange;
        if (columns.Count == 0 && fields.Count == 0 && density is null && grouping is null && !plain) return null;
        var layout = (QueueLayout.Usual with { Density = density ?? QueueLayout.Usual.Density, Grouping = grouping }).WithFields(fields);
        return columns.Count == 0 ? layout : layout.With(columns);
    }
}
