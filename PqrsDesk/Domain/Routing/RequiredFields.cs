using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>What the house can ask for by the kind of a filing, beside what every filing needs.</summary>
/// <remarks>Names are stored.</remarks>
public enum RequiredField
{
    Product = 1,
    Topic,
    Branch,
    Attachment,
    AnswerChannel,
    Document,
    Email,
    Telephone,
    Address,
}

/// <summary>Of whom it is asked.</summary>
public enum Requirement
{
    No = 0,

    /// <summary>The people of the house, and the programs that file for it.</summary>
    Staff,

    /// <summary>The citizen at the portal too.</summary>
    Everyone,
}

/// <summary>Who filled in what is filed: that decides what can be asked of them.</summary>
public enum FilledBy
{
    /// <summary>Nobody: a message as it came, by mail, chat or social network. It is never refused for what it lacks.</summary>
    Message = 0,

    /// <summary>Staff who copy what somebody else wrote: a paper of the box, a mail that is sorted. Nor is that.</summary>
    Copyist,
    Citizen,
    Staff,

    /// <summary>Staff with somebody before them, or on the telephone.</summary>
    Counter,
    Program,
}

public sealed record FieldDemand(TicketKind Kind, RequiredField Field, Requirement Of);

/// <summary>Which fields must be filled in, by kind.</summary>
/// <remarks>
/// Ley 1755 of 2015, arts. 13 to 16: whoever files without a name, or asks to be kept from the back office, is never
/// refused for personal data. A form that has no place for a field is not asked for it: the case shows that it is missing.
/// </remarks>
public sealed record RequiredFields(IReadOnlyList<FieldDemand> Demands)
{
    public static RequiredFields None { get; } = new([]);

    private static readonly RequiredField[] Personal = [RequiredField.AnswerChannel, RequiredField.Document, RequiredField.Email, RequiredField.Telephone, RequiredField.Address];

    /// <summary>Lists that are empty offer nothing to choose from.</summary>
    public bool HasTopics { get; init; } = true;
    public bool HasProducts { get; init; } = true;
    public bool HasBranches { get; init; } = true;

    public Requirement Of(TicketKind kind, RequiredField field) => Demands.FirstOrDefault(demand => demand.Kind == kind && demand.Field == field)?.Of ?? Requirement.No;

    /// <summary>The fields that must be filled in on a form, as far as they can be.</summary>
    /// <param name="nameless">Anonymous, or with a reserved identity.</param>
    public IReadOnlyList<RequiredField> Asked(TicketKind kind, FilledBy by, bool nameless) =>
    [
        .. Enum.GetValues<RequiredField>().Where(field => Offered(field) && HasPlace(by, field) && !(nameless && Personal.Contains(field)) && Of(kind, field) switch
        {
            Requirement.Everyone => true,
            Requirement.Staff => by != FilledBy.Citizen,
            _ => false,
        }),
    ];

    /// <summary>What a filing lacks, a refusal for each, in the order of the fields.</summary>
    public IReadOnlyList<Refusal> Missing(Filing filing, PetitionerDetails petitioner, int files, FilledBy by) =>
        [.. Asked(filing.Kind, by, petitioner.Anonymous || petitioner.Reserved).Where(field => !Has(field, filing, petitioner, files)).Select(RefusalOf)];

    /// <summary>What a case lacks, whoever was to give it: what its page shows as missing.</summary>
    public IReadOnlyList<RequiredField> MissingOn(TicketKind kind, bool nameless, Func<RequiredField, bool> has) =>
        [.. Enum.GetValues<RequiredField>().Where(field => Offered(field) && !(nameless && Personal.Contains(field)) && Of(kind, field) != Requirement.No && !has(field))];

    /// <summary>With another demand in the place of that one.</summary>
    public RequiredFields With(FieldDemand demand) => this with
    {
        Demands =
        [
            .. Demands.Where(each => (each.Kind, each.Field) != (demand.Kind, demand.Field)),
            .. demand.Of == Requirement.No ? Array.Empty<FieldDemand>() : [demand],
        ],
    };

    private bool Offered(RequiredField field) => field switch
    {
        RequiredField.Topic => HasTopics,
        RequiredField.Product => HasProducts,
        RequiredField.Branch => HasBranches,
        _ => true,
    };

    private static bool HasPlace(FilledBy by, RequiredField field) => by switch
    {
        FilledBy.Message or FilledBy.Copyist => false,
        FilledBy.Citizen => true,
        FilledBy.Counter => field != RequiredField.Attachment,

        // A program sends its files once it has the number.
        FilledBy.Program => field is RequiredField.Topic or RequiredField.Product or RequiredField.Document or RequiredField.Email or RequiredField.Telephone,
        FilledBy.Staff => field is not (RequiredField.Branch or RequiredField.Address or RequiredField.AnswerChannel),
    };

    private static bool Has(RequiredField field, Filing filing, PetitionerDetails petitioner, int files) => field switch
    {
        RequiredField.Product => Said(filing.Product),
        RequiredField.Topic => Said(filing.Topic),
        RequiredField.Branch => filing.BranchId is not null,
        RequiredField.Attachment => files > 0,
        RequiredField.AnswerChannel => filing.AnswerChannel is not null,
        RequiredField.Document => Said(petitioner.Document),
        RequiredField.Email => Said(petitioner.Email),
        RequiredField.Telephone => Said(petitioner.Telephone),
        RequiredField.Address => Said(petitioner.Address),
    };

    private static Refusal RefusalOf(RequiredField field) => field switch
    {
        RequiredField.Product => new(RefusalCode.ProductMissing, nameof(Filing.Product)),
        RequiredField.Topic => new(RefusalCode.TopicMissing, nameof(Filing.Topic)),
        RequiredField.Branch => new(RefusalCode.BranchMissing, nameof(Filing.BranchId)),
        RequiredField.Attachment => new(RefusalCode.AttachmentMissing, "Files"),
        RequiredField.AnswerChannel => new(RefusalCode.AnswerChannelUnknown, nameof(Filing.AnswerChannel)),
        RequiredField.Document => new(RefusalCode.DocumentMissing, nameof(PetitionerDetails.Document)),
        RequiredField.Email => new(RefusalCode.EmailMissing, nameof(PetitionerDetails.Email)),
        RequiredField.Telephone => new(RefusalCode.TelephoneMissing, nameof(PetitionerDetails.Telephone)),
        RequiredField.Address => new(RefusalCode.AddressMissing, nameof(PetitionerDetails.Address)),
    };

    private static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);
}
