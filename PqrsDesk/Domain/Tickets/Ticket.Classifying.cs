using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// What it is, what it is about and how soon. Kind and priority move deadlines, and ask for a reason that stays in the log.
public sealed partial class Ticket
{
    /// <summary>Most citizens mistake queja for reclamo: staff correct it, and the legal term follows the new kind.</summary>
    /// <param name="regime">Another regime of law; null: it stays under its own.</param>
    public Decision Reclassify(TicketKind kind, string? reason, SlaBook book, Moment now, string? regime = null)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (!Enum.IsDefined(kind)) return new Refusal(RefusalCode.KindUnknown, "Kind");
        var own = Regime ?? LegalBook.FirstRegime;
        regime ??= own;
        if (kind == Kind && regime == own) return RefusalCode.NothingChanged;
        if (regime != own && !book.Law.Offers(regime)) return new Refusal(RefusalCode.RegimeUnknown, nameof(Regime), regime);
        if (Texts.Reason(reason) is { } refusal) return refusal;
        return Record(new TicketEvent.Reclassified(Kind, kind, Tidy(reason), Ground(regime, kind, Priority, book)), now, book);
    }

    /// <summary>Says what it is about: topic and product together, also of what is over. It is undone by doing it again. No clock goes by them, but where a contract of the customer is for the product: then it promises.</summary>
    /// <param name="topic">Null: none.</param>
    /// <param name="why">The suggestion that was taken.</param>
    public Decision Classify(string? topic, string? product, SlaBook book, Moment now, IReadOnlyList<SuggestionReason>? why = null)
    {
        var (to, of) = (NullIfBlank(topic), NullIfBlank(product));
        if ((Texts.TooLong(to, Filing.TopicLimit, nameof(Topic)) ?? Texts.TooLong(of, Catalogue.Product.NameLimit, nameof(Product))) is { } refusal) return refusal;
        if (to == Topic && of == Product) return Decision.Ok;
        var other = of is not null && of != Product;
        var decision = Record(new TicketEvent.Classified(Topic, to, Product, of, why), now, book);
        if (other) StandOnContract(book, now);
        return decision;
    }

    /// <summary>Its product is called otherwise now. Of cases about another one nothing changes.</summary>
    public Decision FollowName(string from, string to, SlaBook book, Moment now) =>
        Product == from && from != to ? Record(new TicketEvent.ProductRenamed(from, to), now, book) : Decision.Ok;

    /// <summary>Changes the priority; the resolution clock takes the new target with the time already used.</summary>
    public Decision ChangePriority(Priority priority, string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (!Enum.IsDefined(priority)) return new Refusal(RefusalCode.PriorityUnknown, "Priority");
        if (priority == Priority) return Decision.Ok;
        return Texts.Reason(reason) is { } refusal ? refusal : Become(priority, Tidy(reason), book, now);
    }

    /// <summary>The legal term goes along where the law asks for the priority.</summary>
    private Decision Become(Priority priority, string reason, SlaBook book, Moment now)
    {
        var ground = PolicyVersionId is null ? null : Ground(Regime ?? LegalBook.FirstRegime, Kind, priority, book);
        return Record(new TicketEvent.PriorityChanged(Priority, priority, reason, ground?.RuleId == RuleOfLaw(book)?.Id ? null : ground), now, book);
    }

    private LegalGround Ground(string regime, TicketKind kind, Priority priority, SlaBook book) =>
        book.Law.Choose(regime, kind, priority, EffectiveFiledOn, RuleOfLaw(book));
}
