using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Gives their words to the people of before there were any. Whoever comes meanwhile brings their own.</summary>
public sealed class BuildContactWords(DeskWriter writer)
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancel)
    {
        for (int? after = 0; after is { } from;) after = await writer.RunAsync(db => BatchAsync(db, from, cancel), cancel);
    }

    /// <returns>How far it came; null: to the end.</returns>
    private static async Task<int?> BatchAsync(DeskDb db, int after, CancellationToken cancel)
    {
        var bare = await db.Contacts.AsNoTracking().Include(contact => contact.OtherPoints).Where(contact => contact.Id > after && !contact.Reserved && !db.ContactWords.Any(word => word.ContactId == contact.Id))
            .OrderBy(contact => contact.Id).Take(Batch).ToListAsync(cancel);
        await db.InsertAsync([.. bare.SelectMany(contact => ContactWords.Of(contact).Select(word => new ContactWord { ContactId = contact.Id, Word = word }))], cancel);
        return bare.Count < Batch ? null : bare[^1].Id;
    }
}

/// <summary>Looks at each start, and once a day for those whom other hands put into the database.</summary>
public sealed class ContactWordsBuilder(BuildContactWords build, IDuty duty, TimeProvider clock, ILogger<ContactWordsBuilder> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromDays(1);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => build.RunAsync(stop);
}
