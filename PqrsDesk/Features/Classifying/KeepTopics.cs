using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Classifying;

/// <summary>The tree of topics: what filings are about, in two levels.</summary>
public sealed class KeepTopics(Keeping keeping, IDbContextFactory<DeskDb> desk)
{
    /// <summary>By name, each topic before its subtopics, the retired ones among them.</summary>
    public async Task<IReadOnlyList<TopicLine>> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var topics = await db.Topics.AsNoTracking().Include(topic => topic.Parent).Include(topic => topic.Area).ToListAsync(cancel);
        var paths = topics.ConvertAll(topic => (string?)topic.Path);
        var uses = await db.Tickets.Where(t => paths.Contains(t.Topic)).GroupBy(t => t.Topic!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancel);
        var ruled = (await db.KeywordRules.Where(rule => rule.TopicId != null).Select(rule => rule.TopicId!.Value).ToListAsync(cancel)).ToHashSet();
        return
        [
            .. topics.OrderBy(topic => Ticket.Fold(topic.Parent?.Name ?? topic.Name), StringComparer.Ordinal).ThenBy(topic => topic.ParentId ?? topic.Id)
                .ThenBy(topic => topic.ParentId is not null).ThenBy(topic => Ticket.Fold(topic.Name), StringComparer.Ordinal)
                .Select(topic => new TopicLine(
                    topic.Id, topic.ParentId, topic.Name, topic.AreaId, topic.Area?.Name, topic.Active, uses.GetValueOrDefault(topic.Path),
                    topics.Exists(each => each.ParentId == topic.Id), ruled.Contains(topic.Id))),
        ];
    }

    /// <param name="form">Without a number: a new one.</param>
    /// <returns>Null when it was saved.</returns>
    public Task<Fault?> SaveAsync(TopicForm form, Actor by, CancellationToken cancel) => keeping.RunAsync(by, db => SaveAsync(db, form, cancel), cancel);

    public Task<Fault?> RetireAsync(int id, bool retired, Actor by, CancellationToken cancel) => keeping.RunAsync(by, async db =>
    {
        if (await db.Topics.SingleOrDefaultAsync(topic => topic.Id == id, cancel) is not { } topic) return ClassifyingProblem.Gone;
        topic.Active = !retired;
        return null;
    }, cancel);

    /// <summary>Only what nothing ever named: the past of a topic is told by its name.</summary>
    public Task<Fault?> DeleteAsync(int id, Actor by, CancellationToken cancel) => keeping.RunAsync(by, async db =>
    {
        if (await db.Topics.Include(topic => topic.Parent).SingleOrDefaultAsync(topic => topic.Id == id, cancel) is not { } topic) return ClassifyingProblem.Gone;
        if (await db.Topics.AnyAsync(each => each.ParentId == id, cancel)) return ClassifyingProblem.HasSubtopics;
        var path = topic.Path;
        if (await db.Tickets.AnyAsync(ticket => ticket.Topic == path, cancel) || await db.KeywordRules.AnyAsync(rule => rule.TopicId == id, cancel)) return ClassifyingProblem.InUse;
        db.Topics.Remove(topic);
        return null;
    }, cancel);

    /// <summary>A list as people have it: <c>Tema › Subtema; Área</c>, one a line. What is there already stays, and is given the area that the line says. All or nothing.</summary>
    public async Task<(int Added, Fault? Fault)> ImportAsync(string text, Actor by, CancellationToken cancel)
    {
        var added = 0;
        var fault = await keeping.RunAsync(by, async db =>
        {
            added = 0;
            var (lines, wrong) = TopicList.Read(text);
            if (wrong is not null) return wrong;
            var topics = await db.Topics.ToListAsync(cancel);
            var areas = await db.Areas.Where(area => area.Active).ToListAsync(cancel);
            foreach (var line in lines)
            {
                var area = line.Area is null ? null : areas.Find(each => Ticket.Fold(each.Name) == Ticket.Fold(line.Area));
                if (line.Area is not null && area is null) return line.Fault(ClassifyingProblem.AreaUnknown, line.Area);
                Topic? parent = null;
                foreach (var (name, last) in line.Names.Select((name, level) => (name, level == line.Names.Count - 1)))
                {
                    if (Wrong(name) is { } bad) return line.Fault(bad.Problem, bad.Detail);
                    var topic = topics.Find(each => each.Parent == parent && (parent is null ? each.ParentId is null : true) && Ticket.Fold(each.Name) == Ticket.Fold(name));
                    if (topic is null)
                    {
                        topic = new Topic { Name = name, Parent = parent };
                        topics.Add(topic);
                        db.Topics.Add(topic);
                        added++;
                    }

                    if (last && area is not null) topic.AreaId = area.Id;
                    parent = topic;
                }
            }

            return null;
        }, cancel);
        return (fault is null ? added : 0, fault);
    }

    private static async Task<Fault?> SaveAsync(DeskDb db, TopicForm form, CancellationToken cancel)
    {
        var name = form.Name.Trim();
        if (Wrong(name) is { } wrong) return wrong;
        var topics = await db.Topics.ToListAsync(cancel);
        var topic = form.Id is { } id ? topics.Find(each => each.Id == id) : null;
        if (form.Id is not null && topic is null) return ClassifyingProblem.Gone;
        if (form.ParentId is { } parentId)
        {
            if (topics.Find(each => each.Id == parentId) is not { } parent) return ClassifyingProblem.Gone;
            if (parent.ParentId is not null || parentId == form.Id) return ClassifyingProblem.TooDeep;
            if (topic is not null && topics.Exists(each => each.ParentId == topic.Id)) return ClassifyingProblem.HasSubtopics;
        }

        if (topics.Exists(each => each != topic && each.ParentId == form.ParentId && Ticket.Fold(each.Name) == Ticket.Fold(name))) return new(ClassifyingProblem.NameTaken, name);
        if (form.AreaId is { } area && !await db.Areas.AnyAsync(each => each.Active && each.Id == area, cancel)) return ClassifyingProblem.AreaUnknown;
        if (topic is null) db.Topics.Add(topic = new Topic { Name = name });
        (topic.Name, topic.ParentId, topic.AreaId) = (name, form.ParentId, form.AreaId);
        return null;
    }

    private static Fault? Wrong(string name) =>
        !SearchedWords.Split(name).Any() ? ClassifyingProblem.NameMissing
        : name.Length > Topic.NameLimit ? new(ClassifyingProblem.NameTooLong, Topic.NameLimit.ToString(CultureInfo.InvariantCulture))
        : name.Contains(Topic.Between.Trim(), StringComparison.Ordinal) ? ClassifyingProblem.NameHasSign
        : null;
}

/// <param name="Uses">Tickets that carry it by this name.</param>
/// <param name="HasRules">Rules of words suggest it.</param>
public sealed record TopicLine(int Id, int? ParentId, string Name, int? AreaId, string? Area, bool Active, int Uses, bool HasSubtopics, bool HasRules)
{
    public bool MayBeDeleted => Uses == 0 && !HasSubtopics && !HasRules;
}

public sealed class TopicForm
{
    public int? Id { get; init; }
    public int? ParentId { get; set; }
    public string Name { get; set; } = "";
    public int? AreaId { get; set; }
}
