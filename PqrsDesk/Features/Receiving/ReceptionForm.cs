using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Receiving;

/// <summary>What an agent takes down while somebody speaks.</summary>
public sealed class ReceptionForm
{
    private const int DerivedSubject = 90;

    /// <summary>What makes it one form: pressed twice, it is filed once.</summary>
    public string Word { get; set; } = FormWords.New();

    /// <summary>The contact that the agent recognised; null: nobody, or somebody new.</summary>
    public int? KnownId { get; set; }
    public bool Anonymous { get; set; }
    public string Name { get; set; } = "";
    public string Document { get; set; } = "";
    public string Telephone { get; set; } = "";
    public string Email { get; set; } = "";
    public string Address { get; set; } = "";

    /// <summary>Null until one is chosen: a kind that nobody chose would be a wrong one.</summary>
    public TicketKind? Kind { get; set; }
    public string Words { get; set; } = "";

    /// <summary>Empty: the first words of what was said.</summary>
    public string Subject { get; set; } = "";
    public string Topic { get; set; } = "";
    public string Product { get; set; } = "";

    /// <summary>What is typed into the house's own fields, by their numbers.</summary>
    public Dictionary<int, string> Fields { get; init; } = [];
    public int AreaId { get; set; }

    /// <summary>A person chose it, and no suggestion changes it.</summary>
    public bool AreaChosen { get; set; }
    public int? BranchId { get; set; }
    public Channel Channel { get; set; } = Channel.Telephone;
    public AnswerChannel? AnswerChannel { get; set; }

    /// <summary>Null until the constancia has been offered.</summary>
    public ConstanciaChoice? Constancia { get; set; }

    /// <summary>Whether there is something that a person would miss.</summary>
    [JsonIgnore]
    public bool Touched => KnownId is not null || Kind is not null || new[] { Name, Document, Telephone, Email, Address, Words, Subject, Topic, Product }.Concat(Fields.Values).Any(text => text.Length > 0);

    [JsonIgnore]
    public FormSeal Seal => FormWords.Seal(Word);

    /// <summary>Where to, by the way that was chosen.</summary>
    [JsonIgnore]
    public (string Field, string Value)? AnswerAt => AnswerChannel switch
    {
        Domain.Customers.AnswerChannel.Email => (nameof(PetitionerDetails.Email), Email),
        Domain.Customers.AnswerChannel.Telephone => (nameof(PetitionerDetails.Telephone), Telephone),
        Domain.Customers.AnswerChannel.Post => (nameof(PetitionerDetails.Address), Address),
        Domain.Customers.AnswerChannel.Portal or Domain.Customers.AnswerChannel.InPerson or null => null,
        _ => null,
    };

    public void Know(KnownContact contact)
    {
        (KnownId, Anonymous) = (contact.Id, false);
        (Name, Document, Email, Address) = (contact.Name, contact.Document ?? "", contact.Email ?? "", contact.Address ?? "");

        // Who calls from another number than the known one is asked about it; what is typed already stays.
        if (Telephone.Length == 0 || contact.Telephone is not null) Telephone = contact.Telephone ?? "";
    }

    public void Forget()
    {
        KnownId = null;
        (Name, Document, Telephone, Email, Address) = ("", "", "", "", "");
    }

    public Filing ToFiling() => new()
    {
        Kind = Kind ?? default,
        Subject = Subject.Trim().Length > 0 ? Subject : Headings.Beginning(Words, DerivedSubject),
        Description = Words,
        Channel = Channel,
        AreaId = AreaId,
        Topic = Topic,
        Product = Product,
        BranchId = BranchId,
        AnswerChannel = AnswerChannel,
        AnswerTo = AnswerAt?.Value,
        Verbal = new(Constancia ?? default),
    };

    public PetitionerDetails ToPetitioner() => Anonymous
        ? new PetitionerDetails { Anonymous = true }
        : new PetitionerDetails { KnownId = KnownId, Name = Name, Document = Document, Email = Email, Telephone = Telephone, Address = Address };
}

/// <summary>The beginning of what was said, where nobody gave it a heading.</summary>
internal static class Headings
{
    /// <summary>"Sí." says nothing yet.</summary>
    private const int LeastHeading = 8;

    public static string Beginning(string text, int limit)
    {
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        var stop = line.IndexOfAny(['.', ';', '?', '!']);
        var end = stop >= LeastHeading ? stop : line.Length;
        if (end <= limit) return line[..end].Trim();
        var cut = line.LastIndexOf(' ', limit);
        cut = cut > limit / 2 ? cut : limit;
        return Texts.Cut(line, cut) + "…";
    }
}

/// <summary>The secret word of a form inside the desk, as the portal's forms have one.</summary>
internal static class FormWords
{
    private const int Bytes = 16;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    public static FormSeal Seal(string word)
    {
        var secret = Encoding.UTF8.GetBytes(word);
        return new(Convert.ToHexStringLower(SHA256.HashData([.. "reception"u8, .. secret])), null, TrackingCode.From(secret));
    }
}
