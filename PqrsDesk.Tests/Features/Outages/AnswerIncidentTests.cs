using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Outages;

public sealed class AnswerIncidentTests
{
    private static readonly AnswerWish Solved = new("{peticionario}: {plataforma} falló el {inicio}. Caso {radicado}.", "{peticionario}: {plataforma} failed. Case {radicado}.", IncidentAct.AnswerAndClose);

    [SkippableTheory, Engines]
    public async Task Each_case_gets_the_answer_as_its_own_and_those_that_cannot_say_why(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var id = await desk.FailAsync(await desk.PlatformAsync(), desk.Clock.Now);
        var known = await desk.FileAboutAsync();
        var english = await desk.FileAboutAsync(language: "en");
        var reserved = (await desk.FileAsync(Samples.Filing with { Product = OutageDesk.App }, Samples.Petitioner with { Reserved = true })).Number;
        var nobody = (await desk.FileAsync(Samples.Filing with { Product = OutageDesk.App }, Samples.Nobody)).Number;
        var answered = await desk.FileAboutAsync();
        await desk.AnswerAsync(answered);
        await desk.JoinAsync(id, known, english, reserved, nobody, answered);

        var answering = desk.Get<AnswerIncident>();
        var preview = (await answering.PreviewAsync(id, Solved with { Act = IncidentAct.Answer }, known, Samples.Someone(), CancellationToken.None))!.Value;
        Assert.Equal($"María Íñiguez: App móvil falló el 3 de marzo de 2026 a las 09:30. Caso {known}.", preview.Text);
        Assert.True(preview.Decision.Succeeded);
        Assert.Equal(TicketStatus.Filed, (await desk.TicketAsync(known)).Status);

        var (answer, refusal) = await answering.BeginAsync(id, Solved with { Act = IncidentAct.Answer }, Samples.Someone(), CancellationToken.None);
        Assert.Null(refusal);
        Assert.Equal(new(4, 1, 5), await answering.RunAsync(answer!.Value, CancellationToken.None));
        Assert.Equal(preview.Text, (await desk.LogAsync(known)).OfType<TicketEvent.Answered>().Single().Text);
        Assert.StartsWith("María Íñiguez: App móvil failed.", (await desk.LogAsync(english)).OfType<TicketEvent.Answered>().Single().Text, StringComparison.Ordinal);
        foreach (var unnamed in new[] { reserved, nobody }) Assert.StartsWith("peticionario: App móvil", (await desk.LogAsync(unnamed)).OfType<TicketEvent.Answered>().Single().Text, StringComparison.Ordinal);
        Assert.Equal(nameof(RefusalCode.AlreadyAnswered), await desk.ReadAsync(db => db.AnsweredCases.Where(row => row.Sent == false).Select(row => row.Refused).SingleAsync()));

        // Again changes nothing; and closing takes those that were answered along.
        await answering.RunAsync(answer.Value, CancellationToken.None);
        Assert.Single((await desk.LogAsync(known)).OfType<TicketEvent.Answered>());
        var (closing, _) = await answering.BeginAsync(id, Solved, Samples.Someone(), CancellationToken.None);
        Assert.Equal(new(5, 0, 5), await answering.RunAsync(closing!.Value, CancellationToken.None));
        Assert.Equal(TicketStatus.Closed, (await desk.TicketAsync(answered)).Status);
        Assert.Equal(AvailabilityProblem.NoCases, (await answering.BeginAsync(id, Solved, Samples.Someone(), CancellationToken.None)).Refusal!.Problem);
    }

    [SkippableTheory, Engines]
    public async Task A_stop_half_way_leaves_no_case_answered_twice_and_none_without(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var id = await desk.FailAsync(await desk.PlatformAsync(), desk.Clock.Now);
        var numbers = new List<string>();
        for (var each = 0; each < 60; each++) numbers.Add(await desk.FileAboutAsync());
        await desk.JoinAsync(id, [.. numbers]);
        var answering = desk.Get<AnswerIncident>();
        var (answer, _) = await answering.BeginAsync(id, Solved with { Act = IncidentAct.Reply }, Samples.Someone(), CancellationToken.None);
        Assert.Equal(new(50, 0, 60), await answering.RunAsync(answer!.Value, CancellationToken.None, most: 1));

        // The process is gone; the sweep of another goes on, and two at once do not collide.
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(answering.SweepAsync(desk.Clock.Now, CancellationToken.None), answering.SweepAsync(desk.Clock.Now, CancellationToken.None));
        var replies = await desk.ReadAsync(async db => (await db.Events.ToListAsync()).Where(line => line.Event is TicketEvent.Replied).GroupBy(line => line.TicketId).Select(group => group.Count()).ToList());
        Assert.Equal((60, 1), (replies.Count, replies.Max()));
        Assert.NotNull(await desk.ReadAsync(db => db.IncidentAnswers.Select(each => each.FinishedAt).SingleAsync()));
    }

    [SkippableTheory, Engines]
    public async Task New_filings_join_by_themselves_and_what_was_taken_out_stays_out(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var id = await desk.FailAsync(await desk.PlatformAsync(), desk.Clock.Now, joins: true);
        var (mine, other) = (await desk.FileAboutAsync(), (await desk.FileAsync()).Number);
        var gather = desk.Get<GatherCases>();
        Assert.Equal(1, await gather.SweepAsync(CancellationToken.None));
        Assert.Equal([id], (await desk.TicketAsync(mine)).CaseFile!.Incidents);
        Assert.Null((await desk.TicketAsync(other)).CaseFile);
        Assert.True((await desk.LogAsync(mine)).OfType<TicketEvent.IncidentJoined>().Single().ByItself);

        Assert.Equal(1, (await gather.LeaveAsync(id, [mine], "Era otra cosa", Samples.Someone(), CancellationToken.None)).Done);
        Assert.Equal(0, await gather.SweepAsync(CancellationToken.None));
        Assert.Empty((await desk.TicketAsync(mine)).CaseFile!.Incidents);
        Assert.NotNull(await desk.ReadAsync(db => db.OutageCases.Select(row => row.LeftAt).SingleAsync()));
        await desk.JoinAsync(id, mine);
        Assert.Null(await desk.ReadAsync(db => db.OutageCases.Select(row => row.LeftAt).SingleAsync()));
    }

    [Fact]
    public async Task What_is_written_is_held_to_its_limits_and_places()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FailAsync(await desk.PlatformAsync(), desk.Clock.Now);
        await desk.JoinAsync(id, await desk.FileAboutAsync());
        var answering = desk.Get<AnswerIncident>();
        Assert.Equal(new(AvailabilityProblem.PlaceUnknown, "Spanish", "{clave}"), (await answering.BeginAsync(id, Solved with { Spanish = "{clave}" }, Samples.Someone(), CancellationToken.None)).Refusal);
        Assert.Equal(AvailabilityProblem.TextMissing, (await answering.BeginAsync(id, Solved with { Spanish = " " }, Samples.Someone(), CancellationToken.None)).Refusal!.Problem);
        Assert.Equal(AvailabilityProblem.TextTooLong, (await answering.BeginAsync(id, Solved with { English = new string('a', 100_000) }, Samples.Someone(), CancellationToken.None)).Refusal!.Problem);
        Assert.Equal(AvailabilityProblem.OutageUnknown, (await answering.BeginAsync(9_999, Solved, Samples.Someone(), CancellationToken.None)).Refusal!.Problem);
        await desk.Get<KeepOutages>().ChangeAsync(id, null, Samples.Someone(), (outage, now) => outage.Void("No era", "Ana", now), CancellationToken.None);
        Assert.Equal(AvailabilityProblem.OutageVoided, (await answering.BeginAsync(id, Solved, Samples.Someone(), CancellationToken.None)).Refusal!.Problem);
        Assert.Equal(AvailabilityProblem.OutageVoided, (await desk.Get<GatherCases>().JoinAsync(id, [await desk.FileAboutAsync()], Samples.Someone(), CancellationToken.None)).Refusal!.Problem);
    }

    [Fact]
    public async Task Cases_of_what_depends_on_it_are_suggested_in_a_circle_too()
    {
        await using var desk = await TestDesk.StartAsync();
        var (app, gate) = (await desk.PlatformAsync(), await desk.PlatformAsync("Portal ciudadano"));
        await desk.AddAsync(new Domain.Catalogue.ProductDependency { ProductId = gate.Id, DependsOnId = app.Id });
        await desk.AddAsync(new Domain.Catalogue.ProductDependency { ProductId = app.Id, DependsOnId = gate.Id });
        var id = await desk.FailAsync(app, desk.Clock.Now);
        var (mine, theirs) = (await desk.FileAboutAsync(), await desk.FileAboutAsync(gate.Name));
        await desk.FileAsync();
        var incident = (await desk.ReadAsync(db => desk.Get<ReadOutages>().Incident(id).Read(db, CancellationToken.None))).Incident!;
        Assert.Equal(new[] { mine, theirs }.Order(), incident.Suggested.Select(each => each.Number).Order());
        await desk.JoinAsync(id, mine);
        incident = (await desk.ReadAsync(db => desk.Get<ReadOutages>().Incident(id).Read(db, CancellationToken.None))).Incident!;
        Assert.Equal((1, 1, theirs), (incident.Cases.Count, incident.Open, incident.Suggested.Single().Number));
    }
}
