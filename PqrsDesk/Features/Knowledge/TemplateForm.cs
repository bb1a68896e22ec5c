using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Knowledge;

/// <summary>A template while somebody writes it.</summary>
public sealed class TemplateForm
{
    /// <summary>Null: a new one.</summary>
    public int? Id { get; init; }
    public string Name { get; set; } = "";
    public string Spanish { get; set; } = "";
    public string English { get; set; } = "";
    public TicketKind? Kind { get; set; }
    public int? TopicId { get; set; }
    public Sharing Sharing { get; set; } = Sharing.Private;
    public int? AreaId { get; set; }
    public bool Active { get; set; } = true;

    public static TemplateForm Of(ReplyTemplate template) => new()
    {
        Id = template.Id,
        Name = template.Name,
        Spanish = template.Spanish,
        English = template.English ?? "",
        Kind = template.Kind,
        TopicId = template.TopicId,
        Sharing = template.Sharing,
        AreaId = template.AreaId,
        Active = template.Active,
    };

    public string? EnglishOrNone => string.IsNullOrWhiteSpace(English) ? null : English.Trim().ReplaceLineEndings("\n");

    /// <summary>As it would be, for whoever looks before it is saved.</summary>
    public ReplyTemplate Draft => new()
    {
        Name = Name,
        Spanish = Spanish.Trim().ReplaceLineEndings("\n"),
        English = EnglishOrNone,
        OwnerId = 0,
        ChangedAt = default,
        ChangedBy = "",
    };
}
