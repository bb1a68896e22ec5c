using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>
/// A form of the portal that was filed, or a program's request that may come again: what comes with the same key again is
/// the same one, however many nodes it reaches.
/// </summary>
public sealed class SentForm
{
    public const int KeyLimit = 64;

    /// <summary>Hash of the word that the form was given when it was drawn, or of what the program calls its request.</summary>
    public required string Key { get; init; }
    public long TicketId { get; set; }

    /// <summary>Hash of who wrote and what; null for who is anonymous.</summary>
    public string? Likeness { get; init; }

    /// <summary>Hash of all that a program sent: another content with the same key is a slip of its own. Null: a form.</summary>
    public string? Content { get; init; }

    /// <summary>What the program was told, without the tracking code. Null: a form.</summary>
    public string? Answer { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Until when it may come again; null: for as long as the ticket.</summary>
    public DateTimeOffset? KeptUntil { get; init; }
}

/// <summary>What a filing that may be sent twice brings beside itself.</summary>
/// <param name="Code">Derived from what only the sender has: what is sent twice is told the same code twice.</param>
public sealed record FormSeal(string Key, string? Likeness, TrackingCode Code)
{
    /// <inheritdoc cref="SentForm.Content"/>
    public string? Content { get; init; }

    /// <summary>Says what the program is told, without the tracking code.</summary>
    public Func<FiledTicket, string>? Answer { get; init; }

    /// <summary>Null: for as long as the ticket.</summary>
    public TimeSpan? KeptFor { get; init; }

    /// <summary>The row of it, for the ticket that is about to be written.</summary>
    internal SentForm Sent(FiledTicket filed) => new()
    {
        Key = Key,
        Likeness = Likeness,
        Content = Content,
        Answer = Answer?.Invoke(filed),
        SentAt = filed.Ticket.FiledAt,
        KeptUntil = filed.Ticket.FiledAt + KeptFor,
    };
}
