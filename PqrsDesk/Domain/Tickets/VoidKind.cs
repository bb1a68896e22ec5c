namespace PqrsDesk.Domain.Tickets;

/// <summary>Why a case should not have been filed.</summary>
public enum VoidKind
{
    /// <summary>Anulado: filed by mistake, a test, no petition at all.</summary>
    Void = 1,

    /// <summary>No deseado: sent in bulk, by a machine or to harm.</summary>
    Spam = 2,
}
