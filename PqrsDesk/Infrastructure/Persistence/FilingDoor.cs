using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>The one door by which tickets come in, whatever the channel: number, ticket, deadlines, event and files in one transaction.</summary>
/// <remarks>Filings that come while others are being written share the next transaction and its flush to disk.</remarks>
public sealed class FilingDoor(
    DeskWriter writer, SlaShelf shelf, RoutingShelf routing, ClassificationShelf classification, FieldShelf fields, FilingNumbers numbers, NewTickets tickets, FileLimits limits, SealedCodes codes, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Filings that share a transaction at most: more would only make the first of them wait.</summary>
    private const int Most = 64;

    private readonly GroupCommit<FilingRequest, FilingOutcome> _line = new(
        group => writer.RunAsync(db => FileAsync(db, group, shelf, routing, numbers, tickets, clock), CancellationToken.None, outcomes => outcomes.Any(outcome => outcome.Filed is not null)),
        DeskWriter.MayTryAgain,
        Most);

    /// <param name="files">Already on disk; the caller removes them again when it is refused.</param>
    public Task<FilingOutcome> FileAsync(Filing filing, PetitionerDetails petitioner, Actor by, IReadOnlyList<StoredFile> files, CancellationToken cancel) =>
        FileAsync(new FilingRequest(filing, new AreaChoice.Numbered(filing.AreaId), petitioner, by, files), cancel);

    /// <param name="cancel">Takes it out of the line. Once its turn has come it is filed all the same.</param>
    public async Task<FilingOutcome> FileAsync(FilingRequest request, CancellationToken cancel)
    {
        if (request.Petitioner.Refuse() is { } nobody) return nobody;
        if (request.Filing.Refuse() is { } refusal) return refusal;
        if (request.Files.Count > 0 && limits.Refuse(request.Files) is { } unfit) return unfit;
        var code = request.Form?.Code ?? TrackingCode.Draw();
        request = request with { Petitioner = request.Petitioner.Tidy(), Code = code, SealedCode = codes.Seal(code) };
        return await _line.RunAsync(Classify(request, await classification.BookAsync(), await fields.BookAsync()), cancel);
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    /// <summary>What it lacks is held against it only once it is known not to have been filed before.</summary>
    private static FilingRequest Classify(FilingRequest request, ClassificationBook book, FieldBook fields)
    {
        var filing = book.Sort(request.Filing, request.FilledBy);
        var said = request.Fields is { } sent ? FiledFields.Read(fields, request.Filing, sent, request.FilledBy) : FiledFields.None;
        return request with { Filing = filing, Said = said.Said, Lacks = book.Required.Missing(filing, request.Petitioner, request.Files.Count, request.FilledBy).Concat(said.Wrong).FirstOrDefault() };
    }

    private static async Task<IReadOnlyList<FilingOutcome>> FileAsync(
        DeskDb db, IReadOnlyList<FilingRequest> group, SlaShelf shelf, RoutingShelf routing, FilingNumbers numbers, NewTickets tickets, TimeProvider clock)
    {
        var lookup = await FilingLookup.ReadAsync(db, group, await routing.BookAsync(), CancellationToken.None);
        var book = await shelf.BookAsync();
        var before = Moment.Of(clock.GetUtcNow(), book.Zone, Actor.Desk);
        var decided = group.Select(request => lookup.Decide(request, book, before)).ToList();
        var accepted = decided.Select(each => each.Accepted).OfType<AcceptedFiling>().Distinct(ReferenceEqualityComparer.Instance).Cast<AcceptedFiling>().ToList();
        if (accepted.Count == 0) return [.. decided.Select(each => each.Told!)];
        await lookup.AddContactsAsync(db, CancellationToken.None);

        // The number's lock is held from here to the commit: nothing slow may come between. The instant is read under
        // it, so that numbers and instants run alike; over New Year the numbers' year has the say.
        var next = await FilingSequence.TakeAsync(db, before.On.Year, accepted.Count, CancellationToken.None);
        var now = Moment.Of(clock.GetUtcNow(), book.Zone, Actor.Desk);
        if (now.On.Year != before.On.Year) now = before;
        foreach (var filing in accepted) filing.File(numbers.Format(now.On, next++), book, now);
        await tickets.WriteAsync(db, [.. accepted.Select(filing => new NewTicket(filing.Filed!.Ticket, filing.Request.Files, filing.Filed.Code, filing.Sent) { Petitioner = filing.Filed.Petitioner, SealedCode = filing.Request.SealedCode })], CancellationToken.None);
        foreach (var filing in accepted)
            if (filing.Request.Along is { } along) await along(db, filing.Filed!.Ticket);
        return [.. decided.Zip(group, (each, request) => each.Told ?? each.Accepted!.OutcomeFor(request))];
    }
}
