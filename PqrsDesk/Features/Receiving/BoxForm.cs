using System.Text.Json.Serialization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Receiving;

/// <summary>The minutes of an opening, and its papers.</summary>
public sealed class BoxForm
{
    public string Word { get; set; } = FormWords.New();
    public int? BranchId { get; set; }
    public DateOnly OpenedOn { get; set; }
    public string Openers { get; set; } = "";
    public int AreaId { get; set; }

    /// <summary>How many the minutes say.</summary>
    public int Papers { get; set; } = 1;
    public List<PaperForm> Rows { get; set; } = [new()];

    [JsonIgnore]
    public bool Touched => Openers.Length > 0 || Rows.Exists(row => row.Touched);

    /// <summary>As many rows as the minutes say; what was written is never thrown away.</summary>
    public void Count(int papers)
    {
        Papers = Math.Clamp(papers, 0, BoxOpening.MostPapers);
        while (Rows.Count < Papers) Rows.Add(new());
        while (Rows.Count > Papers && !Rows[^1].Touched) Rows.RemoveAt(Rows.Count - 1);
    }
}

/// <summary>A box as its draft is kept, with how far its registration came.</summary>
/// <param name="Filed">Papers that have their number.</param>
public sealed record KeptBox(BoxForm Form, int? OpeningId, int Filed);

/// <summary>One paper, as it is copied out.</summary>
public sealed class PaperForm
{
    private const int DerivedSubject = 90;

    public string Word { get; set; } = FormWords.New();

    /// <summary>Most of what is in such a box is a suggestion.</summary>
    public TicketKind Kind { get; set; } = TicketKind.Suggestion;
    public string Words { get; set; } = "";
    public string Topic { get; set; } = "";
    public string Product { get; set; } = "";
    public int Folios { get; set; } = 1;

    /// <summary>Empty: nobody signed it.</summary>
    public string Name { get; set; } = "";
    public string Document { get; set; } = "";

    /// <summary>A mail address or a telephone, as it stands on the paper.</summary>
    public string Contact { get; set; } = "";

    [JsonIgnore]
    public bool Touched => Words.Length > 0 || Name.Length > 0 || Document.Length > 0 || Contact.Length > 0;

    /// <param name="openingId">0 while the minutes are not registered.</param>
    public Filing ToFiling(BoxForm box, int openingId, int row) => new()
    {
        Kind = Kind,
        Subject = Headings.Beginning(Words, DerivedSubject),
        Description = Words,
        Channel = Channel.SuggestionBox,
        AreaId = box.AreaId,
        BranchId = box.BranchId,
        Topic = Topic,
        Product = Product,
        Paper = new(openingId, box.OpenedOn, row, Folios),
    };

    public PetitionerDetails ToPetitioner() => Name.Trim().Length == 0
        ? new PetitionerDetails { Anonymous = true }
        : new PetitionerDetails
        {
            Name = Name,
            Document = Document,
            Email = Contact.Contains('@', StringComparison.Ordinal) ? Contact : null,
            Telephone = Contact.Contains('@', StringComparison.Ordinal) ? null : Contact,
        };
}
