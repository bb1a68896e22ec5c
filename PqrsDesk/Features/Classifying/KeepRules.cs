using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Classifying;

/// <summary>The rules of words.</summary>
public sealed class KeepRules(Keeping keeping, IDbContextFactory<DeskDb> desk)
{
    public const int MostRules = 1_000;

    public async Task<IReadOnlyList<KeywordRule>> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return [.. (await db.KeywordRules.AsNoTracking().ToListAsync(cancel)).OrderBy(rule => Ticket.Fold(rule.Name), StringComparer.Ordinal)];
    }

    /// <returns>Null when it was saved.</returns>
    public Task<Fault?> SaveAsync(RuleForm form, Actor by, CancellationToken cancel) => keeping.RunAsync(by, async db =>
    {
        var name = form.Name.Trim();
        if (form.Refuse() is { } wrong) return wrong;
        if (form.TopicId is { } topic && !await db.Topics.AnyAsync(each => each.Id == topic, cancel)) return ClassifyingProblem.TopicUnknown;
        if (form.AreaId is { } area && !await db.Areas.AnyAsync(each => each.Id == area, cancel)) return ClassifyingProblem.AreaUnknown;
        var names = await db.KeywordRules.Where(rule => rule.Id != form.Id).Select(rule => rule.Name).ToListAsync(cancel);
        if (names.Exists(each => Ticket.Fold(each) == Ticket.Fold(name))) return new(ClassifyingProblem.NameTaken, name);
        var rule = form.Id is { } id ? await db.KeywordRules.SingleOrDefaultAsync(each => each.Id == id, cancel) : null;
        if (form.Id is not null && rule is null) return ClassifyingProblem.Gone;
        if (rule is null && names.Count >= MostRules) return new(ClassifyingProblem.TooManyRules, MostRules.ToString(CultureInfo.InvariantCulture));
        if (rule is null) db.KeywordRules.Add(rule = new KeywordRule { Name = name });
        form.WriteTo(rule);
        return null;
    }, cancel);

    public Task<Fault?> DeleteAsync(int id, Actor by, CancellationToken cancel) => keeping.RunAsync(by, async db =>
    {
        if (await db.KeywordRules.SingleOrDefaultAsync(rule => rule.Id == id, cancel) is not { } rule) return ClassifyingProblem.Gone;
        db.KeywordRules.Remove(rule);
        return null;
    }, cancel);
}
