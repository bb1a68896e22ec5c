using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Macros;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>Fills a template in for a case.</summary>
public sealed class WriteTemplate(IDbContextFactory<DeskDb> desk, SlaShelf shelf, DeskSettings settings, TimeProvider clock)
{
    /// <param name="template">Perhaps not saved yet.</param>
    /// <returns>Null when there is no such case.</returns>
    public async Task<string?> RunAsync(ReplyTemplate template, string number, Actor by, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var ticket = await db.Tickets.AsNoTracking().Include(t => t.Area).Include(t => t.Deadlines).SingleOrDefaultAsync(t => t.Number == number, cancel);
        return ticket is null ? null : template.Fill(CaseFacts.Of(ticket, ticket.Area!.Name), await WritingAsync(number, by));
    }

    /// <returns>Null when there is no such case, or no such template for the reader.</returns>
    public async Task<string?> RunAsync(int templateId, string number, AnswersReader reader, Actor by, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var template = await db.ReplyTemplates.AsNoTracking().SingleOrDefaultAsync(each => each.Id == templateId && each.Active, cancel);
        return template?.MayBeUsedBy(reader) == true ? await RunAsync(template, number, by, cancel) : null;
    }

    private async Task<WritingFacts> WritingAsync(string number, Actor by)
    {
        var now = Moment.Of(clock.GetUtcNow(), (await shelf.BookAsync()).Zone, by);
        return new(by.Name, settings.Name, MacroKits.TrackOf(settings)(number), now.On);
    }
}
