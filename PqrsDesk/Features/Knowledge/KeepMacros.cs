using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Knowledge;

/// <summary>The macros: one's own are everybody's to keep, those that all use are for leads.</summary>
public sealed class KeepMacros(IDbContextFactory<DeskDb> desk, DeskWriter writer, ClassificationShelf classification, TimeProvider clock)
{
    /// <summary>All that the reader may apply, by name, those that were retired among them.</summary>
    public async Task<IReadOnlyList<Macro>> ReadAsync(AnswersReader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var me = reader.StaffId;
        var macros = await db.Macros.AsNoTracking().Where(macro => macro.Sharing == Sharing.Everyone || macro.OwnerId == me).ToListAsync(cancel);
        return [.. macros.OrderBy(macro => Ticket.Fold(macro.Name), StringComparer.Ordinal)];
    }

    /// <returns>Null when it was saved.</returns>
    public async Task<AnswersFault?> SaveAsync(MacroForm form, AnswersReader reader, Actor by, CancellationToken cancel)
    {
        if (reader.StaffId is not { } me || form.Sharing is not (Sharing.Private or Sharing.Everyone) || (form.Sharing == Sharing.Everyone && !reader.Leads)) return AnswersProblem.NotAllowed;
        var steps = new List<MacroStep>();
        foreach (var step in form.Steps)
        {
            if (step.Step is not { } known) return new(AnswersProblem.StepIncomplete, (steps.Count + 1).ToString(CultureInfo.InvariantCulture));
            steps.Add(known);
        }

        if (Macro.Refuse(form.Name, steps) is { } wrong) return wrong;
        var topics = (await classification.BookAsync()).Topics.Select(topic => topic.Path).ToHashSet(StringComparer.Ordinal);
        if (steps.OfType<MacroStep.Classify>().Any(step => !topics.Contains(step.Topic))) return AnswersProblem.TopicUnknown;
        return await writer.RunAsync(db => SaveAsync(db, form, steps, me, reader, by, cancel), cancel, fault => fault is null);
    }

    /// <returns>Null when it was deleted.</returns>
    public Task<AnswersFault?> DeleteAsync(int id, AnswersReader reader, CancellationToken cancel) => writer.RunAsync<AnswersFault?>(
        async db =>
        {
            if (await db.Macros.SingleOrDefaultAsync(each => each.Id == id, cancel) is not { } macro) return AnswersProblem.Gone;
            if (!macro.MayBeChangedBy(reader)) return AnswersProblem.NotAllowed;
            db.Macros.Remove(macro);
            return null;
        },
        cancel,
        fault => fault is null);

    private async Task<AnswersFault?> SaveAsync(DeskDb db, MacroForm form, List<MacroStep> steps, int me, AnswersReader reader, Actor by, CancellationToken cancel)
    {
        if (form.TopicId is { } topic && !await db.Topics.AnyAsync(each => each.Id == topic, cancel)) return AnswersProblem.TopicUnknown;
        if (await NamedAsync(db, form, steps, reader, cancel) is { } unknown) return unknown;
        var name = form.Name.Trim();
        var others = await db.Macros.Where(each => each.Id != form.Id && (each.Sharing == Sharing.Everyone || each.OwnerId == me)).Select(each => each.Name).ToListAsync(cancel);
        if (others.Exists(each => Ticket.Fold(each) == Ticket.Fold(name))) return new(AnswersProblem.NameTaken, name);
        var macro = form.Id is { } id ? await db.Macros.SingleOrDefaultAsync(each => each.Id == id, cancel) : null;
        if (form.Id is not null && macro is null) return AnswersProblem.Gone;
        if (macro?.MayBeChangedBy(reader) == false) return AnswersProblem.NotAllowed;
        if (macro is null) db.Macros.Add(macro = new Macro { Name = name, Steps = steps, OwnerId = me, ChangedAt = default, ChangedBy = "" });
        if (form.Sharing == Sharing.Private) macro.OwnerId = me;
        (macro.Name, macro.Steps, macro.Kind, macro.TopicId, macro.Status) = (name, steps, form.Kind, form.TopicId, form.Status);
        (macro.Sharing, macro.Active, macro.ChangedAt, macro.ChangedBy) = (form.Sharing, form.Active, clock.GetUtcNow(), by.Name);
        return null;
    }

    /// <summary>Whatever the steps name is there, and everybody who may apply it may read what it sends.</summary>
    private static async Task<AnswersFault?> NamedAsync(DeskDb db, MacroForm form, List<MacroStep> steps, AnswersReader reader, CancellationToken cancel)
    {
        foreach (var member in steps.OfType<MacroStep.Assign>())
            if (!await db.Staff.AnyAsync(each => each.Id == member.MemberId && each.Active, cancel)) return AnswersProblem.MemberUnknown;
        foreach (var wait in steps.OfType<MacroStep.Wait>().Where(step => step.CauseId is not null))
            if (!await db.PauseCauses.AnyAsync(each => each.Id == wait.CauseId && each.Active, cancel)) return AnswersProblem.CauseUnknown;
        foreach (var id in steps.Select(step => step.SentTemplate).OfType<int>())
        {
            var template = await db.ReplyTemplates.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && each.Active, cancel);
            if (template?.MayBeUsedBy(reader) != true) return AnswersProblem.TemplateUnknown;
            if (form.Sharing == Sharing.Everyone && template.Sharing == Sharing.Private) return new(AnswersProblem.TemplatePrivate, template.Name);
        }

        return null;
    }
}
