using System.Globalization;
using Microsoft.Extensions.Primitives;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Portal;

/// <summary>What a citizen fills in. Everything is text as it was typed, so that it stands there again whatever it is.</summary>
public sealed class PublicForm
{
    private const string HousePrefix = "Propio.";

    /// <summary>The word of the form, sealed.</summary>
    public string Seal { get; set; } = "";
    public string Kind { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Description { get; init; } = "";
    public string Branch { get; init; } = "";

    /// <summary>As the list has it.</summary>
    public string Topic { get; init; } = "";
    public string Product { get; init; } = "";

    /// <summary>The house's own fields, by their numbers.</summary>
    public IReadOnlyDictionary<int, string> Fields { get; init; } = new Dictionary<int, string>();
    public bool Anonymous { get; init; }
    public bool Reserved { get; init; }
    public string Person { get; init; } = nameof(PersonKind.Natural);
    public string Name { get; init; } = "";
    public string DocumentType { get; init; } = "";
    public string Document { get; init; } = "";
    public string Email { get; init; } = "";
    public string Telephone { get; init; } = "";
    public string Address { get; init; } = "";
    public string Municipality { get; init; } = "";
    public string AnswerChannel { get; init; } = "";
    public IReadOnlyList<string> Attention { get; init; } = [];

    /// <summary>The version of the data policy that stood beside the box.</summary>
    public string PolicyVersion { get; init; } = "";
    public bool Consents { get; init; }

    /// <summary>Nobody sees this field; programs fill in whatever has a name.</summary>
    public string Website { get; init; } = "";

    /// <summary>Numbers of files that came with this form before, and are to go along.</summary>
    public IReadOnlyList<string?> Held { get; init; } = [];

    /// <summary>They were told that they had filed the same a moment ago, and mean it.</summary>
    public bool Again { get; init; }

    public static PublicForm Read(IFormCollection sent)
    {
        return new()
        {
            Seal = Text(nameof(Seal)),
            Kind = Text(nameof(Kind)),
            Subject = Text(nameof(Subject)),
            Description = Text(nameof(Description)),
            Branch = Text(nameof(Branch)),
            Topic = Text(nameof(Topic)),
            Product = Text(nameof(Product)),
            Fields = HouseValues(sent),
            Anonymous = Ticked(nameof(Anonymous)),
            Reserved = Ticked(nameof(Reserved)),
            Person = Text(nameof(Person)),
            Name = Text(nameof(Name)),
            DocumentType = Text(nameof(DocumentType)),
            Document = Text(nameof(Document)),
            Email = Text(nameof(Email)),
            Telephone = Text(nameof(Telephone)),
            Address = Text(nameof(Address)),
            Municipality = Text(nameof(Municipality)),
            AnswerChannel = Text(nameof(AnswerChannel)),
            Attention = [.. All(nameof(Attention)).OfType<string>()],
            PolicyVersion = Text(nameof(PolicyVersion)),
            Consents = Ticked(nameof(Consents)),
            Website = Text(nameof(Website)),
            Held = [.. All(FormFiles.Field)],
            Again = Ticked(nameof(Again)),
        };

        StringValues All(string name) => sent[name];
        string Text(string name) => Whole(All(name).ToString());
        bool Ticked(string name) => All(name) == "true";
    }

    /// <summary>The name of the input of a field of the house.</summary>
    public static string NameOf(CustomField field) => string.Create(CultureInfo.InvariantCulture, $"{HousePrefix}{field.Id}");

    public Filing ToFiling(DataConsent? consent, int? branchId) => new()
    {
        Kind = Named<TicketKind>(Kind) ?? default,
        Subject = Subject,
        Description = Description,
        Channel = Channel.Web,
        AreaId = default,
        BranchId = branchId,
        Topic = Topic,
        Product = Product,
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        AnswerChannel = Anonymous ? Domain.Customers.AnswerChannel.Portal : Named<AnswerChannel>(AnswerChannel) ?? default(AnswerChannel),
        AnswerTo = AnswerTo,
        Attention = Anonymous ? null : Attention.Aggregate(AttentionGroups.None, (all, each) => all | (Named<AttentionGroups>(each) ?? AttentionGroups.None)),
        Consent = Anonymous ? null : consent,
    };

    public PetitionerDetails ToPetitioner() => Anonymous ? new() { Anonymous = true } : new()
    {
        Reserved = Reserved,
        Person = Named<PersonKind>(Person) ?? default(PersonKind),
        Name = Name,
        DocumentType = Named<DocumentType>(DocumentType) ?? default(DocumentType),
        Document = Document,
        Email = Email,
        Telephone = Telephone,
        Address = Address,
        Municipality = Municipality,
    };

    /// <summary>The field that must be filled in for the answer to arrive by the way that was chosen; null when none must.</summary>
    public string? MissingAddress => Anonymous ? null : Named<AnswerChannel>(AnswerChannel) switch
    {
        Domain.Customers.AnswerChannel.Email when string.IsNullOrWhiteSpace(Email) => nameof(Email),
        Domain.Customers.AnswerChannel.Post when string.IsNullOrWhiteSpace(Address) => nameof(Address),
        Domain.Customers.AnswerChannel.Telephone when string.IsNullOrWhiteSpace(Telephone) => nameof(Telephone),
        _ => null,
    };

    private string? AnswerTo => Anonymous ? null : Named<AnswerChannel>(AnswerChannel) switch
    {
        Domain.Customers.AnswerChannel.Email => Email,
        Domain.Customers.AnswerChannel.Post => string.Join(", ", new[] { Address.Trim(), Municipality.Trim() }.Where(part => part.Length > 0)),
        Domain.Customers.AnswerChannel.Telephone => Telephone,
        _ => null,
    };

    /// <summary>Several boxes of one name are several choices. What no desk has is left out before it takes room.</summary>
    private static Dictionary<int, string> HouseValues(IFormCollection sent)
    {
        var values = new Dictionary<int, string>();
        foreach (var (name, said) in sent.Where(each => each.Key.StartsWith(HousePrefix, StringComparison.Ordinal)).Take(CustomField.Most * 2))
            if (int.TryParse(name.AsSpan(HousePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) values[id] = Whole(string.Join('\n', said.OfType<string>()));
        return values;
    }

    /// <summary>By name only: a number would pass for any of them.</summary>
    private static T? Named<T>(string name) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(name, StringComparer.Ordinal) && Enum.TryParse<T>(name, out var value) ? value : null;

    /// <summary>Neither store nor page takes what is no text.</summary>
    private static string Whole(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
