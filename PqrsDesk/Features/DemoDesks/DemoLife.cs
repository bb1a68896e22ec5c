using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>Plays a ticket's life with the product's own verbs, up to the present and not beyond.</summary>
internal sealed class DemoLife(Random chance, SlaBook book, IReadOnlyList<StaffMember> staff, IReadOnlyList<PauseCause> causes, DateTimeOffset now)
{
    /// <summary>Brings the ticket to the present: most old ones are answered and closed, the young ones are under way.</summary>
    public void Live(Ticket ticket)
    {
        var owner = OwnerOf(ticket);
        var speed = Speed(ticket);
        var taken = After(ticket, ticket.FiledAt, 0.04 * speed);
        if (!Do(ticket, taken, owner, moment => ticket.TakeFor(owner, book, moment))) return;
        if (!Do(ticket, taken.AddMinutes(chance.Next(2, 15)), owner, moment => ticket.Reply(Any(DemoStories.Acknowledgements), book, moment))) return;
        if (chance.Next(4) == 0) Do(ticket, After(ticket, taken, 0.1), owner, moment => ticket.Note(Any(DemoStories.Notes), book, moment));
        if (chance.Next(5) == 0 && !AskAndHear(ticket, owner, After(ticket, taken, 0.2 * speed))) return;

        if (EndsOtherwise(ticket, owner)) return;
        var answered = After(ticket, ticket.ChangedAt, 0.55 * speed);
        if (!Do(ticket, answered, owner, moment => DemoCare.Answer(ticket, Any(DemoStories.Answers), Lead, book, moment))) return;
        if (chance.Next(14) == 0 && !ReopenAndAnswer(ticket, owner, answered.AddDays(1 + chance.Next(3)))) return;
        Do(ticket, ticket.ChangedAt.AddDays(2 + chance.Next(4)), owner, moment => ticket.Close(null, book, moment));
    }

    /// <summary>A ticket somebody owns and has replied to, its resolution running.</summary>
    public void Hold(Ticket ticket)
    {
        var owner = OwnerOf(ticket);
        var taken = ticket.FiledAt.AddMinutes(chance.Next(3, 20));
        Do(ticket, taken, owner, moment => ticket.TakeFor(owner, book, moment));
        Do(ticket, taken.AddMinutes(chance.Next(1, 8)), owner, moment => ticket.Reply(Any(DemoStories.Acknowledgements), book, moment));
    }

    /// <summary>A ticket that waits on its petitioner.</summary>
    public void Wait(Ticket ticket)
    {
        Hold(ticket);
        Ask(ticket, ticket.OwnerId is null ? OwnerOf(ticket) : staff.First(member => member.Id == ticket.OwnerId), ticket.ChangedAt.AddMinutes(chance.Next(5, 40)));
    }

    private bool Ask(Ticket ticket, StaffMember owner, DateTimeOffset at) =>
        Do(ticket, at, owner, moment => ticket.Reply(Any(DemoStories.Questions), book, moment))
        && Do(ticket, at.AddSeconds(1), owner, moment => ticket.Wait("", book, moment, Any(causes)));

    private bool AskAndHear(Ticket ticket, StaffMember owner, DateTimeOffset at)
    {
        if (!Ask(ticket, owner, at)) return false;
        var heard = at.AddHours(5 + chance.Next(60));
        return Do(ticket, heard, null, moment => ticket.Hear(Any(DemoStories.Responses), book, moment));
    }

    /// <summary>A few belong to somebody else, and a few are given up.</summary>
    private bool EndsOtherwise(Ticket ticket, StaffMember owner)
    {
        var at = After(ticket, ticket.ChangedAt, 0.1);
        return chance.Next(40) switch
        {
            0 => Do(ticket, at, owner, moment => ticket.Transfer("Superintendencia de Servicios Públicos Domiciliarios", "Le corresponde a esa entidad.", book, moment)),
            1 => Do(ticket, at, owner, moment => ticket.Withdraw(WithdrawalKind.Express, "El peticionario informa que ya no la necesita.", book, moment)),
            _ => false,
        };
    }

    private bool ReopenAndAnswer(Ticket ticket, StaffMember owner, DateTimeOffset at) =>
        Do(ticket, at, owner, moment => ticket.Reopen("El peticionario dice que el problema sigue.", book, moment))
        && Do(ticket, After(ticket, at, 0.2), owner, moment => DemoCare.Answer(ticket, Any(DemoStories.Answers), Lead, book, moment));

    /// <summary>Does it unless it would lie in the future; first notices what was missed until then.</summary>
    private bool Do(Ticket ticket, DateTimeOffset at, StaffMember? by, Func<Moment, Decision> verb)
    {
        if (at >= now) return false;
        ticket.CatchUp(at, book);
        var actor = by is null ? Actor.Petitioner(ticket.PetitionerName ?? "Peticionario") : Actor.Staff(by);
        return verb(Moment.Of(at, book.Zone, actor)).Succeeded;
    }

    /// <summary>A share of the resolution target later, in the business time of the ticket's own calendar.</summary>
    private DateTimeOffset After(Ticket ticket, DateTimeOffset from, double share)
    {
        var terms = book.Terms(ticket.PolicyVersionId!.Value);
        var minutes = terms.For(ticket.Priority).ResolutionMinutes * share * (0.7 + chance.NextDouble() * 0.6);
        return terms.Calendar.Add(from, TimeSpan.FromMinutes(Math.Max(3, minutes)));
    }

    /// <summary>About one in eight runs late, fewer of them lately: a desk that gets better has something to show.</summary>
    private double Speed(Ticket ticket)
    {
        var months = (now - ticket.FiledAt).TotalDays / 30;
        return chance.NextDouble() < 0.07 + months * 0.012 ? 1.6 + chance.NextDouble() : 0.3 + chance.NextDouble() * 0.9;
    }

    private StaffMember OwnerOf(Ticket ticket)
    {
        var team = staff.Where(member => member.AreaId == ticket.AreaId && member.Role == Role.Agent).ToList();
        return team[chance.Next(team.Count)];
    }

    private StaffMember Lead => staff.First(member => member.Role == Role.Lead);

    private T Any<T>(IReadOnlyList<T> choices) => choices[chance.Next(choices.Count)];
}
