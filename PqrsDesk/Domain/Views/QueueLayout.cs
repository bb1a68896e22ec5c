namespace PqrsDesk.Domain.Views;

/// <summary>What can stand in a column of the queue.</summary>
public enum QueueColumn
{
    Number = 1,
    Kind,
    Subject,
    Petitioner,
    Area,
    WorkQueue,
    Owner,
    Priority,
    Status,
    Topic,
    Product,
    Channel,
    Filed,
    Age,
    Activity,
    Due,
}

public enum QueueDensity
{
    /// <summary>40 px a row.</summary>
    Comfortable = 1,

    /// <summary>32 px.</summary>
    Compact = 2,
}

/// <summary>What rows are put together by.</summary>
public enum QueueGrouping
{
    /// <summary>How near the deadline is.</summary>
    Due = 1,
    Status,
    Area,
    Owner,
    Priority,
    Kind,
    Topic,
}

/// <summary>How a list of tickets is laid out. A value: equal layouts are drawn once for all who look.</summary>
public sealed record QueueLayout
{
    /// <summary>More of them leave no room for the case.</summary>
    public const int MostFields = 6;

    public static QueueLayout Usual { get; } = new();

    /// <summary>In their order; the subject, by which a case is opened, always among them.</summary>
    public IReadOnlyList<QueueColumn> Columns { get; private init; } =
        [QueueColumn.Number, QueueColumn.Kind, QueueColumn.Subject, QueueColumn.Area, QueueColumn.Owner, QueueColumn.Priority, QueueColumn.Status, QueueColumn.Age, QueueColumn.Due];

    /// <summary>Numbers of the house's own fields that have a column too, behind the others and before the deadline.</summary>
    public IReadOnlyList<int> Fields { get; private init; } = [];

    public QueueDensity Density { get; init; } = QueueDensity.Comfortable;

    /// <summary>Null: one list.</summary>
    public QueueGrouping? Grouping { get; init; }

    public bool HasUsualColumns => Fields.Count == 0 && Columns.SequenceEqual(Usual.Columns);

    /// <param name="columns">One that is named twice stands where it was named first; without the subject, it comes first.</param>
    public QueueLayout With(IEnumerable<QueueColumn> columns)
    {
        List<QueueColumn> wanted = [.. columns.Where(Enum.IsDefined).Distinct()];
        if (!wanted.Contains(QueueColumn.Subject)) wanted.Insert(0, QueueColumn.Subject);
        return this with { Columns = wanted };
    }

    /// <summary>Shows these fields of the house and no others.</summary>
    public QueueLayout WithFields(IEnumerable<int> fields) => this with { Fields = [.. fields.Distinct().Take(MostFields)] };

    /// <summary>Shows a column, at its usual place among the others, or takes it away.</summary>
    public QueueLayout Toggle(QueueColumn column)
    {
        if (Columns.Contains(column)) return With(Columns.Where(each => each != column));
        var at = Columns.TakeWhile(each => each < column).Count();
        return With([.. Columns.Take(at), column, .. Columns.Skip(at)]);
    }

    /// <param name="by">Places to the right; negative: to the left.</param>
    public QueueLayout Move(QueueColumn column, int by)
    {
        var columns = Columns.ToList();
        var from = columns.IndexOf(column);
        if (from < 0) return this;
        columns.RemoveAt(from);
        columns.Insert(Math.Clamp(from + by, 0, columns.Count), column);
        return With(columns);
    }

    public bool Equals(QueueLayout? other) => other is not null && Density == other.Density && Grouping == other.Grouping && Columns.SequenceEqual(other.Columns) && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => Fields.Aggregate(Columns.Aggregate(HashCode.Combine(Density, Grouping), HashCode.Combine), HashCode.Combine);
}
