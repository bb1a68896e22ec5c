using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features;
using PqrsDesk.Features.Api;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Filings;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What comes by a form of the portal.</summary>
public sealed class SentFormTests
{
    [SkippableTheory, Engines]
    public async Task A_form_that_comes_twenty_times_at_once_on_two_nodes_is_filed_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var form = Form();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => Task.Run(() => SendAsync(turn % 2 == 0 ? desk : other, form))));

        var receipt = Assert.Single(outcomes, outcome => outcome.Receipt is not null).Receipt!;
        Assert.Equal(19, outcomes.Count(outcome => outcome.EarlierTicketId == receipt.TicketId));
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        Assert.Equal(receipt.TicketId, (await SendAsync(desk, form)).EarlierTicketId);
        Assert.Equal("PQRS-2026-000002", (await SendAsync(desk, Form())).Receipt!.Number);
    }

    [SkippableTheory, Engines]
    public async Task Different_forms_share_a_commit_and_each_is_filed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => SendAsync(desk, Form()))));
        Assert.Equal(40, outcomes.Select(outcome => outcome.Receipt!.Number).Distinct().Count());
        Assert.Equal((40, 40), await desk.ReadAsync(async db => (await db.SentForms.CountAsync(), await db.TrackingHashes.CountAsync())));
    }

    [SkippableTheory, Engines]
    public async Task Every_filing_is_told_a_code_whose_hash_alone_is_kept(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var receipt = await desk.FileAsync();
        var kept = await desk.ReadAsync(db => db.TrackingHashes.SingleAsync());
        Assert.True(TrackingCode.Fits(receipt.Code, kept.Hash));
        Assert.Equal(receipt.TicketId, kept.TicketId);
        Assert.DoesNotContain(receipt.Code.ToString(), kept.Hash, StringComparison.OrdinalIgnoreCase);
    }

    [SkippableTheory, Engines]
    public async Task What_the_form_asks_is_kept_and_the_log_rebuilds_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var branch = await desk.AddAsync(new Branch { Key = "centro", Name = "Centro" });
        var filing = Samples.Filing with
        {
            AnswerChannel = AnswerChannel.Email,
            AnswerTo = " otra@example.org ",
            Attention = AttentionGroups.Disability | AttentionGroups.OlderAdult,
            Consent = new(1, TestClock.Tuesday),
            BranchId = branch.Id,
        };
        var person = new PetitionerDetails
        {
            Name = "Tejidos S. A.",
            Person = PersonKind.Juridical,
            DocumentType = DocumentType.Nit,
            Document = "800.197.268-4",
            Email = "a@example.org",
            Address = "Calle 1",
            Municipality = "Tunja",
        };
        var ticket = await desk.TicketAsync((await desk.FileAsync(filing, person)).Number);

        Assert.Equal((AnswerChannel.Email, "otra@example.org", branch.Id), (ticket.AnswerChannel, ticket.AnswerTo, ticket.BranchId));
        Assert.Equal(TicketWords.Of(ticket), TicketWords.Of(Ticket.Rebuild(ticket.Events, await desk.BookAsync())));
        var kept = Assert.IsType<TicketEvent.Filed>(ticket.Events[0].Event).Filing;
        Assert.Equal((filing.Attention, filing.Consent), (kept.Attention, kept.Consent));
        var contact = await desk.ReadAsync(db => db.Contacts.SingleAsync());
        Assert.Equal(("NIT 800197268-4", PersonKind.Juridical, DocumentType.Nit, "Calle 1", "Tunja"), (contact.Document, contact.Person, contact.DocumentType, contact.Address, contact.Municipality));

        branch.Active = false;
        await desk.Get<DeskWriter>().RunAsync(db => Task.FromResult(db.Update(branch)), CancellationToken.None);
        Assert.Equal(RefusalCode.BranchUnknown, (await desk.TryFileAsync(filing)).Refusal?.Code);
    }

    [SkippableTheory, Engines]
    public async Task A_reserved_identity_is_in_no_list_log_or_document_and_a_lead_who_asks_is_logged(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.FileAsync();
        var number = (await desk.FileAsync(Samples.Filing with { AnswerChannel = AnswerChannel.Email, AnswerTo = Samples.Petitioner.Email }, Samples.Petitioner with { Reserved = true }, Actor.Petitioner(null))).Number;

        var ticket = await desk.TicketAsync(number);
        Assert.True(ticket.ReservedIdentity);
        Assert.NotEqual(1, ticket.PetitionerId);
        var log = string.Join('\n', await desk.ReadAsync(db => db.Events.Where(line => line.TicketId == ticket.Id).Select(line => line.ByName + " " + EF.Property<string>(line, "Event")).ToListAsync()));
        var document = System.Text.Json.JsonSerializer.Serialize(await desk.Get<ReadTicketDocument>().RunAsync(number, CancellationToken.None), Json.Options);
        var sight = (await desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket!;
        foreach (var told in (string[])[log, document, sight.Petitioner.ToString(), ticket.PetitionerName + ticket.AnswerTo])
            foreach (var secret in (string[])["Íñiguez", "52.123.456", "maria@", "300 123"]) Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(sight.Others);
        Assert.Single(await desk.Get<FindContacts>().RunAsync("Íñiguez", CancellationToken.None));
        Assert.Empty((await desk.Get<ReadTicket>().RunAsync("PQRS-2026-000001", CancellationToken.None)).Ticket!.Others);

        var reveal = desk.Get<RevealIdentity>();
        Assert.Equal((RefusalCode.RoleTooLow, null), await Ask(Samples.Someone()));
        var lead = await reveal.RunAsync(number, "Lo pide un juez.", Samples.Someone(Role.Lead, name: "Lía Vega"), CancellationToken.None);
        Assert.Equal(("María Íñiguez", "maria@example.org"), (lead.Identity!.Name, lead.Identity.Email));
        var line = (await desk.TicketAsync(number)).Events[^1];
        Assert.Equal((new TicketEvent.IdentityRevealed("Lo pide un juez."), "Lía Vega"), (line.Event, line.ByName));

        async Task<(RefusalCode?, RevealedIdentity?)> Ask(Actor by) =>
            await reveal.RunAsync(number, "Quiero saber.", by, CancellationToken.None) is var (decision, identity) ? ((decision as Decision.Refused)?.Refusal.Code, identity) : default;
    }

    private static FormSeal Form() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), null, TrackingCode.Draw());

    private static Task<FilingOutcome> SendAsync(TestDesk desk, FormSeal form) => desk.Get<FilingDoor>().FileAsync(
        new(Samples.Filing, new AreaChoice.Routed(), Samples.Petitioner, Actor.Petitioner("María Íñiguez"), []) { Form = form }, CancellationToken.None);
}
