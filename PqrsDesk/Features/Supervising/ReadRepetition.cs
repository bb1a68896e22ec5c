using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Supervising;

/// <summary>Who filed at least so often within the last days, and what several filed alike.</summary>
public sealed class ReadRepetition(IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    public const int Listed = 100;

    public async Task<RepeatedFilings> RunAsync(Repetition repetition, Reader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var recent = Recent(db, repetition, reader);
        return new(await PeopleAsync(db, recent, repetition, cancel), await GroupsAsync(db, recent, repetition, cancel), await IsReadingAsync(db, cancel));
    }

    private IQueryable<Ticket> Recent(DeskDb db, Repetition repetition, Reader reader)
    {
        var since = repetition.Since(clock.GetUtcNow());
        return db.Tickets.AsNoTracking().VisibleTo(reader).Where(t => t.FiledAt >= since);
    }

    private static async Task<List<RepeatPetitioner>> PeopleAsync(DeskDb db, IQueryable<Ticket> recent, Repetition repetition, CancellationToken cancel)
    {
        // A reserved identity is not counted here, with a name or without: it is known to one case only.
        var named = recent.Where(t => t.PetitionerId != null && !t.ReservedIdentity);
        var least = repetition.LeastCases;
        var often = await named.GroupBy(t => t.PetitionerId!.Value).Select(own => new { Id = own.Key, Count = own.Count(), First = own.Min(t => t.FiledAt), Last = own.Max(t => t.FiledAt) })
            .Where(own => own.Count >= least).OrderByDescending(own => own.Count).ThenBy(own => own.Id).Take(Listed).ToListAsync(cancel);
        var ids = often.ConvertAll(own => own.Id).ToArray();
        var names = await db.Contacts.Where(contact => EF.Parameter(ids).Contains(contact.Id)).Select(contact => new { contact.Id, contact.Name }).ToDictionaryAsync(contact => contact.Id, contact => contact.Name, cancel);
        var alike = await named.Where(t => EF.Parameter(ids).Contains(t.PetitionerId!.Value) && t.Signature!.GroupId != null)
            .GroupBy(t => new { Id = t.PetitionerId!.Value, t.Signature!.GroupId }).Select(group => new { group.Key.Id, Count = group.Count() }).Where(group => group.Count > 1).ToListAsync(cancel);
        var most = alike.GroupBy(group => group.Id).ToDictionary(group => group.Key, group => group.Max(each => each.Count));
        return often.ConvertAll(own => new RepeatPetitioner(own.Id, names[own.Id], own.Count, own.First, own.Last, most.GetValueOrDefault(own.Id)));
    }

    private async Task<List<MassFiling>> GroupsAsync(DeskDb db, IQueryable<Ticket> recent, Repetition repetition, CancellationToken cancel)
    {
        var (since, least) = (repetition.Since(clock.GetUtcNow()), repetition.LeastCases);
        var many = await db.TextSignatures.Where(signature => signature.FiledAt >= since && signature.GroupId != null)
            .GroupBy(signature => signature.GroupId!.Value).Select(group => new { Id = group.Key, Count = group.Count() })
            .Where(group => group.Count >= least).OrderByDescending(group => group.Count).ThenBy(group => group.Id).Take(Listed).Select(group => group.Id).ToArrayAsync(cancel);

        // Who is anonymous has no contact; who is reserved has one that no other case has.
        var groups = await recent.Where(t => EF.Parameter(many).Contains(t.Signature!.GroupId!.Value))
            .Select(t => new { GroupId = t.Signature!.GroupId!.Value, t.FiledAt, t.Signature.Percent, Named = t.ReservedIdentity ? null : t.PetitionerId })
            .GroupBy(t => t.GroupId).Select(group => new
            {
                Id = group.Key,
                Count = group.Count(),
                First = group.Min(t => t.FiledAt),
                Last = group.Max(t => t.FiledAt),
                Percent = group.Average(t => t.Percent),
                Named = group.Where(t => t.Named != null).Select(t => t.Named).Distinct().Count(),
                Unnamed = group.Count(t => t.Named == null),
            }).ToListAsync(cancel);
        var firsts = await db.Tickets.Where(t => EF.Parameter(many).Contains(t.Id)).Select(t => new { t.Id, t.Number, t.Subject }).ToDictionaryAsync(t => t.Id, cancel);
        return
        [
            .. groups.Where(group => group.Count >= least && group.Named + group.Unnamed > 1).OrderByDescending(group => group.Count).ThenBy(group => group.Id)
                .Select(group => new MassFiling(
                    group.Id, firsts[group.Id].Number, firsts[group.Id].Subject, group.Count, group.First, group.Last, (int)group.Percent, group.Named, group.Unnamed)),
        ];
    }

    private static async Task<bool> IsReadingAsync(DeskDb db, CancellationToken cancel)
    {
        var position = await db.TextReadings.Where(reading => reading.Id == TextReading.Only).Select(reading => reading.Position).SingleOrDefaultAsync(cancel);
        return await db.Events.AnyAsync(line => line.Id > position && line.Sequence == 1, cancel);
    }
}

public static class SupervisingSetup
{
    public static IServiceCollection AddSupervising(this IServiceCollection services) => services.AddSingleton<ReadRepetition>();
}
