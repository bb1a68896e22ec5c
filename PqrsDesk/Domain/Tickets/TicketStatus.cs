namespace PqrsDesk.Domain.Tickets;

/// <summary>Where a ticket stands. "Overdue" is not a status: it is a mark on any of these.</summary>
public enum TicketStatus
{
    /// <summary>Radicado: it has its number and no owner yet.</summary>
    Filed = 1,

    /// <summary>En trámite: somebody owns it.</summary>
    InProgress = 2,

    /// <summary>En espera del peticionario: the service clock is paused.</summary>
    AwaitingPetitioner = 3,

    /// <summary>Respondido: the substantive answer was sent.</summary>
    Answered = 4,

    /// <summary>Cerrado.</summary>
    Closed = 5,

    /// <summary>Desistido: the petitioner gave it up, expressly or by silence.</summary>
    Withdrawn = 6,

    /// <summary>Trasladado por competencia: another authority answers it.</summary>
    Transferred = 7,

    /// <summary>Anulado: it should not have been filed, or it is spam. Its number is never given again.</summary>
    Voided = 8,

    /// <summary>Acumulado: it is answered together with an older case about the same.</summary>
    Merged = 9,
}

public static class TicketStatuses
{
    /// <summary>Open tickets are those on the queue: nothing has ended them.</summary>
    public static bool IsOpen(this TicketStatus status) => status < TicketStatus.Answered;
}
