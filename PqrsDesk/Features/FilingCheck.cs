using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features;

/// <summary>Everything that is wrong with a form at once.</summary>
/// <remarks>
/// The domain names the first thing that is wrong. So that its rules are written once, each refused field is mended
/// in a copy and the domain asked again, until it has nothing more to say.
/// </remarks>
public static class FilingCheck
{
    private const string Something = "-";

    public static IReadOnlyList<Refusal> All(Filing filing, PetitionerDetails petitioner) =>
        [.. Of(filing, f => f.Refuse(), Mended), .. Of(petitioner, p => p.Refuse(), Mended)];

    /// <summary>And what the house asks for by kind, and holds against its own lists. What is wrong already is not said to be missing too.</summary>
    /// <param name="files">How many came along.</param>
    public static IReadOnlyList<Refusal> All(Filing filing, PetitionerDetails petitioner, ClassificationBook book, FilledBy by, int files)
    {
        var wrong = All(filing, petitioner);
        List<Refusal> more = [.. book.Required.Missing(filing, petitioner, files, by)];
        if (Unlisted(filing.Topic, filing.Product, book) is { } unlisted) more.Add(unlisted);
        return [.. wrong, .. more.Where(refusal => wrong.All(known => known.Field != refusal.Field))];
    }

    /// <summary>Where the house has a list, a person chooses from it.</summary>
    public static Refusal? Unlisted(string? typedTopic, string? typedProduct, ClassificationBook book) =>
        typedTopic?.Trim() is { Length: > 0 } topic && book.Topics.Count > 0 && book.TopicOf(topic) is null ? new(RefusalCode.TopicUnknown, nameof(Filing.Topic))
        : typedProduct?.Trim() is { Length: > 0 } product && !book.Products.Contains(product) ? new(RefusalCode.ProductUnknown, nameof(Filing.Product))
        : null;

    private static IEnumerable<Refusal> Of<T>(T form, Func<T, Refusal?> refuse, Func<T, string?, T?> mended) where T : class
    {
        for (var copy = form; copy is not null && refuse(copy) is { } refusal; copy = mended(copy, refusal.Field))
            yield return refusal;
    }

    /// <summary>Null when there is no such field: then what is known so far is all that can be said.</summary>
    private static Filing? Mended(Filing filing, string? field) => field switch
    {
        nameof(Filing.Kind) => filing with { Kind = TicketKind.Petition },
        nameof(Filing.Channel) => filing with { Channel = Channel.Internal },
        nameof(Filing.Urgency) => filing with { Urgency = Urgency.Medium },
        nameof(Filing.Impact) => filing with { Impact = Impact.Medium },
        nameof(Filing.PriorityOverride) => filing with { PriorityOverride = null },
        nameof(Filing.Subject) => filing with { Subject = Something },
        nameof(Filing.Description) => filing with { Description = Something },
        nameof(Filing.AnswerChannel) => filing with { AnswerChannel = null },
        nameof(Filing.AnswerTo) => filing with { AnswerTo = null },
        nameof(Filing.Attention) => filing with { Attention = null },
        nameof(Filing.Product) => filing with { Product = null },
        nameof(Filing.Language) => filing with { Language = null },
        nameof(Filing.Topic) => filing with { Topic = null },
        nameof(Filing.PriorityReason) => filing with { PriorityReason = Something },
        nameof(Filing.Verbal) or nameof(VerbalRecord.Constancia) => filing with { Verbal = null },
        nameof(PaperRecord.Folios) => filing with { Paper = null },
        _ => null,
    };

    private static PetitionerDetails? Mended(PetitionerDetails petitioner, string? field) => field switch
    {
        nameof(PetitionerDetails.Name) => petitioner with { Name = Something },
        nameof(PetitionerDetails.Person) => petitioner with { Person = null },
        nameof(PetitionerDetails.DocumentType) or nameof(PetitionerDetails.Document) => petitioner with { DocumentType = null, Document = null },
        nameof(PetitionerDetails.Email) => petitioner with { Email = null },
        nameof(PetitionerDetails.Telephone) => petitioner with { Telephone = null },
        nameof(PetitionerDetails.Address) => petitioner with { Address = null },
        nameof(PetitionerDetails.Municipality) => petitioner with { Municipality = null },
        _ => null,
    };
}
