using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A form of the portal that was filed: what comes with the same key again is the same form, however many nodes it reaches.</summary>
public sealed class SentForm
{
    public const int KeyLimit = 64;

    /// <summary>Hash of the word that the form was given when it was drawn.</summary>
    public required string Key { get; init; }
    public required long TicketId { get; init; }

    /// <summary>Hash of who wrote and what; null for who is anonymous.</summary>
    public string? Likeness { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>What a filing by a form brings beside itself.</summary>
/// <param name="Code">Derived from the form's word: what is sent twice is told the same code twice.</param>
public sealed record FormSeal(string Key, string? Likeness, TrackingCode Code);
