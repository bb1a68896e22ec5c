using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>How a customer gets its report, and who could get it.</summary>
/// <param name="People">Those of the customer who have an address.</param>
public sealed record PracticeSight(ReportPractice Practice, IReadOnlyList<ReportRecipient> People);

/// <summary>Keeps for each customer to whom its report goes, in which language, and whether by itself.</summary>
public sealed class KeepPractice(DeskWriter writer, IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    public async Task<PracticeSight> ReadAsync(int customerId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new(
            await db.ReportPractices.AsNoTracking().SingleOrDefaultAsync(practice => practice.CustomerId == customerId, cancel) ?? new ReportPractice { CustomerId = customerId },
            await db.ReportPeopleAsync(customerId, cancel));
    }

    /// <returns>Null when it was saved.</returns>
    public async Task<ReportRefusal?> SaveAsync(ReportPractice wished, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return new(ReportProblem.NotAllowed);
        if (wished.Language is not ("es" or "en")) return new(ReportProblem.LanguageUnknown, nameof(ReportPractice.Language));
        if (wished.BusinessDay is < 1 or > ReportPractice.LatestDay) return new(ReportProblem.DayOutOfRange, nameof(ReportPractice.BusinessDay));
        if (wished.Recipients.Count > ReportPractice.RecipientsLimit) return new(ReportProblem.TooManyRecipients, nameof(ReportPractice.Recipients));
        if (wished.Monthly && wished.Recipients.Count == 0) return new(ReportProblem.NobodyChosen, nameof(ReportPractice.Recipients));
        var today = (await shelf.BookAsync()).DateOf(clock.GetUtcNow());
        return await writer.RunAsync(async db =>
        {
            if (!await db.Customers.AnyAsync(customer => customer.Id == wished.CustomerId, cancel)) return new(ReportProblem.CustomerUnknown);
            var people = await db.ReportPeopleAsync(wished.CustomerId, cancel);
            if (wished.Recipients.Except(people.Select(person => person.ContactId)).Any()) return new(ReportProblem.RecipientUnknown, nameof(ReportPractice.Recipients));
            var kept = await db.ReportPractices.SingleOrDefaultAsync(practice => practice.CustomerId == wished.CustomerId, cancel);
            if (kept is null) db.ReportPractices.Add(kept = new ReportPractice { CustomerId = wished.CustomerId });
            kept.MonthlySince = !wished.Monthly ? null : kept.Monthly ? kept.MonthlySince : today;
            (kept.Recipients, kept.Language, kept.Monthly, kept.BusinessDay, kept.NeedsApproval) = ([.. wished.Recipients.Distinct().Order()], wished.Language, wished.Monthly, wished.BusinessDay, wished.NeedsApproval);
            return (ReportRefusal?)null;
        }, cancel, refusal => refusal is null);
    }
}

internal static class ReportPeople
{
    /// <summary>Whoever is known to one case only, by a reserved identity, is nobody's contact.</summary>
    public static async Task<IReadOnlyList<ReportRecipient>> ReportPeopleAsync(this DeskDb db, int customerId, CancellationToken cancel) =>
        await db.Contacts.Where(contact => contact.CustomerId == customerId && !contact.Reserved && contact.Email != null && contact.Email != "")
            .OrderBy(contact => contact.Name).ThenBy(contact => contact.Id).Select(contact => new ReportRecipient(contact.Id, contact.Name, contact.Email!)).ToListAsync(cancel);
}
