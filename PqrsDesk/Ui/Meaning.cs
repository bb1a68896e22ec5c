using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Ui;

/// <summary>The four meanings that own a colour, each with its icon and word. Colour says nothing else in the desk.</summary>
public enum Meaning
{
    None = 0,
    OnTime = 1,
    AtRisk = 2,
    Overdue = 3,
    Paused = 4,
}

public static class Meanings
{
    /// <summary>The CSS class that carries the colour.</summary>
    public static string CssClass(this Meaning meaning) => meaning switch
    {
        Meaning.OnTime => "on-time",
        Meaning.AtRisk => "at-risk",
        Meaning.Overdue => "overdue",
        Meaning.Paused => "paused",
        Meaning.None => "",
    };

    /// <summary>The drawing in <see cref="DeskIcon"/>.</summary>
    public static string Icon(this Meaning meaning) => meaning switch
    {
        Meaning.OnTime => "check",
        Meaning.AtRisk => "warning",
        Meaning.Overdue => "alarm",
        Meaning.Paused => "pause",
        Meaning.None => "",
    };

    /// <summary>What a deadline means while its clock does not run; a running one depends on the time of day.</summary>
    public static Meaning MeaningAtRest(this DeadlineState state) => state switch
    {
        DeadlineState.Running or DeadlineState.Released => Meaning.None,
        DeadlineState.Paused => Meaning.Paused,
        DeadlineState.Met => Meaning.OnTime,
        DeadlineState.Breached => Meaning.Overdue,
    };

    /// <summary>The local name of an enumeration's member, such as <c>TicketKind.Petition</c>.</summary>
    public static string Word<TEnum>(this IStringLocalizer<UiTexts> texts, TEnum value)
        where TEnum : struct, Enum => texts[$"{typeof(TEnum).Name}.{value}"];
}
