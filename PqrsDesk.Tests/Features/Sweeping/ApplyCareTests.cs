using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Sweeping;

/// <summary>By when the next step is due is kept beside the log, and follows rules that are new.</summary>
public sealed class ApplyCareTests
{
    [SkippableTheory, Engines]
    public async Task A_late_step_is_found_and_new_rules_reach_cases_to_which_nothing_happens(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        desk.Clock.Now = TestClock.Tuesday;
        var quiet = (await desk.FileAsync()).Number;
        var told = (await desk.FileAsync()).Number;
        await desk.ChangeAsync(told, (ticket, book, now) => ticket.Reply("Lo recibimos.", book, now));
        await desk.ChangeAsync(quiet, (ticket, book, now) => ticket.Tag(["uno"], [], book, now));
        desk.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(2, await ApplyAsync(desk));
        Assert.Equal(0, await ApplyAsync(desk));

        // Eight business hours from Tuesday at ten.
        desk.Clock.Now = TestClock.Tuesday.AddHours(23);
        Assert.Empty(await LateAsync(desk));
        desk.Clock.Now = TestClock.Tuesday.AddHours(25);
        Assert.Equal([quiet], await LateAsync(desk));
        Assert.Equal(StepState.Late, (await desk.Get<ReadTicket>().RunAsync(quiet, CancellationToken.None)).Ticket!.Care.Of(CareStep.Acknowledge)!.State);

        await desk.CareAsync(CareBook.AsksNothing.Definition.With(TicketKind.Claim, CareStep.Acknowledge, StepRule.Off).With(TicketKind.Claim, CareStep.Understand, new(StepDemand.Advised, new(StepDueUnit.BusinessHours, 1))));
        Assert.Equal(0, await ApplyAsync(desk));
        desk.Clock.Advance(TimeSpan.FromSeconds(11));
        var before = (await desk.TicketAsync(quiet)).Version;
        Assert.Equal(2, await ApplyAsync(desk));
        Assert.Equal([quiet, told], await LateAsync(desk));
        Assert.Equal(before, (await desk.TicketAsync(quiet)).Version);

        await desk.ChangeAsync(told, (ticket, book, now) => ticket.CompleteStep(CareStep.Understand, "Pide la devolución.", null, book, now));
        Assert.Equal([quiet], await LateAsync(desk));
        var stored = await desk.TicketAsync(told);
        Assert.Equal(TicketWords.Of(stored), TicketWords.Of(Ticket.Rebuild(stored.Events, await desk.BookAsync())));
    }

    [Fact]
    public async Task What_was_kept_before_is_brought_to_where_lists_find_it()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AddFieldAsync(new() { Name = "Ruta" });
        var number = (await desk.FileAsync()).Number;
        await desk.Get<Casework.Fields.FillFields>().RunAsync(number, null, new Dictionary<int, string?> { [1] = "Norte" }, Samples.Someone(), CancellationToken.None);
        await desk.Get<Casework.TimeKeeping.KeepTime>().SpendAsync(number, 30, "Llamada", null, false, Samples.Someone(), CancellationToken.None);
        await desk.Get<DeskWriter>().RunAsync(async db => await db.CaseFields.ExecuteDeleteAsync() + await db.SpentTimes.ExecuteDeleteAsync(), CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(1, await ApplyAsync(desk));
        Assert.Equal((1, 1), await desk.ReadAsync(async db => (await db.CaseFields.CountAsync(), await db.SpentTimes.CountAsync())));
    }

    private static Task<int> ApplyAsync(TestDesk desk) => desk.Get<ApplyCare>().RunAsync(desk.Clock.Now, CancellationToken.None);

    private static Task<List<string>> LateAsync(TestDesk desk) => desk.ReadAsync(db => db.Tickets.Matching(new TicketFilter { StepLate = true }, desk.Clock.Now, desk.Clock.Now).OrderBy(t => t.Id).Select(t => t.Number).ToListAsync());
}
