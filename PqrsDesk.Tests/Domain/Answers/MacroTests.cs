using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Domain.Answers;

public sealed class MacroTests
{
    private static readonly MacroStep Take = new MacroStep.Take();
    private static readonly MacroStep Answer = new MacroStep.Answer(1);
    private static readonly MacroStep Reply = new MacroStep.Reply(1);
    private static readonly MacroStep Close = new MacroStep.Close(null);
    private static readonly MacroStep Note = new MacroStep.Note("Nota");
    private static readonly MacroStep Wait = new MacroStep.Wait(null, "La factura");

    public static TheoryData<MacroStep[], string?> Orders => new()
    {
        { [Take, Reply, Wait], null },
        { [Take, new MacroStep.Prioritize(Priority.High, "Urge"), new MacroStep.Classify("Vías"), Note, Answer, Close, Note], null },
        { [Wait, Answer], null },
        { [Answer, Note, Close], null },
        { [Answer, Take], "2" },
        { [Answer, Close, Reply], "3" },
        { [Answer, Answer], "2" },
        { [Close, Close], "2" },
        { [Answer, Wait], "2" },
        { [Wait, Note, Wait], "3" },
    };

    [Theory, MemberData(nameof(Orders))]
    public void Nothing_that_could_be_refused_follows_an_answer(MacroStep[] steps, string? wrong) =>
        Assert.Equal(wrong is null ? null : new AnswersFault(AnswersProblem.StepOutOfOrder, wrong), Macro.Refuse("Macro", steps));

    [Fact]
    public void What_a_step_lacks_is_named_by_its_place()
    {
        Assert.Equal(AnswersProblem.StepsMissing, Macro.Refuse("Macro", [])!.Problem);
        Assert.Equal(AnswersProblem.TooManySteps, Macro.Refuse("Macro", [.. Enumerable.Repeat(Note, 13)])!.Problem);
        Assert.Equal(new(AnswersProblem.StepIncomplete, "2"), Macro.Refuse("Macro", [Take, new MacroStep.Prioritize(Priority.High, " ")]));
        Assert.Equal(new(AnswersProblem.StepIncomplete, "1"), Macro.Refuse("Macro", [new MacroStep.Wait(null, null)]));
        Assert.Equal(new(AnswersProblem.PlaceUnknown, "{cedula}"), Macro.Refuse("Macro", [new MacroStep.Note("{cedula}")]));
        Assert.Equal(AnswersProblem.TextTooLong, Macro.Refuse("Macro", [new MacroStep.Note(new('x', 100_000))])!.Problem);
    }

    [Fact]
    public void It_is_offered_by_kind_topic_and_status()
    {
        var macro = new Macro { Name = "Macro", Steps = [Take], OwnerId = 1, ChangedAt = default, ChangedBy = "Ana", Kind = TicketKind.Claim, TopicId = 5, Status = TicketStatus.Filed };
        Assert.True(macro.Fits(TicketKind.Claim, TicketStatus.Filed, [9, 5]));
        Assert.False(macro.Fits(TicketKind.Petition, TicketStatus.Filed, [5]));
        Assert.False(macro.Fits(TicketKind.Claim, TicketStatus.Answered, [5]));
        Assert.False(macro.Fits(TicketKind.Claim, TicketStatus.Filed, [9]));
        Assert.Equal((true, false, true), (macro.MayBeUsedBy(new(1, null, false)), macro.MayBeUsedBy(new(2, null, true)), macro.MayBeChangedBy(new(1, null, false))));
        macro.Sharing = Sharing.Everyone;
        Assert.Equal((true, false, true), (macro.MayBeUsedBy(new(2, null, false)), macro.MayBeChangedBy(new(1, null, false)), macro.MayBeChangedBy(new(2, null, true))));
    }
}
