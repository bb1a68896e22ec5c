using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Sla;

/// <summary>The legal term of each kind, in business days from the day after filing.</summary>
/// <remarks>
/// Ley 1755 of 2015 (title II of Ley 1437 of 2011, CPACA), art. 14: petitions in general 15, documents and
/// information 10, consultas 30. A felicitación asks for nothing and has no term.
/// </remarks>
public static class LegalTerms
{
    public static int? BusinessDaysFor(TicketKind kind) => kind switch
    {
        TicketKind.Petition or TicketKind.Complaint or TicketKind.Claim or TicketKind.Suggestion or TicketKind.Report => 15,
        TicketKind.Inquiry => 30,
        TicketKind.DocumentRequest => 10,
        TicketKind.Compliment => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };
}
