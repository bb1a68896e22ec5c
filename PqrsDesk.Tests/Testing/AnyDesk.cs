using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Testing;

/// <summary>A desk that tests bring to a state by the product's own verbs.</summary>
public abstract class AnyDesk
{
    public abstract IServiceProvider Services { get; }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public async Task<T> ReadAsync<T>(Func<DeskDb, Task<T>> ask)
    {
        await using var db = await Get<IDbContextFactory<DeskDb>>().CreateDbContextAsync();
        return await ask(db);
    }

    /// <summary>For what no verb makes: people, areas, customers. Tickets come by <see cref="FileAsync"/>.</summary>
    public Task<T> AddAsync<T>(T row) where T : class => Get<DeskWriter>().RunAsync(db => Task.FromResult(db.Add(row).Entity), CancellationToken.None);

    public Task<StaffMember> HireAsync(string name = "Ana Restrepo", Role role = Role.Agent, int areaId = Samples.FirstArea) =>
        AddAsync(new StaffMember { Name = name, Email = $"{Guid.NewGuid():N}@example.org", Role = role, AreaId = areaId });

    /// <summary>Somebody who can sign in, with <see cref="Samples.Password"/>.</summary>
    public async Task<StaffMember> HireWithAccountAsync(string name = "Ana Restrepo", Role role = Role.Agent, int? areaId = Samples.FirstArea)
    {
        var member = new StaffMember { Name = name, Email = $"{Guid.NewGuid():N}@example.org", Role = role, AreaId = areaId };
        await using var scope = Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().CreateAsync(member, Samples.Password);
        return made.Succeeded ? member : throw new InvalidOperationException($"No account was made: {made}.");
    }

    public Task<Area> OpenAreaAsync(string name = "Facturación") => AddAsync(new Area { Name = name });

    /// <summary>A file that is on the disk, and that nothing names yet.</summary>
    /// <param name="name">Anything: also what the store would not take.</param>
    public async Task<StoredFile> StoreAsync(string name = "factura.pdf")
    {
        var stored = (await Get<FileStore>().StoreAsync("a.pdf", "application/pdf", new MemoryStream([1, 2, 3]), null, CancellationToken.None)).File!;
        return new() { Id = stored.Id, Name = name, ContentType = stored.ContentType, Bytes = stored.Bytes, Sha256 = stored.Sha256, StoredAt = stored.StoredAt };
    }

    public Task<Customer> WinCustomerAsync(ServiceLevel level, string? name = null) =>
        AddAsync(new Customer { Name = name ?? $"Cliente {Guid.NewGuid():N}", ServiceLevel = level });

    public Task<SlaBook> BookAsync() => Get<SlaShelf>().BookAsync();

    public Task<FilingOutcome> TryFileAsync(Filing filing, PetitionerDetails? petitioner = null, Actor? by = null) =>
        Get<FilingDoor>().FileAsync(filing, petitioner ?? Samples.Petitioner, by ?? Samples.Someone(), [], CancellationToken.None);

    /// <returns>The receipt; a refusal fails the test.</returns>
    public async Task<Receipt> FileAsync(Filing? filing = null, PetitionerDetails? petitioner = null, Actor? by = null)
    {
        var outcome = await TryFileAsync(filing ?? Samples.Filing, petitioner, by);
        return outcome.Receipt ?? throw new InvalidOperationException($"The filing was refused: {outcome.Refusal}.");
    }

    public Task<Decision> TryAsync(string number, TicketVerb verb, Actor? by = null, int? seen = null) =>
        Get<TicketDoor>().ChangeAsync(number, seen, by ?? Samples.Someone(), verb, CancellationToken.None);

    /// <summary>Does a verb that must succeed.</summary>
    public async Task ChangeAsync(string number, TicketVerb verb, Actor? by = null, int? seen = null)
    {
        var decision = await TryAsync(number, verb, by, seen);
        if (!decision.Succeeded) throw new InvalidOperationException($"The verb on {number} did not succeed: {decision}.");
    }

    public Task TakeAsync(string number, StaffMember member) =>
        ChangeAsync(number, (ticket, book, now) => ticket.TakeFor(member, book, now), Actor.Staff(member));

    public Task ReplyAsync(string number, string text = "Recibimos su reclamo y lo estamos revisando.", Actor? by = null) =>
        ChangeAsync(number, (ticket, book, now) => ticket.Reply(text, book, now), by);

    public Task NoteAsync(string number, string text = "Revisar con cartera.", Actor? by = null) =>
        ChangeAsync(number, (ticket, book, now) => ticket.Note(text, book, now), by);

    public Task WaitAsync(string number, string reason = "Falta la factura.", Actor? by = null) =>
        ChangeAsync(number, (ticket, book, now) => ticket.Wait(reason, book, now), by);

    public Task ResumeAsync(string number, string? reason = null, Actor? by = null) =>
        ChangeAsync(number, (ticket, book, now) => ticket.Resume(reason, book, now), by);

    public Task HearAsync(string number, string text = "Adjunto la factura.") =>
        ChangeAsync(number, (ticket, book, now) => ticket.Hear(text, book, now), Actor.Petitioner("María Íñiguez"));

    public Task AnswerAsync(string number, string text = "Se devolvió el valor cobrado de más.", Actor? by = null) =>
        ChangeAsync(number, (ticket, book, now) => ticket.Answer(text, book, now), by);

    public Task CloseAsync(string number, string? note = null, Actor? by = null) =>
        ChangeAsync(number, (ticket, book, now) => ticket.Close(note, book, now), by);

    public Task ReopenAsync(string number, string reason = "El cobro se repitió.", Actor? by = null) =>
        ChangeAsync(number, (ticket, book, now) => ticket.Reopen(reason, book, now), by);

    public Task ChangePriorityAsync(string number, Priority priority, string reason = "Afecta a muchos.", Actor? by = null) =>
        ChangeAsync(number, (ticket, book, now) => ticket.ChangePriority(priority, reason, book, now), by);

    /// <summary>The ticket as it is stored, with its deadlines, pauses and whole log.</summary>
    public Task<Ticket> TicketAsync(string number) => ReadAsync(db => db.Tickets.AsNoTracking()
        .Include(ticket => ticket.Deadlines).Include(ticket => ticket.Pauses).Include(ticket => ticket.Events.OrderBy(line => line.Sequence))
        .AsSplitQuery().SingleAsync(ticket => ticket.Number == number));

    public async Task<IReadOnlyList<TicketEvent>> LogAsync(string number) => [.. (await TicketAsync(number)).Events.Select(line => line.Event)];
}
