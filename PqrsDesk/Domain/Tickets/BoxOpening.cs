using PqrsDesk.Domain.People;

namespace PqrsDesk.Domain.Tickets;

/// <summary>Acta de apertura: a suggestion box was opened before witnesses, and this was in it.</summary>
public sealed class BoxOpening
{
    public const int OpenersLimit = 500;
    public const int KeyLimit = 64;
    public const int MostPapers = 200;

    public int Id { get; private set; }

    /// <summary>Of the form that registers it: sent twice, it is one opening.</summary>
    public required string Key { get; init; }
    public required int BranchId { get; init; }
    public Branch? Branch { get; init; }
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Who opened it and who was there, by name.</summary>
    public required string Openers { get; init; }

    /// <summary>How many papers were in it. None is an opening too.</summary>
    public required int Papers { get; init; }
    public required string RegisteredBy { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <param name="today">The desk's date.</param>
    /// <param name="rows">Papers that were written down.</param>
    public static Refusal? Refuse(DateOnly openedOn, string? openers, int papers, int rows, DateOnly today) =>
        openedOn > today ? new(RefusalCode.OpenedTooLate, nameof(OpenedOn))
        : string.IsNullOrWhiteSpace(openers) ? new(RefusalCode.OpenersMissing, nameof(Openers))
        : Texts.TooLong(openers, OpenersLimit, nameof(Openers))
        ?? (papers != rows || papers is < 0 or > MostPapers ? new Refusal(RefusalCode.PapersMiscounted, nameof(Papers)) : null);
}

/// <summary>One paper of an opening, and what it was filed as.</summary>
public sealed class BoxPaper
{
    public required int OpeningId { get; init; }

    /// <summary>From 1, in the order of the minutes.</summary>
    public required int Row { get; init; }
    public required long TicketId { get; init; }
    public Ticket? Ticket { get; init; }
    public required int Folios { get; init; }
}

/// <summary>Where a paper came from, in the log of its ticket.</summary>
/// <param name="Folios">Sheets.</param>
public sealed record PaperRecord(int OpeningId, DateOnly OpenedOn, int Row, int Folios)
{
    public const int MostFolios = 9_999;

    public Refusal? Refuse() => Folios is < 1 or > MostFolios ? new(RefusalCode.FoliosInvalid, nameof(Folios)) : null;
}
