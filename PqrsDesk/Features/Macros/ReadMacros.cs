using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Macros;

/// <summary>The macros that somebody may apply.</summary>
public sealed class ReadMacros(IDbContextFactory<DeskDb> desk, ClassificationShelf classification, DeskSettings settings)
{
    /// <summary>All of them by name, with the names of what their steps name: for the queue's menu.</summary>
    public async Task<(IReadOnlyList<Macro> Macros, MacroKit Kit)> RunAsync(AnswersReader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var me = reader.StaffId;
        var macros = await db.Macros.AsNoTracking().Where(macro => macro.Active && (macro.Sharing == Sharing.Everyone || macro.OwnerId == me)).ToListAsync(cancel);
        var kit = await MacroKits.ReadAsync(db, macros.SelectMany(macro => macro.Steps), me, await classification.BookAsync(), settings, cancel);
        return ([.. macros.OrderBy(macro => Ticket.Fold(macro.Name), StringComparer.Ordinal)], kit);
    }

    /// <summary>Those that are offered for such a case.</summary>
    public async Task<IReadOnlyList<Macro>> ForAsync(TicketKind kind, TicketStatus status, string? topic, AnswersReader reader, CancellationToken cancel)
    {
        var topics = TopicsOf(topic, await classification.BookAsync());
        return [.. (await RunAsync(reader, cancel)).Macros.Where(macro => macro.Fits(kind, status, topics))];
    }

    /// <summary>Numbers of a case's topic and of the one above it.</summary>
    public static IReadOnlyList<int> TopicsOf(string? path, ClassificationBook book) =>
        book.TopicOf(path) is not { } topic ? []
        : book.TopicOf(topic.Parent) is { } parent ? [topic.Id, parent.Id]
        : [topic.Id];
}
