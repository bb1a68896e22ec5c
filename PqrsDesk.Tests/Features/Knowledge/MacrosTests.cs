using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Features.Macros;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Knowledge;

public sealed class MacrosTests
{
    [SkippableTheory, Engines]
    public async Task A_macro_does_all_of_its_steps_to_each_case_and_writes_to_each_petitioner(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, lead) = (await desk.HireAsync("Ana"), await desk.HireAsync("Gloria", Role.Lead));
        var topic = await desk.TopicAsync("Vías");
        Assert.True(topic > 0);
        var template = await desk.TemplateAsync(lead, new() { Name = "Respuesta", Spanish = "Señor(a) {peticionario}: {radicado} queda resuelto. {agente}", English = "Dear {peticionario}: {radicado} is solved.", Sharing = Sharing.Everyone });
        var macro = await desk.MacroAsync(
            lead, "Resolver", Sharing.Everyone,
            new StepForm { Verb = StepVerb.Take },
            new StepForm { Verb = StepVerb.Prioritize, Priority = Priority.High, Text = "Urge." },
            new StepForm { Verb = StepVerb.Classify, Topic = "Vías" },
            new StepForm { Verb = StepVerb.Note, Text = "Resuelto por {agente}." },
            new StepForm { Verb = StepVerb.Answer, TemplateId = template },
            new StepForm { Verb = StepVerb.Close, Text = "Sin más." });
        var first = (await desk.FileAsync()).Number;
        var second = (await desk.FileAsync(Samples.Filing with { Language = "en" }, Samples.Nobody)).Number;

        var answer = await desk.ApplyAsync(macro, ana, first, second, "PQRS-2026-999999");
        Assert.Null(answer.Refusal);
        Assert.Equal([true, true, false], answer.Results.Select(result => result.Outcome.Decision.Succeeded));
        var ticket = await desk.TicketAsync(first);
        Assert.Equal((TicketStatus.Closed, ana.Id, Priority.High, "Vías"), (ticket.Status, ticket.OwnerId, ticket.Priority, ticket.Topic));
        Assert.Equal($"Señor(a) María Íñiguez: {first} queda resuelto. Ana", (await desk.LogAsync(first)).OfType<TicketEvent.Answered>().Single().Text);
        Assert.Equal("Resuelto por Ana.", (await desk.LogAsync(first)).OfType<TicketEvent.Noted>().Single().Text);
        Assert.Equal($"Dear petitioner: {second} is solved.", (await desk.LogAsync(second)).OfType<TicketEvent.Answered>().Single().Text);
    }

    [SkippableTheory, Engines]
    public async Task What_refuses_a_step_is_left_as_it_was_and_names_the_step(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, beto) = (await desk.HireAsync("Ana"), await desk.HireAsync("Beto"));
        var template = await desk.TemplateAsync(ana, new() { Name = "Acuse", Spanish = "Recibido {radicado}." });
        var macro = await desk.MacroAsync(ana, "Acusar", Sharing.Private, new StepForm { Verb = StepVerb.Note, Text = "Antes." }, new StepForm { Verb = StepVerb.Reply, TemplateId = template }, new StepForm { Verb = StepVerb.Take });
        var (free, taken) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        await desk.TakeAsync(taken, beto);
        var before = (await desk.LogAsync(taken)).Count;

        var preview = (await desk.Get<ApplyMacro>().PreviewAsync(macro, taken, ana.Reader(), Actor.Staff(ana), CancellationToken.None))!;
        Assert.Equal((2, $"Recibido {taken}."), (preview.Outcome.Step, preview.Sends[1]));
        Assert.Equal(before, (await desk.LogAsync(taken)).Count);

        var answer = await desk.ApplyAsync(macro, ana, free, taken);
        Assert.Equal([null, 2], answer.Results.Select(result => result.Outcome.Step));
        Assert.Equal(new Decision.Refused(RefusalCode.AlreadyOwnedByAnother), answer.Results[1].Outcome.Decision);
        Assert.Equal(before, (await desk.LogAsync(taken)).Count);
        Assert.Equal(ana.Id, (await desk.TicketAsync(free)).OwnerId);

        Assert.Equal(RefusalCode.MacroUnknown, (await desk.ApplyAsync(macro, beto, free)).Refusal!.Code);
        Assert.Null(await desk.Get<ApplyMacro>().PreviewAsync(macro, free, beto.Reader(), Actor.Staff(beto), CancellationToken.None));
        Assert.Null(await desk.Get<KeepTemplates>().DeleteAsync(template, beto.Reader(), CancellationToken.None) is { Problem: AnswersProblem.NotAllowed } ? null : "A colleague could delete it.");
        Assert.Equal(AnswersProblem.InUse, (await desk.Get<KeepTemplates>().DeleteAsync(template, ana.Reader(), CancellationToken.None))!.Problem);
    }

    [Fact]
    public async Task Somebody_who_looked_at_an_older_version_is_told()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await desk.HireAsync("Ana");
        var macro = await desk.MacroAsync(ana, "Tomar", Sharing.Private, new StepForm { Verb = StepVerb.Take });
        var number = (await desk.FileAsync()).Number;
        await desk.NoteAsync(number);
        var answer = await desk.Get<ApplyMacro>().RunAsync(macro, [new(number, 1)], ana.Reader(), Actor.Staff(ana), CancellationToken.None);
        Assert.IsType<Decision.Stale>(answer.Results.Single().Outcome.Decision);
        Assert.Null((await desk.TicketAsync(number)).OwnerId);
    }

    [Fact]
    public async Task A_reserved_identity_is_in_no_letter()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await desk.HireAsync("Ana");
        var template = await desk.TemplateAsync(ana, new() { Name = "Todo", Spanish = string.Join(' ', CasePlaces.Names.Select(name => $"{{{name}}}")) });
        var number = (await desk.FileAsync(petitioner: Samples.Petitioner with { Reserved = true })).Number;
        var text = await desk.Get<WriteTemplate>().RunAsync(template, number, ana.Reader(), Actor.Staff(ana), CancellationToken.None);
        Assert.Contains("peticionario", text, StringComparison.Ordinal);
        foreach (var secret in (string[])["María", "Íñiguez", "52.123.456", "maria@example.org", "300 123"]) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_keep_what_and_what_a_shared_macro_may_send()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, lead) = (await desk.HireAsync("Ana"), await desk.HireAsync("Gloria", Role.Lead));
        var keep = desk.Get<KeepTemplates>();
        Assert.Equal(AnswersProblem.NotAllowed, (await keep.SaveAsync(new() { Name = "A", Spanish = "Hola", Sharing = Sharing.Everyone }, ana.Reader(), Actor.Staff(ana), CancellationToken.None))!.Problem);
        Assert.Equal(AnswersProblem.AreaMissing, (await keep.SaveAsync(new() { Name = "A", Spanish = "Hola", Sharing = Sharing.Area }, lead.Reader(), Actor.Staff(lead), CancellationToken.None))!.Problem);
        var own = await desk.TemplateAsync(lead, new() { Name = "Propia", Spanish = "Hola" });
        Assert.Empty(await keep.ReadAsync(ana.Reader(), CancellationToken.None));
        await desk.TemplateAsync(ana, new() { Name = "Propia", Spanish = "Hola" });
        Assert.Equal(AnswersProblem.NameTaken, (await keep.SaveAsync(new() { Name = " PROPIA ", Spanish = "Hola" }, ana.Reader(), Actor.Staff(ana), CancellationToken.None))!.Problem);

        Assert.Equal(new(AnswersProblem.TemplatePrivate, "Propia"), await desk.TryMacroAsync(lead, "M", Sharing.Everyone, new StepForm { Verb = StepVerb.Reply, TemplateId = own }));
        Assert.Equal(AnswersProblem.TemplateUnknown, (await desk.TryMacroAsync(ana, "M", Sharing.Private, new StepForm { Verb = StepVerb.Reply, TemplateId = own }))!.Problem);
        Assert.Equal(AnswersProblem.NotAllowed, (await desk.TryMacroAsync(ana, "M", Sharing.Everyone, new StepForm()))!.Problem);
        Assert.Equal(new(AnswersProblem.StepIncomplete, "2"), await desk.TryMacroAsync(ana, "M", Sharing.Private, new StepForm(), new StepForm { Verb = StepVerb.Assign }));
        Assert.Equal(AnswersProblem.MemberUnknown, (await desk.TryMacroAsync(ana, "M", Sharing.Private, new StepForm { Verb = StepVerb.Assign, MemberId = 9_999 }))!.Problem);
        Assert.Equal(AnswersProblem.TopicUnknown, (await desk.TryMacroAsync(ana, "M", Sharing.Private, new StepForm { Verb = StepVerb.Classify, Topic = "Nada" }))!.Problem);
        Assert.Equal(AnswersProblem.CauseUnknown, (await desk.TryMacroAsync(ana, "M", Sharing.Private, new StepForm { Verb = StepVerb.Wait, CauseId = 9_999 }))!.Problem);

        await desk.MacroAsync(ana, "Esperar", Sharing.Private, new StepForm { Verb = StepVerb.Wait, CauseId = await desk.CauseAsync() });
        Assert.Empty(await desk.Get<KeepMacros>().ReadAsync(lead.Reader(), CancellationToken.None));
        Assert.Single((await desk.Get<ReadMacros>().RunAsync(ana.Reader(), CancellationToken.None)).Macros);
    }
}
