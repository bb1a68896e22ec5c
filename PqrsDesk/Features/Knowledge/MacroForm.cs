using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Knowledge;

/// <summary>The verbs that a step can be.</summary>
public enum StepVerb
{
    Take = 1,
    Assign,
    Prioritize,
    Classify,
    Note,
    Reply,
    Answer,
    Wait,
    Close,
    Snooze,
    Tag,
    Plan,
}

/// <summary>A step while somebody writes it: what belongs to another verb is kept until it is saved.</summary>
public sealed class StepForm
{
    public StepVerb Verb { get; set; } = StepVerb.Take;
    public int? MemberId { get; set; }
    public Priority Priority { get; set; } = Priority.High;
    public string Topic { get; set; } = "";
    public int? TemplateId { get; set; }
    public int? CauseId { get; set; }
    public SnoozeTime Until { get; set; } = SnoozeTime.NextOpening;
    public SendTime SendAt { get; set; } = SendTime.NextDay;

    /// <summary>Between commas.</summary>
    public string Tags { get; set; } = "";
    public string Untags { get; set; } = "";

    /// <summary>The note, the reason or the comment.</summary>
    public string Text { get; set; } = "";

    /// <returns>Null when what the verb needs was not chosen.</returns>
    public MacroStep? Step => Verb switch
    {
        StepVerb.Take => new MacroStep.Take(),
        StepVerb.Assign => MemberId is { } member ? new MacroStep.Assign(member) : null,
        StepVerb.Prioritize => new MacroStep.Prioritize(Priority, Text.Trim()),
        StepVerb.Classify => new MacroStep.Classify(Topic.Trim()),
        StepVerb.Note => new MacroStep.Note(Text.Trim().ReplaceLineEndings("\n")),
        StepVerb.Reply => TemplateId is { } template ? new MacroStep.Reply(template) : null,
        StepVerb.Answer => TemplateId is { } template ? new MacroStep.Answer(template) : null,
        StepVerb.Wait => new MacroStep.Wait(CauseId, Text.Trim() is { Length: > 0 } reason ? reason : null),
        StepVerb.Close => new MacroStep.Close(Text.Trim() is { Length: > 0 } comment ? comment : null),
        StepVerb.Snooze => new MacroStep.Snooze(Until, Text.Trim() is { Length: > 0 } reason ? reason : null),
        StepVerb.Tag => new MacroStep.Tag(Words(Tags), Words(Untags)),
        StepVerb.Plan => TemplateId is { } template ? new MacroStep.Plan(template, SendAt) : null,
        _ => null,
    };

    private static IReadOnlyList<string> Words(string typed) => [.. typed.Split(',').Select(Tag.Tidy).Where(tag => tag.Length > 0)];

    public static StepForm Of(MacroStep step) => step switch
    {
        MacroStep.Assign assign => new() { Verb = StepVerb.Assign, MemberId = assign.MemberId },
        MacroStep.Prioritize wish => new() { Verb = StepVerb.Prioritize, Priority = wish.Priority, Text = wish.Reason },
        MacroStep.Classify to => new() { Verb = StepVerb.Classify, Topic = to.Topic },
        MacroStep.Note note => new() { Verb = StepVerb.Note, Text = note.Text },
        MacroStep.Reply reply => new() { Verb = StepVerb.Reply, TemplateId = reply.TemplateId },
        MacroStep.Answer answer => new() { Verb = StepVerb.Answer, TemplateId = answer.TemplateId },
        MacroStep.Wait wait => new() { Verb = StepVerb.Wait, CauseId = wait.CauseId, Text = wait.Reason ?? "" },
        MacroStep.Snooze snooze => new() { Verb = StepVerb.Snooze, Until = snooze.Time, Text = snooze.Reason ?? "" },
        MacroStep.Tag tag => new() { Verb = StepVerb.Tag, Tags = string.Join(", ", tag.Add), Untags = string.Join(", ", tag.Remove) },
        MacroStep.Plan plan => new() { Verb = StepVerb.Plan, TemplateId = plan.TemplateId, SendAt = plan.Time },
        MacroStep.Close close => new() { Verb = StepVerb.Close, Text = close.Comment ?? "" },
        _ => new(),
    };
}

/// <summary>A macro while somebody writes it.</summary>
public sealed class MacroForm
{
    /// <summary>Null: a new one.</summary>
    public int? Id { get; init; }
    public string Name { get; set; } = "";
    public List<StepForm> Steps { get; init; } = [new()];
    public TicketKind? Kind { get; set; }
    public int? TopicId { get; set; }
    public TicketStatus? Status { get; set; }
    public Sharing Sharing { get; set; } = Sharing.Private;
    public bool Active { get; set; } = true;

    public static MacroForm Of(Macro macro)
    {
        var form = new MacroForm { Id = macro.Id, Name = macro.Name, Kind = macro.Kind, TopicId = macro.TopicId, Status = macro.Status, Sharing = macro.Sharing, Active = macro.Active };
        form.Steps.Clear();
        form.Steps.AddRange(macro.Steps.Select(StepForm.Of));
        return form;
    }
}
