using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>Plantilla: what is written often, with places for what is filled in, in both languages.</summary>
public sealed class ReplyTemplate
{
    public const int NameLimit = 80;
    public const int TextLimit = Texts.MessageLimit;

    public int Id { get; private set; }
    public required string Name { get; set; }
    public required string Spanish { get; set; }

    /// <summary>Null: petitioners who write in English are answered in Spanish.</summary>
    public string? English { get; set; }

    /// <summary>What kind of case it is for, and under which topic, with its subtopics; null: any.</summary>
    public TicketKind? Kind { get; set; }
    public int? TopicId { get; set; }
    public Sharing Sharing { get; set; } = Sharing.Private;

    /// <summary>Whose it is, while it is an area's.</summary>
    public int? AreaId { get; set; }

    /// <summary>Who made it.</summary>
    public required int OwnerId { get; set; }
    public bool Active { get; set; } = true;
    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }

    public bool MayBeUsedBy(AnswersReader reader) => Sharing switch
    {
        Sharing.Everyone => true,
        Sharing.Area => AreaId == reader.AreaId || OwnerId == reader.StaffId || reader.Leads,
        _ => OwnerId == reader.StaffId,
    };

    /// <summary>One's own while nobody else uses it; what is shared is for leads.</summary>
    public bool MayBeChangedBy(AnswersReader reader) => Sharing == Sharing.Private ? OwnerId == reader.StaffId : reader.Leads;

    public bool SpeaksEnglish(string? language) => language == Article.English && English is not null;

    /// <summary>As it is sent about a case, in the case's language where there is a text in it.</summary>
    public string Fill(CaseFacts of, WritingFacts by)
    {
        var english = SpeaksEnglish(of.Language);
        return Places.Fill(english ? English! : Spanish, CasePlaces.Words(of, by, english));
    }

    /// <summary>Null when it can be saved.</summary>
    public static AnswersFault? Refuse(string name, string spanish, string? english) =>
        AnswersFault.OfName(name, NameLimit)
        ?? (string.IsNullOrWhiteSpace(spanish) ? new AnswersFault(AnswersProblem.TextMissing) : null)
        ?? AnswersFault.OfText(spanish, TextLimit)
        ?? AnswersFault.OfText(english, TextLimit)
        ?? AnswersFault.OfPlaces(spanish)
        ?? AnswersFault.OfPlaces(english ?? "");
}
