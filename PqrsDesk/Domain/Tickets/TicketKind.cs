namespace PqrsDesk.Domain.Tickets;

/// <summary>What a filing asks for. The acronym PQRS is open: entities also print PQRSD, PQRSF and others.</summary>
/// <remarks>Numbers are stored and never reused.</remarks>
public enum TicketKind
{
    /// <summary>Petición: a request of general or particular interest (Ley 1755 of 2015, art. 14).</summary>
    Petition = 1,

    /// <summary>Queja: discontent with the conduct of a person.</summary>
    Complaint = 2,

    /// <summary>Reclamo: discontent with the service or the product.</summary>
    Claim = 3,

    /// <summary>Sugerencia: a proposal to do better.</summary>
    Suggestion = 4,

    /// <summary>Consulta: an opinion on matters in the authority's charge (art. 14 num. 2).</summary>
    Inquiry = 5,

    /// <summary>Solicitud de documentos o información (art. 14 num. 1).</summary>
    DocumentRequest = 6,

    /// <summary>Denuncia: notice of conduct that may be an offence or a fault.</summary>
    Report = 7,

    /// <summary>Felicitación: thanks; it asks for nothing.</summary>
    Compliment = 8,
}
