using Bunit;
using Microsoft.AspNetCore.Components;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Macros;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Knowledge;

/// <summary>Macros that put aside, tag and plan, and an applied one taken back.</summary>
public sealed class UndoMacroTests : PageTest
{
    [SkippableTheory, Engines]
    public async Task An_applied_macro_is_taken_back_in_one_act_as_far_as_its_steps_can_be(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var lead = await desk.HireAsync("Gloria", Role.Lead);
        var template = await desk.TemplateAsync(lead, new() { Name = "Acuse", Spanish = "Recibido {radicado}." });
        var macro = await desk.MacroAsync(
            lead, "Todo", Sharing.Private,
            new StepForm { Verb = StepVerb.Take },
            new StepForm { Verb = StepVerb.Prioritize, Priority = Priority.High, Text = "Urge." },
            new StepForm { Verb = StepVerb.Tag, Tags = "fraude, app", Untags = "nuevo" },
            new StepForm { Verb = StepVerb.Note, Text = "Visto." },
            new StepForm { Verb = StepVerb.Plan, TemplateId = template, SendAt = SendTime.NextDay },
            new StepForm { Verb = StepVerb.Snooze, Until = SnoozeTime.InAnHour });
        var (first, second, third) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        foreach (var number in (string[])[first, second, third]) await desk.ChangeAsync(number, (ticket, book, now) => ticket.Tag(["nuevo"], [], book, now));

        var answer = await desk.ApplyAsync(macro, lead, first, second, third);
        Assert.All(answer.Results, result => Assert.True(result.Outcome.Decision.Succeeded, result.ToString()));
        var done = await desk.TicketAsync(first);
        Assert.Equal(("fraude, app", desk.Clock.Now.AddHours(1), $"Recibido {first}."), (string.Join(", ", done.CaseFile!.Tags), done.SnoozedUntil, done.Events.Select(line => line.Event).OfType<TicketEvent.SendPlanned>().Single().Text));
        Assert.NotNull(done.SendAt);

        // Somebody works on the second meanwhile; the third is given to a colleague.
        await desk.NoteAsync(second, by: Samples.Someone(name: "Beto"));
        var undone = await desk.Get<UndoMacro>().RunAsync(answer, "Se deshizo una macro.", Actor.Staff(lead), CancellationToken.None);

        Assert.Equal([true, false, true], undone.Select(each => each.Decision.Succeeded));
        Assert.Equal("Beto", Assert.IsType<Decision.Stale>(undone[1].Decision).Since[^1].ByName);
        Assert.Equal([new StepLeft(3, null)], undone[0].Left);
        var ticket = await desk.TicketAsync(first);
        Assert.Equal((null, Priority.Medium, null, null, "nuevo"), (ticket.OwnerId, ticket.Priority, ticket.SnoozedUntil, ticket.SendAt, Assert.Single(ticket.CaseFile!.Tags)));
        Assert.NotNull((await desk.TicketAsync(second)).SendAt);
        Assert.Equal(TicketWords.Of(ticket), TicketWords.Of(Ticket.Rebuild(ticket.Events, await desk.BookAsync())));
    }

    [Fact]
    public async Task What_the_rules_do_not_give_back_is_said_of_each_case()
    {
        var macro = await Desk.MacroAsync(Me, "Tomar y resolver", Sharing.Private, new StepForm { Verb = StepVerb.Take }, new StepForm { Verb = StepVerb.Answer, TemplateId = await Desk.TemplateAsync(Me, new() { Name = "R", Spanish = "Listo." }) });
        var number = (await Desk.FileAsync()).Number;
        var answer = await Desk.ApplyAsync(macro, Me, number);

        var undone = await Desk.Get<UndoMacro>().RunAsync(answer, "Se deshizo una macro.", Actor.Staff(Me), CancellationToken.None);

        Assert.Equal([(0, RefusalCode.TicketNotOpen), (1, null)], Assert.Single(undone).Left.Select(left => (left.Step, left.Why?.Code)));
        Assert.Equal(TicketStatus.Answered, (await Desk.TicketAsync(number)).Status);
    }

    [Fact]
    public async Task Of_many_the_queue_is_handed_the_way_back_and_what_stays()
    {
        var template = await Desk.TemplateAsync(Me, new() { Name = "Acuse", Spanish = "Recibido." });
        await Desk.MacroAsync(Me, "Tomar y acusar", Sharing.Private, new StepForm { Verb = StepVerb.Take }, new StepForm { Verb = StepVerb.Reply, TemplateId = template });
        var (one, other) = ((await Desk.FileAsync()).Number, (await Desk.FileAsync()).Number);
        BulkSaid? said = null;
        var dialog = Render<MacroBulkDialog>(p => p.Add(each => each.Cases, [new(one, 1), new(other, 1)]).Add(each => each.OnDone, EventCallback.Factory.Create<BulkSaid>(this, told => said = told)));
        See(dialog, () => Assert.NotEmpty(dialog.FindAll("input[type=radio]")));
        await dialog.InvokeAsync(() => dialog.Find("input[type=radio]").ChangeAsync("on"));
        await dialog.InvokeAsync(() => dialog.Find("[data-key=send]").ClickAsync());

        var back = await said!.Undo!();

        Assert.Equal(("Se deshizo «Tomar y acusar» en 2 casos. Esto no se deshace: escribir al peticionario con «Acuse».", 0), (back.Text, back.Lines.Count));
        Assert.Null((await Desk.TicketAsync(one)).OwnerId);
    }

    [Fact]
    public async Task On_a_case_it_is_taken_back_where_it_was_applied()
    {
        await Desk.MacroAsync(Me, "Tomar y etiquetar", Sharing.Private, new StepForm { Verb = StepVerb.Take }, new StepForm { Verb = StepVerb.Tag, Tags = Hostile.Length > 40 ? "fraude" : "x" });
        var number = (await Desk.FileAsync()).Number;
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => Assert.NotEmpty(page.FindAll("[aria-labelledby=macros] button")));
        await page.InvokeAsync(() => page.Find("[aria-labelledby=macros] button").ClickAsync());
        See(page, () => Assert.Contains("etiquetarlo con fraude", Words(page.Find("dialog .kb-plan")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("dialog [data-key=send]").ClickAsync());
        See(page, () => Assert.Contains("Se aplicó la macro «Tomar y etiquetar».", Words(page.Find(".macro-done")), StringComparison.Ordinal));
        Assert.Equal(Me.Id, (await Desk.TicketAsync(number)).OwnerId);

        await page.InvokeAsync(() => page.Find("[data-undo-macro]").ClickAsync());

        See(page, () => Assert.Equal("Se deshizo «Tomar y etiquetar» en 1 caso.", Words(page.Find(".macro-done"))));
        var ticket = await Desk.TicketAsync(number);
        Assert.Equal((null, 0), (ticket.OwnerId, ticket.CaseFile!.Tags.Count));
    }

    [Fact]
    public async Task A_step_says_all_that_it_needs_and_follows_no_answer()
    {
        Assert.Equal(new(AnswersProblem.StepIncomplete, "1"), await Desk.TryMacroAsync(Me, "M", Sharing.Private, new StepForm { Verb = StepVerb.Tag, Tags = " , ‮ ," }));
        Assert.Equal(AnswersProblem.TextTooLong, (await Desk.TryMacroAsync(Me, "M", Sharing.Private, new StepForm { Verb = StepVerb.Tag, Tags = new string('x', 100_000) }))!.Problem);
        Assert.Equal(new(AnswersProblem.StepIncomplete, "1"), await Desk.TryMacroAsync(Me, "M", Sharing.Private, new StepForm { Verb = StepVerb.Plan }));
        Assert.Equal(AnswersProblem.TemplateUnknown, (await Desk.TryMacroAsync(Me, "M", Sharing.Private, new StepForm { Verb = StepVerb.Plan, TemplateId = 9_999 }))!.Problem);
        var template = await Desk.TemplateAsync(Me, new() { Name = "R", Spanish = "Listo." });
        Assert.Equal(new(AnswersProblem.StepOutOfOrder, "2"), await Desk.TryMacroAsync(Me, "M", Sharing.Private, new StepForm { Verb = StepVerb.Answer, TemplateId = template }, new StepForm { Verb = StepVerb.Snooze }));
    }
}
