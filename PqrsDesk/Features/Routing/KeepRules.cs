using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Routing;

/// <summary>Adds, changes, moves, switches and deletes rules, and writes down who did it. One change at a time on all nodes.</summary>
public sealed class KeepRules(DeskWriter writer, RoutingShelf shelf, TimeProvider clock)
{
    /// <param name="id">Null: a new one, after all others.</param>
    /// <param name="seen">The version that was before the person's eyes.</param>
    public Task<RoutingSaved> SaveAsync(int? id, int seen, RoutingDefinition definition, Actor by, CancellationToken cancel) =>
        ChangeAsync(by, async (db, rules, now) =>
        {
            definition = definition with { Name = definition.Name.Trim() };
            var rule = rules.Find(each => each.Id == id);
            if (id is not null && rule is null) return RoutingProblem.RuleGone;
            if (rule is not null && rule.Version != seen) return new(RoutingProblem.ChangedMeanwhile, By: rule.ChangedBy);
            var branches = (await db.Branches.Select(branch => branch.Id).ToListAsync(cancel)).ToHashSet();
            var customers = (await db.Customers.Select(customer => customer.Id).ToListAsync(cancel)).ToHashSet();
            if (definition.Refuse(id, await db.RoutingBookAsync(now, cancel), branches, customers) is { } problem) return problem;
            if (rule is not null)
            {
                rule.Definition = definition;
                return Changed(db, rule, RoutingAct.Changed, by, now);
            }

            rule = new RoutingRule { Order = rules.Count + 1, Definition = definition, ChangedAt = now, ChangedBy = by.Name };
            db.RoutingRules.Add(rule);
            Note(db, rule, RoutingAct.Added, by, now);
            await db.SaveChangesAsync(cancel);
            return RoutingSaved.Done(rule.Id);
        }, cancel);

    public Task<RoutingSaved> SwitchAsync(int id, int seen, bool active, Actor by, CancellationToken cancel) =>
        ChangeAsync(by, (db, rules, now) =>
        {
            if (rules.Find(each => each.Id == id) is not { } rule) return Task.FromResult<RoutingSaved>(RoutingProblem.RuleGone);
            if (rule.Version != seen) return Task.FromResult(new RoutingSaved(RoutingProblem.ChangedMeanwhile, By: rule.ChangedBy));
            if (rule.Active == active) return Task.FromResult(RoutingSaved.Done(id));
            rule.Active = active;
            return Task.FromResult(Changed(db, rule, active ? RoutingAct.SwitchedOn : RoutingAct.SwitchedOff, by, now));
        }, cancel);

    public Task<RoutingSaved> DeleteAsync(int id, int seen, Actor by, CancellationToken cancel) =>
        ChangeAsync(by, (db, rules, now) =>
        {
            if (rules.Find(each => each.Id == id) is not { } rule) return Task.FromResult<RoutingSaved>(RoutingProblem.RuleGone);
            if (rule.Version != seen) return Task.FromResult(new RoutingSaved(RoutingProblem.ChangedMeanwhile, By: rule.ChangedBy));
            Note(db, rule, RoutingAct.Deleted, by, now);
            db.RoutingRules.Remove(rule);
            rules.Remove(rule);
            Number(rules);
            return Task.FromResult(RoutingSaved.Done(id));
        }, cancel);

    /// <param name="place">Where to, from 1 on.</param>
    /// <param name="seen">The numbers of all rules in the order that was before the person's eyes.</param>
    public Task<RoutingSaved> MoveAsync(int id, int place, IReadOnlyList<int> seen, Actor by, CancellationToken cancel) =>
        ChangeAsync(by, (db, rules, now) =>
        {
            if (rules.Find(each => each.Id == id) is not { } rule) return Task.FromResult<RoutingSaved>(RoutingProblem.RuleGone);
            if (!rules.Select(each => each.Id).SequenceEqual(seen)) return Task.FromResult<RoutingSaved>(RoutingProblem.ChangedMeanwhile);
            place = Math.Clamp(place, 1, rules.Count);
            if (rule.Order == place) return Task.FromResult(RoutingSaved.Done(id));
            rules.Remove(rule);
            rules.Insert(place - 1, rule);
            Number(rules);
            Note(db, rule, RoutingAct.Moved, by, now);
            return Task.FromResult(RoutingSaved.Done(id));
        }, cancel);

    private async Task<RoutingSaved> ChangeAsync(Actor by, Func<DeskDb, List<RoutingRule>, DateTimeOffset, Task<RoutingSaved>> change, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return RoutingProblem.NotAllowed;
        var saved = await writer.RunAsync(async db =>
        {
            if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('routing', 2))", cancel);
            return await change(db, await db.RoutingRules.OrderBy(rule => rule.Order).ThenBy(rule => rule.Id).ToListAsync(cancel), clock.GetUtcNow());
        }, cancel, saved => saved.Problem is null);
        if (saved.Problem is null) shelf.Refresh();
        return saved;
    }

    private static RoutingSaved Changed(DeskDb db, RoutingRule rule, RoutingAct act, Actor by, DateTimeOffset now)
    {
        rule.Version++;
        (rule.ChangedAt, rule.ChangedBy) = (now, by.Name);
        Note(db, rule, act, by, now);
        return RoutingSaved.Done(rule.Id);
    }

    private static void Note(DeskDb db, RoutingRule rule, RoutingAct act, Actor by, DateTimeOffset now) =>
        db.RoutingChanges.Add(new RoutingChange { At = now, By = by.Name, Act = act, Order = rule.Order, Definition = rule.Definition });

    private static void Number(List<RoutingRule> rules)
    {
        for (var at = 0; at < rules.Count; at++) rules[at].Order = at + 1;
    }
}
