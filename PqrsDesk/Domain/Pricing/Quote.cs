using System.Globalization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Pricing;

/// <summary>What somebody was offered, and what became of it.</summary>
/// <remarks>A revision is a quote of its own under the same number: those before it stay as they were.</remarks>
public sealed class Quote
{
    public const int NumberLimit = 40;
    public const int NameLimit = Customers.Customer.NameLimit;
    public const int ReasonLimit = 500;

    /// <summary>So many days at most may a quote be good for.</summary>
    public const int LongestValidity = 366;

    private QuoteContent _content = null!;
    private string _for = "";

    public int Id { get; private set; }
    public required int Year { get; init; }
    public required int Sequence { get; init; }

    /// <summary>From 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Null: for somebody who is no customer yet.</summary>
    public int? CustomerId { get; set; }

    /// <summary>Whom it is for, by the name of then.</summary>
    public required string For
    {
        get => _for;
        set => (_for, ForKey) = (value, KeyOf(value));
    }

    /// <summary>By which the name is found, whatever case and accents.</summary>
    public string ForKey { get; private set; } = "";
    public QuoteState State { get; private set; } = QuoteState.Draft;

    /// <summary>The last day on which it can be accepted.</summary>
    public required DateOnly ValidUntil { get; set; }
    public required QuoteContent Content
    {
        get => _content;
        set => (_content, Currency, PriceFrom, PriceTo) = (value, value.Model.Currency, value.Sheets.Min(sheet => sheet.Price.Amount), value.Sheets.Max(sheet => sheet.Price.Amount));
    }

    /// <summary>The least of its prices a month, beside the content so that a list need not read it.</summary>
    public decimal PriceFrom { get; private set; }
    public decimal PriceTo { get; private set; }
    public string Currency { get; private set; } = Money.Peso;
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeBy { get; init; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; private set; }

    /// <summary>Which of the offers was accepted, from 0.</summary>
    public int? Chosen { get; private set; }
    public int? ContractId { get; private set; }
    public int Version { get; private set; }

    public string Number => NumberOf(Year, Sequence, Revision);

    public static string NumberOf(int year, int sequence, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"COT-{year:0000}-{sequence:0000}") + (revision > 1 ? string.Create(CultureInfo.InvariantCulture, $"-r{revision}") : "");

    /// <summary>No longer than its place.</summary>
    private static string KeyOf(string name) => Texts.Cut(Ticket.Fold(name), NameLimit);

    /// <summary>What it is on a date: what was sent and not decided is over by itself after its last day.</summary>
    public QuoteState StateOn(DateOnly today) => State == QuoteState.Sent && today > ValidUntil ? QuoteState.Expired : State;

    /// <param name="customerId">Null: <paramref name="name"/> is a prospect's.</param>
    public PriceProblem? Change(int? customerId, string name, DateOnly validUntil, QuoteContent content)
    {
        if (State != QuoteState.Draft) return PriceProblemCode.NotADraft;
        (CustomerId, For, ValidUntil, Content) = (customerId, name, validUntil, content);
        Version++;
        return null;
    }

    public PriceProblem? Send(DateOnly today, DateTimeOffset now)
    {
        if (State != QuoteState.Draft) return PriceProblemCode.NotADraft;
        if (ValidUntil < today) return new(PriceProblemCode.ValidityPast, nameof(ValidUntil));
        (State, SentAt) = (QuoteState.Sent, now);
        Version++;
        return null;
    }

    /// <summary>The contract that was drafted from it was dropped: another may be, and their word holds that they gave.</summary>
    public bool LostItsContract => State == QuoteState.Accepted && ContractId is null;

    /// <summary>Whether it can be accepted today; null: it can.</summary>
    public PriceProblem? RefuseAcceptance(int offer, DateOnly today) =>
        StateOn(today) == QuoteState.Expired ? PriceProblemCode.Expired
        : State != QuoteState.Sent && !LostItsContract ? PriceProblemCode.NotOpen
        : offer < 0 || offer >= Content.Sheets.Count ? new(PriceProblemCode.OfferUnknown, "Offer")
        : null;

    /// <param name="contractId">What came of it.</param>
    public PriceProblem? Accept(int offer, int contractId, Actor by, DateOnly today, DateTimeOffset now)
    {
        if (RefuseAcceptance(offer, today) is { } wrong) return wrong;
        (State, Chosen, ContractId, DecidedAt, DecidedBy) = (QuoteState.Accepted, offer, contractId, now, by.Name);
        Version++;
        return null;
    }

    /// <summary>Also after its last day: that they said no is worth knowing.</summary>
    public PriceProblem? Reject(string? reason, Actor by, DateTimeOffset now)
    {
        if (State != QuoteState.Sent) return PriceProblemCode.NotOpen;
        if (string.IsNullOrWhiteSpace(reason)) return new(PriceProblemCode.ReasonMissing, nameof(Reason));
        if (reason.Length > ReasonLimit) return PriceProblem.Of(PriceProblemCode.TextTooLong, nameof(Reason), ReasonLimit);
        (State, Reason, DecidedAt, DecidedBy) = (QuoteState.Rejected, reason.Trim(), now, by.Name);
        Version++;
        return null;
    }

    /// <summary>The next revision, a draft.</summary>
    /// <param name="last">The highest revision under this number.</param>
    public Quote Revise(int last, DateOnly validUntil, Actor by, DateTimeOffset now) => new()
    {
        Year = Year,
        Sequence = Sequence,
        Revision = last + 1,
        CustomerId = CustomerId,
        For = For,
        ValidUntil = validUntil,
        Content = Content,
        MadeAt = now,
        MadeBy = by.Name,
    };
}

/// <summary>Numbers are stored and never reused.</summary>
public enum QuoteState
{
    Draft = 1,
    Sent = 2,
    Accepted = 3,
    Rejected = 4,

    /// <summary>Never stored: it comes with the day.</summary>
    Expired = 5,
}
