using System.Globalization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

/// <summary>One ticket and the hand of its clock, told in the local time of Bogotá: <c>"03-04 10:30"</c> of 2026.</summary>
/// <remarks>
/// The office is open from 8 to 12 and from 13 to 17. A claim of medium priority is promised a first response in 240
/// minutes and an answer in 2400, of high priority in 120 and 960, of low priority in 480 and 4800.
/// </remarks>
internal sealed class Case
{
    private Case(Cast cast, Ticket ticket) => (Cast, Ticket) = (cast, ticket);

    public Cast Cast { get; }
    public SlaBook Book => Cast.Book;
    public Ticket Ticket { get; }
    public DateTimeOffset Now { get; private set; }

    public Deadline FirstResponse => Ticket.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.FirstResponse);
    public Deadline Resolution => Ticket.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.Resolution);
    public Deadline? Legal => Ticket.Deadlines.SingleOrDefault(deadline => deadline.Kind == DeadlineKind.LegalAnswer);
    public Deadline Imported => Ticket.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.Imported);

    /// <summary>Filed on Tuesday the third of March at ten, unless said otherwise.</summary>
    /// <param name="book">Other promises than the standard desk's.</param>
    /// <param name="number">Where there are several.</param>
    public static async Task<Case> FiledAsync(string at = "03-03 10:00", Filing? filing = null, SlaBook? book = null, string number = "PQRS-2026-000001")
    {
        var cast = await Cast.ComeAsync();
        if (book is not null) cast = cast with { Book = book };
        filing ??= Samples.Filing;
        var terms = cast.Book.Choose(PolicyFacts.Of(filing, null))!;
        return new Case(cast, Ticket.File(number, filing, cast.First, terms, cast.Book, Moment.Of(Local(at), cast.Book.Zone, Samples.Someone()))) { Now = Local(at) };
    }

    public static async Task<Case> ImportedAsync(string opened, string? due, string? closed)
    {
        var cast = await Cast.ComeAsync();
        var facts = new ImportedFacts("old-desk", "A-1", due is null ? null : Local(due));
        var begin = Moment.Of(Local(opened), cast.Book.Zone, Actor.Desk);
        Moment? end = closed is null ? null : Moment.Of(Local(closed), cast.Book.Zone, Actor.Desk);
        return new Case(cast, Ticket.Import("PQRS-2026-000001", Samples.Filing, cast.First, facts, cast.Book, begin, end)) { Now = Local(closed ?? opened) };
    }

    public static DateTimeOffset Local(string at) =>
        DateTimeOffset.ParseExact($"2026-{at} -05:00", ["yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:ss.ffffff zzz"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    /// <summary>A date of 2026, such as <c>"03-25"</c>.</summary>
    public static DateOnly Day(string day) => DateOnly.ParseExact($"2026-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Moves the hand, without anybody noticing what passed.</summary>
    public Case At(string at)
    {
        Now = Local(at);
        return this;
    }

    /// <summary>Moves the hand, and the sweep passes by.</summary>
    public Case Swept(string at)
    {
        Ticket.CatchUp(At(at).Now, Book);
        return this;
    }

    /// <summary>Does a verb as the door does it: first what passed meanwhile is recorded.</summary>
    public Decision Try(Func<Ticket, Moment, Decision> verb, Actor? by = null)
    {
        var now = Moment.Of(Now, Book.Zone, by ?? Samples.Someone());
        Ticket.CatchUp(now.At, Book);
        return verb(Ticket, now);
    }

    public Case Do(Func<Ticket, Moment, Decision> verb, Actor? by = null)
    {
        Assert.Equal(Decision.Ok, Try(verb, by));
        return this;
    }

    public Case Take() => Do((ticket, now) => ticket.TakeFor(Cast.Ana, Book, now), Actor.Staff(Cast.Ana));
    public Case Reply() => Do((ticket, now) => ticket.Reply("Lo revisamos.", Book, now));
    public Case Note() => Do((ticket, now) => ticket.Note("Revisar con cartera.", Book, now));
    public Case Hear() => Do((ticket, now) => ticket.Hear("Aquí está.", Book, now), Actor.Petitioner("María"));
    public Case Thank() => Do((ticket, now) => ticket.Hear("Muchas gracias.", Book, now, needsNoAnswer: true), Actor.Petitioner("María"));
    public Case AskToComplete() => Do((ticket, now) => ticket.RequestCompletion("Falta el número de la cuenta.", Book, now));
    public Case Extend(string until) => Do((ticket, now) => ticket.Extend(Day(until), "Faltan pruebas.", Book, now));
    public Case Move() => Do((ticket, now) => ticket.Reassign(Cast.Other, Cast.First.Name, "Es de facturación.", Book, now));
    public Case Wait() => Do((ticket, now) => ticket.Wait("Falta la factura.", Book, now));
    public Case Resume() => Do((ticket, now) => ticket.Resume(null, Book, now));
    public Case Answer() => Do((ticket, now) => ticket.Answer("Se devolvió el dinero.", Book, now));
    public Case Close() => Do((ticket, now) => ticket.Close(null, Book, now));
    public Case Reopen() => Do((ticket, now) => ticket.Reopen("Se repitió.", Book, now));
    public Case Become(Priority priority) => Do((ticket, now) => ticket.ChangePriority(priority, "Afecta a muchos.", Book, now));
    public Case Become(TicketKind kind) => Do((ticket, now) => ticket.Reclassify(kind, "Es otra cosa.", Book, now));

    public IEnumerable<DeadlineKind> Breaches => Ticket.Events.Select(line => line.Event).OfType<TicketEvent.DeadlineBreached>().Select(breach => breach.Deadline);
}
