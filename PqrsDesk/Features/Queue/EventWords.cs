using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>Who did what, in one line, for somebody whose change came too late.</summary>
internal static class EventWords
{
    public static string Say(IStringLocalizer<QueueTexts> texts, IStringLocalizer<UiTexts> words, LoggedEvent line) => line.Event switch
    {
        TicketEvent.Assigned assigned => texts["Event.Assigned", line.ByName, assigned.OwnerName],
        TicketEvent.Reassigned moved => texts["Event.Reassigned", line.ByName, moved.AreaName],
        TicketEvent.Reclassified reclassified => texts["Event.Reclassified", line.ByName, words.Word(reclassified.To)],
        TicketEvent.PriorityChanged changed => texts["Event.PriorityChanged", line.ByName, words.Word(changed.To)],
        _ => texts[$"Event.{line.Event.GetType().Name}", line.ByName],
    };
}
