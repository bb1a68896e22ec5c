using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>Counts the open cases that stand on a contract for a product and keep what it promised before.</summary>
public sealed class ReadEarlierTerms(IDbContextFactory<DeskDb> desk, SlaShelf shelf)
{
    public async Task<int> RunAsync(int productId, CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        var earlier = book.AllTerms.Where(terms => ContractPolicies.ProductOf(terms.Policy.Key) == productId && terms.Policy.Id != book.CurrentTerms(terms.Policy.Key)?.Policy.Id)
            .Select(terms => (int?)terms.Policy.Id).ToList();
        if (earlier.Count == 0) return 0;
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.CountAsync(t => t.ContractId != null && t.Status < TicketStatus.Answered && earlier.Contains(t.PolicyVersionId), cancel);
    }
}
