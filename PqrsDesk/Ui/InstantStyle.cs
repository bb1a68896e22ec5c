namespace PqrsDesk.Ui;

/// <summary>How much of an instant is shown. The whole of it is always in the tooltip.</summary>
public enum InstantStyle
{
    /// <summary>Day, month, year and time: <c>12 mar 2026, 14:30</c>.</summary>
    Usual,

    /// <summary>Day, month and time, where the year is plain.</summary>
    Brief,

    Date,
    Time,
    Full,

    /// <summary>How long ago, kept up to date by the browser: <c>5 min</c>, <c>3 h</c>, <c>2 d</c>.</summary>
    Age,
}
