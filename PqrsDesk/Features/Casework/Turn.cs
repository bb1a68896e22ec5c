using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Casework;

/// <summary>A line of the log that is somebody's words: a turn of the conversation.</summary>
/// <param name="Label">Key of the text that says what kind of turn it is, with its drawing.</param>
internal sealed record Turn(string Side, string Who, string Text, string? Label = null, string Icon = "")
{
    public const string PetitionerSide = "petitioner";
    private const string AgentSide = "agent";
    private const string NoteSide = "note";

    /// <summary>The names that it calls, as they are written in it.</summary>
    public IReadOnlyCollection<string> Called { get; init; } = [];

    /// <summary>Staff write in Markdown; what a petitioner typed is shown as it was typed.</summary>
    public bool ByStaff => Side != PetitionerSide;

    public static bool Speaks(TicketEvent happened) => happened is
        TicketEvent.Filed or TicketEvent.Imported or TicketEvent.Replied or TicketEvent.Noted or TicketEvent.PetitionerResponded or TicketEvent.Answered
            or TicketEvent.CompletionRequested or TicketEvent.HeardThrough or TicketEvent.AnsweredTogether or TicketEvent.TaskAsked or TicketEvent.TaskAnswered;

    /// <returns>Null when nobody spoke.</returns>
    public static Turn? Of(TimelineLine line, string petitioner) => line.Event switch
    {
        TicketEvent.Filed filed => new(PetitionerSide, petitioner, filed.Filing.Description),
        TicketEvent.Imported imported => new(PetitionerSide, petitioner, imported.Filing.Description),
        TicketEvent.PetitionerResponded heard => new(PetitionerSide, petitioner, heard.Text),
        TicketEvent.Replied reply => new(AgentSide, line.ByName, reply.Text, "Turn.Replied", "reply"),
        TicketEvent.Answered answer => new($"{AgentSide} answer", line.ByName, answer.Text, "Turn.Answered", "check"),
        TicketEvent.CompletionRequested request => new(AgentSide, line.ByName, request.Text, "Turn.CompletionRequested", "reply"),
        TicketEvent.HeardThrough heard => new(PetitionerSide, heard.Number, heard.Text, "Turn.HeardThrough", "merge"),
        TicketEvent.AnsweredTogether answer => new($"{AgentSide} answer", answer.With, answer.Text, "Turn.AnsweredTogether", "check"),
        TicketEvent.TaskAsked task => new(NoteSide, line.ByName, task.Question, "Turn.TaskAsked", "route"),
        TicketEvent.TaskAnswered task => new(NoteSide, line.ByName, task.Text, "Turn.TaskAnswered", "check"),
        TicketEvent.Noted note => new(NoteSide, line.ByName, note.Text, "Turn.Noted", "note") { Called = [.. (note.Mentions ?? []).Select(each => each.As)] },
        _ => null,
    };
}
