using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>Words by which the desk suggests what a filing is: editable, and it says which words made it.</summary>
/// <remarks>
/// A term is a word, a phrase of neighbouring words, or a beginning (<c>factur*</c>). Accents and case do not matter.
/// There are no regular expressions: a rule must be read by whoever keeps it, and no text can make it slow.
/// </remarks>
public sealed class KeywordRule
{
    public const int NameLimit = 80;
    public const int TermLimit = 80;
    public const int MostTerms = 60;
    public const int HeaviestWeight = 100;

    public int Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>One of them is enough; empty: none is needed.</summary>
    public IReadOnlyList<string> Any { get; set; } = [];

    /// <summary>All of them must be there.</summary>
    public IReadOnlyList<string> All { get; set; } = [];

    /// <summary>With one of these it does not count.</summary>
    public IReadOnlyList<string> Without { get; set; } = [];

    /// <summary>From 1 to <see cref="HeaviestWeight"/>: of several suggestions the one with the greatest sum wins.</summary>
    public int Weight { get; set; } = 10;

    public TicketKind? Kind { get; set; }
    public int? TopicId { get; set; }
    public int? AreaId { get; set; }
    public Urgency? Urgency { get; set; }

    /// <summary>Aplicar sola: its topic is put on what came without a person at a form, and without a topic.</summary>
    public bool AppliesAlone { get; set; }
    public bool Active { get; set; } = true;
}
