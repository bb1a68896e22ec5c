using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;

namespace PqrsDesk.Features.Casework;

/// <summary>What the house's lists and rules have to say of a case.</summary>
internal sealed record ClassReading(Suggestion<TopicChoice>? Suggested, SuggestedArea? Area, IReadOnlyList<RequiredField> Missing)
{
    public static ClassReading Of(TicketSight ticket, TicketEvent first, int files, ClassificationBook book)
    {
        if (!ticket.IsOpen) return new(null, null, []);
        var suggested = ticket.Topic is null ? book.Suggest(ticket.Subject, TicketDocument.DescriptionOf(first)).Topic : null;
        var area = book.TopicOf(ticket.Topic) is { AreaId: { } id, Area: { } name } && id != ticket.AreaId ? new SuggestedArea(id, name) : null;
        var who = ticket.Petitioner;
        return new(suggested, area, book.Required.MissingOn(ticket.Kind, who.Reserved || who.Name is null, field => field switch
        {
            RequiredField.Product => ticket.Product is not null,
            RequiredField.Topic => ticket.Topic is not null,
            RequiredField.Branch => who.Branch is not null,
            RequiredField.Attachment => files > 0,
            RequiredField.AnswerChannel => who.AnswerChannel is not null,
            RequiredField.Document => who.Document is not null,
            RequiredField.Email => who.Email is not null,
            RequiredField.Telephone => who.Telephone is not null,
            RequiredField.Address => who.Address is not null,
        }));
    }
}
