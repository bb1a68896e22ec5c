using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>The figures of the days of a period, and what had gathered before the first: enough for all its days, weeks and months.</summary>
public sealed class DaySpan
{
    private readonly Period _period;
    private readonly DayFigures[] _days;
    private readonly int[] _open;
    private readonly int[] _overdue;
    private readonly int[] _owedReply;
    private readonly List<DayFigures> _rows;
    private readonly List<DayFigures> _before;

    /// <param name="before">Sums of all days before the period, in any number of rows.</param>
    /// <param name="rows">Of days of the period; one day may have several, which add up.</param>
    public DaySpan(Period period, IEnumerable<DayFigures> before, IEnumerable<DayFigures> rows)
    {
        _period = period;
        _before = [.. before];
        _rows = [.. rows];
        _days = [.. period.Days.Select(day => new DayFigures(day, 0, default))];
        foreach (var row in _rows) _days[row.Day.DayNumber - period.From.DayNumber].Add(row);
        OpenBefore = _before.Sum(row => row.Open);
        _open = Running(OpenBefore, row => row.Open);
        _overdue = Running(_before.Sum(row => row.Overdue), row => row.Overdue);
        _owedReply = Running(_before.Sum(row => row.OwedReply), row => row.OwedReply);
    }

    /// <summary>The backlog when the period began.</summary>
    public int OpenBefore { get; }

    public DayCount Day(DateOnly day)
    {
        var figures = _days[At(day)];
        return new(day, figures.Received, figures.Answered, figures.Closed, figures.Ended);
    }

    /// <summary>What came in and went out in a part of the period.</summary>
    public Flow Flow(Period part) => new(
        Sum(part, day => day.Received), Sum(part, day => day.Answered), Sum(part, day => day.Closed), Sum(part, day => day.ClosedReopened));

    /// <summary>What lay on the queue when a part of the period ended.</summary>
    public Stock Stock(Period part) => new(_open[At(part.To)], _overdue[At(part.To)]);

    /// <summary>Timeliness of the answers of a part of the period, with the cut at the part's own end.</summary>
    public Timeliness Resolution(Period part) => new(
        Sum(part, day => day.AnsweredInTime), Sum(part, day => day.AnsweredLate), _overdue[At(part.To)]);

    /// <summary>Timeliness of the first replies.</summary>
    public Timeliness FirstResponse(Period part) => new(
        Sum(part, day => day.RepliedInTime), Sum(part, day => day.RepliedLate), _owedReply[At(part.To)]);

    public IEnumerable<CountBy<Priority>> ByPriority() => Received(row => row.Priority);

    /// <summary>By the number of the area.</summary>
    public IEnumerable<CountBy<int>> ByArea() => Received(row => row.AreaId);

    /// <summary>Timeliness of the whole period by area and priority, where there was any.</summary>
    public IEnumerable<(int AreaId, Priority Priority, Timeliness Resolution)> Cells() =>
        from cell in _before.Select(row => (Row: row, Within: false)).Concat(_rows.Select(row => (Row: row, Within: true)))
            .GroupBy(each => (each.Row.AreaId, each.Row.Priority))
        let resolution = new Timeliness(
            cell.Sum(each => each.Within ? each.Row.AnsweredInTime : 0),
            cell.Sum(each => each.Within ? each.Row.AnsweredLate : 0),
            cell.Sum(each => each.Row.Overdue))
        where resolution.Total > 0
        select (cell.Key.AreaId, cell.Key.Priority, resolution);

    private IEnumerable<CountBy<T>> Received<T>(Func<DayFigures, T> heading) =>
        _rows.GroupBy(heading).Select(group => new CountBy<T>(group.Key, group.Sum(row => row.Received))).Where(row => row.Count > 0);

    private int[] Running(int before, Func<DayFigures, int> change)
    {
        var running = new int[_days.Length];
        for (var day = 0; day < _days.Length; day++) running[day] = before += change(_days[day]);
        return running;
    }

    private int Sum(Period part, Func<DayFigures, int> figure)
    {
        var sum = 0;
        for (var day = At(part.From); day <= At(part.To); day++) sum += figure(_days[day]);
        return sum;
    }

    private int At(DateOnly day) => day.DayNumber - _period.From.DayNumber;
}
