using System.Globalization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// One writing that asks for several things: each further one is a case of its own, under the number they have in common.
public sealed partial class Ticket
{
    /// <summary>With the case itself.</summary>
    public const int MostParts = 20;

    /// <summary>The number of the case that it is a part of; null when it was filed by itself.</summary>
    public string? PartOf { get; private set; }

    /// <summary>How many further parts were made of it.</summary>
    public int PartCount { get; private set; }

    /// <summary>
    /// Makes a further part. It has the petitioner, the channel and all else of this case, was filed when this was filed,
    /// and its legal term counts from then. The desk's own promises begin now: nobody could keep them before.
    /// </summary>
    /// <param name="whole">As it was filed.</param>
    /// <param name="level">Of the customer.</param>
    /// <param name="files">Files of this case that belong to the part too.</param>
    public (Decision Decision, Ticket? Part) Split(PartWish wish, Filing whole, Area area, ServiceLevel? level, IReadOnlyList<SharedFile> files, SlaBook book, Moment now)
    {
        if (!IsOpen) return (RefusalCode.TicketNotOpen, null);
        if (PartOf is { } first) return (new Refusal(RefusalCode.AlreadyAPart, null, first), null);
        var number = PartNumber(Number, PartCount + 2);
        if (PartCount + 2 > MostParts || number.Length > FilingNumberTemplate.NumberLimit)
            return (new Refusal(RefusalCode.TooManyParts, null, MostParts.ToString(CultureInfo.InvariantCulture)), null);
        var filing = FilingOf(wish, whole, area);
        if (filing.Refuse() is { } refusal) return (refusal, null);
        if (!area.Active) return (new Refusal(RefusalCode.AreaUnknown, nameof(PartWish.AreaId)), null);
        if (book.Choose(PolicyFacts.Of(filing, level, FiledOn)) is not { } terms) return (RefusalCode.NoPolicyApplies, null);
        var part = new Ticket();
        var ground = book.Law.Choose(Regime ?? LegalBook.FirstRegime, filing.Kind, filing.Priority, EffectiveFiledOn);
        part.Record(
            new TicketEvent.Filed(number, Tidy(filing), filing.Priority, area.Name, terms.Policy.Id, EffectiveFiledOn, book.LegalCalendarVersionId, ground, PartOf: new(Number, FiledAt, FiledOn), ContractId: terms.Policy.Definition.ContractId),
            now, book);
        foreach (var file in files) part.Attach(file.Id, file.Name, file.Bytes, book, now, file.ForPetitioner);
        return (Record(new TicketEvent.SplitOff(number, part.Kind, part.Subject, area.Name), now, book), part);
    }

    /// <summary>The radicado of a part: that of the case, a hyphen more than any number of the sequence has, and which it is.</summary>
    public static string PartNumber(string whole, int part) => string.Create(CultureInfo.InvariantCulture, $"{whole}-{part}");

    /// <summary>What the petitioner brought goes along; what was said of the first matter does not.</summary>
    private Filing FilingOf(PartWish wish, Filing whole, Area area) => whole with
    {
        Kind = wish.Kind,
        Subject = wish.Subject ?? "",
        Description = wish.Text ?? "",
        AreaId = area.Id,
        Topic = null,
        PriorityOverride = null,
        PriorityReason = null,
        PetitionerId = PetitionerId,
        PetitionerName = PetitionerName,
        CustomerId = CustomerId,
        Regime = Regime,

        // The sheet of the box counts papers, and this is the same one.
        Paper = null,
    };
}

/// <summary>What a further part is to be.</summary>
/// <param name="Text">The piece of the writing that asks for it.</param>
/// <param name="FileIds">Files of the case that belong to it too.</param>
public sealed record PartWish(TicketKind Kind, string? Subject, string? Text, int AreaId, IReadOnlyList<Guid>? FileIds = null);

/// <summary>A file that two cases have.</summary>
public sealed record SharedFile(Guid Id, string Name, long Bytes, bool ForPetitioner);
