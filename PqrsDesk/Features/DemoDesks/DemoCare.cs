using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>The steps of good care at the demo desk: complaints are reviewed, some steps are done, one was left out, two answers wait.</summary>
internal static class DemoCare
{
    private static readonly Investigation Found = new(
        "Se revisó el caso con el área: los hechos son como los cuenta el peticionario.", "Un paso del procedimiento que nadie verificó.", "Registro del sistema y entrevista con quien atendió.");

    /// <summary>What comes with the product, and complaints want the approval of a lead.</summary>
    public static CareDefinition Rules => new() { Reviews = [new() { Kinds = [TicketKind.Complaint] }] };

    /// <summary>Answers as the rules ask for it.</summary>
    /// <param name="lead">Who approves; null: it is left waiting.</param>
    public static Decision Answer(Ticket ticket, string text, StaffMember? lead, SlaBook book, Moment now)
    {
        if (book.Care.RequiredOf(ticket.Kind).Contains(CareStep.Investigate) && !ticket.StepsDone.HasFlag(CareSteps.Investigate))
            ticket.CompleteStep(CareStep.Investigate, null, Found, book, now);
        if (ticket.ReviewWanted(book) is null) return ticket.Answer(text, book, now);
        var proposed = ticket.ProposeAnswer(text, null, null, book, now);
        if (lead is null) return proposed;
        ticket.ApproveAnswer(null, null, book, now with { By = Actor.Staff(lead) });
        return ticket.Answer(text, book, now);
    }

    /// <param name="tickets">In the order of their filing.</param>
    public static void Make(IReadOnlyList<Ticket> tickets, IReadOnlyList<StaffMember> staff, SlaBook book, DateTimeOffset now)
    {
        var lead = staff.First(member => member.Role == Role.Lead);
        var held = tickets.Where(ticket => ticket is { IsOpen: true, OwnerId: not null } && ticket.NextDueAt > now.AddHours(2)).ToList();
        foreach (var ticket in held.Where(ticket => ticket.Kind == TicketKind.Claim).Take(3))
            ticket.CompleteStep(CareStep.Understand, $"Pide que se corrija y se le explique: {ticket.Subject}.", null, book, By(ticket));
        if (held.FindLast(ticket => ticket.Kind == TicketKind.Claim) is { } known)
            known.SkipStep(CareStep.Investigate, "La causa ya se conoce: es la misma falla del portal de esta semana.", book, Moment.Of(now, book.Zone, Actor.Staff(lead)));
        foreach (var ticket in held.OrderByDescending(ticket => ticket.Kind == TicketKind.Complaint).Take(2))
            ticket.ProposeAnswer($"Cordial saludo.\n\nRevisamos su caso sobre «{ticket.Subject}» y tiene usted la razón. Hablamos con la persona responsable y desde el lunes hay una medida nueva para que no se repita.\n\nGracias por escribirnos. Si algo no queda claro, responda este mensaje.", null, "¿Está bien la medida que se ofrece?", book, By(ticket));

        Moment By(Ticket ticket) => Moment.Of(now, book.Zone, Actor.Staff(staff.First(member => member.Id == ticket.OwnerId)));
    }
}
