using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Features.SlaRules;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

/// <summary>The log alone gives back what is stored beside it.</summary>
public sealed class RebuildTests
{
    private const int Walks = 16;
    private const int Steps = 25;

    [SkippableTheory, Engines]
    public async Task What_is_stored_is_what_the_log_adds_up_to_whatever_happened(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var cast = new Walkers(await desk.HireAsync("Ana"), await desk.HireAsync("Beto"), await desk.HireAsync("Lía", Role.Lead), await desk.OpenAreaAsync());
        var walk = Gen.ArrayOf(Gen.Zip(Gen.Choose(0, Verbs.Length - 1), Gen.Choose(1, 2_000)), Steps);
        var happened = new HashSet<Type>();
        var admin = Samples.Someone(Role.Admin);
        var offers = FilingPractice.Safe with { Offered = ["ley1581", "supersalud"], AfterHours = AfterHours.NextBusinessDay, HoursKey = "office" };
        Assert.Null((await desk.Get<StoreLaw>().RunAsync(offers, admin, CancellationToken.None)).Problem);
        for (var number = 0; number < Walks; number++)
        {
            if (number == Walks / 2) await CorrectAsync(desk, admin);
            desk.Clock.Now = TestClock.Tuesday;
            var radicado = (await desk.FileAsync(Samples.Filing with { Kind = (TicketKind)(number % 8 + 1) })).Number;
            foreach (var (verb, minutes) in walk.Sample(1, new Rnd((ulong)(1755 + number), 1), Steps).Single())
            {
                desk.Clock.Advance(TimeSpan.FromMinutes(minutes));
                await desk.TryAsync(radicado, (ticket, book, now) => Verbs[verb](ticket, cast, book, now), Actor.Staff(cast.Lead));
            }

            var stored = await desk.TicketAsync(radicado);
            happened.UnionWith(stored.Events.Select(line => line.Event.GetType()));
            Assert.Equal(TicketWords.Of(stored), TicketWords.Of(Ticket.Rebuild(stored.Events, await desk.BookAsync())));
        }

        Assert.True(happened.Count > 15, $"The walks saw only {happened.Count} kinds of event.");
    }

    /// <summary>From then on petitions have another term; those that were filed keep theirs.</summary>
    private static async Task CorrectAsync(TestDesk desk, Actor admin)
    {
        var petition = (await desk.BookAsync()).Law.Find("ley1755.peticion", new(2026, 3, 3))!;
        var edit = new LegalEdit(petition.Code, petition.Version, petition.Definition with { Amount = 12, Extension = 5 });
        Assert.Null((await desk.Get<StoreLaw>().RunAsync(edit, admin, CancellationToken.None)).Problem);
    }

    private sealed record Walkers(StaffMember Ana, StaffMember Beto, StaffMember Lead, Area Other);

    private static readonly Func<Ticket, Walkers, SlaBook, Moment, Decision>[] Verbs =
    [
        (ticket, cast, book, now) => ticket.TakeFor(cast.Ana, book, now),
        (ticket, cast, book, now) => ticket.Assign(cast.Beto, "Es de su tema.", book, now),
        (ticket, _, book, now) => ticket.Release(null, book, now),
        (ticket, cast, book, now) => ticket.Reassign(cast.Other, "Atención al ciudadano", "Es de facturación.", book, now),
        (ticket, _, book, now) => ticket.Reclassify((TicketKind)(ticket.Version % 8 + 1), "Es otra cosa.", book, now),
        (ticket, _, book, now) => ticket.Reclassify((TicketKind)(ticket.Version % 7 + 1), "Es de otra ley.", book, now, new[] { "ley1755", "ley1581", "supersalud" }[ticket.Version % 3]),
        (ticket, _, book, now) => ticket.ChangePriority((Priority)(ticket.Version % 3 + 1), "Cambió el impacto.", book, now),
        (ticket, _, book, now) => ticket.Reply("Lo revisamos.", book, now),
        (ticket, _, book, now) => ticket.Note("Revisar.", book, now),
        (ticket, _, book, now) => ticket.Hear("Aquí está.", book, now),
        (ticket, _, book, now) => ticket.Wait("Falta la factura.", book, now),
        (ticket, _, book, now) => ticket.Wait("", book, now, new PauseCause { Name = "Faltan documentos" }),
        (ticket, _, book, now) => ticket.Review(null, book, now),
        (ticket, _, book, now) => ticket.Resume(null, book, now),
        (ticket, _, book, now) => ticket.Answer("Se devolvió el dinero.", book, now),
        (ticket, _, book, now) => ticket.CompleteStep((CareStep)(ticket.Version % 7 + 1), "Pide que le devuelvan lo cobrado.", new("Hubo dos cobros.", null, "El extracto"), book, now),
        (ticket, _, book, now) => ticket.SkipStep((CareStep)(ticket.Version % 7 + 1), "Ya se habló con la persona.", book, now),
        (ticket, _, book, now) => ticket.ReopenStep((CareStep)(ticket.Version % 7 + 1), null, book, now),
        (ticket, cast, book, now) => ticket.ProposeAnswer($"Se devolvió el dinero ({ticket.Version}).", null, null, book, now with { By = Actor.Staff(cast.Ana) }),
        (ticket, _, book, now) => ticket.ReviseAnswer("Se devolvió todo el dinero.", null, null, book, now),
        (ticket, _, book, now) => ticket.ApproveAnswer(null, null, book, now),
        (ticket, _, book, now) => ticket.ReturnAnswer("Falta la fecha.", book, now),
        (ticket, _, book, now) => ticket.RecallAnswer(null, book, now),
        (ticket, _, book, now) => ticket.Close(null, book, now),
        (ticket, _, book, now) => ticket.Judge(ticket.Version % 2 == 0, null, book, now),
        (ticket, _, book, now) => ticket.Reopen("Se repitió.", book, now),
        (ticket, _, book, now) => ticket.Extend(book.Calendar(book.LegalCalendarVersionId).AddBusinessDays(ticket.EffectiveFiledOn, 17 + ticket.Version), "Faltan pruebas.", book, now),
        (ticket, _, book, now) => ticket.RequestCompletion("Falta la factura.", book, now),
        (ticket, _, book, now) => ticket.Withdraw((WithdrawalKind)(ticket.Version % 2 + 1), "Lo pidió.", book, now),
        (ticket, _, book, now) => ticket.Void((VoidKind)(ticket.Version % 2 + 1), "No era una petición.", book, now),
        (ticket, _, book, now) => ticket.Transfer("Superintendencia de Industria y Comercio", "Es la competente.", book, now),
        (ticket, _, book, now) => ticket.Promise(book.Current[ticket.Version % book.Current.Count].Policy.Id, book.LegalCalendarVersionId, book, now),
        (ticket, _, book, now) => ticket.Snooze(now.At.AddMinutes(30 + ticket.Version * 90), "Espera a cartera.", book, now),
        (ticket, _, book, now) => ticket.Wake(book, now),
        (ticket, cast, book, now) => ticket.ReturnIfIdle("Ana", TimeSpan.FromHours(3), book, now),
        (ticket, cast, book, now) => ticket.HandTo(cast.Beto, cast.Ana, 7, book, now),
        (ticket, cast, book, now) => ticket.HandBack(cast.Ana, "Beto", 7, book, now),
        (ticket, cast, book, now) => ticket.Plan(new((PlannedAct)(ticket.Version % 4 + 1), "Se devuelve mañana.", now.At.AddHours(2)) { Waiting = "La factura", HoldsForPetitioner = ticket.Version % 2 == 0 }, book, now with { By = Actor.Staff(cast.Ana) }),
        (ticket, _, book, now) => ticket.SendNow(new TicketEvent.SendPlanned(now.At, PlannedAct.Reply, "Se devuelve mañana.", Waiting: "La factura"), [], null, book, now),
        (ticket, _, book, now) => ticket.TakeBackSend(ticket.Version % 2 == 0, book, now),
        (ticket, _, book, now) => ticket.Attach(new Guid(ticket.Version, 0, 0, new byte[8]), "factura.pdf", 12, book, now),
    ];
}
