using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Knowledge;

/// <summary>The templates: one's own are everybody's to keep, those that others use are for leads.</summary>
public sealed class KeepTemplates(IDbContextFactory<DeskDb> desk, DeskWriter writer, TimeProvider clock)
{
    /// <summary>All that the reader may use, by name, those that were retired among them.</summary>
    public async Task<IReadOnlyList<ReplyTemplate>> ReadAsync(AnswersReader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var me = reader.StaffId;
        var templates = await db.ReplyTemplates.AsNoTracking().Where(template => template.Sharing != Sharing.Private || template.OwnerId == me).ToListAsync(cancel);
        return [.. templates.Where(template => template.MayBeUsedBy(reader)).OrderBy(template => Ticket.Fold(template.Name), StringComparer.Ordinal)];
    }

    /// <returns>Null when it was saved.</returns>
    public async Task<AnswersFault?> SaveAsync(TemplateForm form, AnswersReader reader, Actor by, CancellationToken cancel)
    {
        if (reader.StaffId is not { } me || (form.Sharing != Sharing.Private && !reader.Leads) || !Enum.IsDefined(form.Sharing)) return AnswersProblem.NotAllowed;
        if (ReplyTemplate.Refuse(form.Name, form.Spanish, form.EnglishOrNone) is { } wrong) return wrong;
        return await writer.RunAsync(db => SaveAsync(db, form, me, reader, by, cancel), cancel, fault => fault is null);
    }

    /// <returns>Null when it was deleted.</returns>
    public Task<AnswersFault?> DeleteAsync(int id, AnswersReader reader, CancellationToken cancel) => writer.RunAsync<AnswersFault?>(
        async db =>
        {
            if (await db.ReplyTemplates.SingleOrDefaultAsync(each => each.Id == id, cancel) is not { } template) return AnswersProblem.Gone;
            if (!template.MayBeChangedBy(reader)) return AnswersProblem.NotAllowed;
            if (await UsedByAsync(db, id, null, cancel) is { } macro) return new(AnswersProblem.InUse, macro);
            db.ReplyTemplates.Remove(template);
            return null;
        },
        cancel,
        fault => fault is null);

    private async Task<AnswersFault?> SaveAsync(DeskDb db, TemplateForm form, int me, AnswersReader reader, Actor by, CancellationToken cancel)
    {
        if (form.TopicId is { } topic && !await db.Topics.AnyAsync(each => each.Id == topic, cancel)) return AnswersProblem.TopicUnknown;
        if (form.Sharing == Sharing.Area && !await db.Areas.AnyAsync(each => each.Id == form.AreaId, cancel)) return AnswersProblem.AreaMissing;
        var name = form.Name.Trim();
        var others = await db.ReplyTemplates.Where(each => each.Id != form.Id && (each.Sharing != Sharing.Private || each.OwnerId == me)).Select(each => each.Name).ToListAsync(cancel);
        if (others.Exists(each => Ticket.Fold(each) == Ticket.Fold(name))) return new(AnswersProblem.NameTaken, name);
        var template = form.Id is { } id ? await db.ReplyTemplates.SingleOrDefaultAsync(each => each.Id == id, cancel) : null;
        if (form.Id is not null && template is null) return AnswersProblem.Gone;
        if (template?.MayBeChangedBy(reader) == false) return AnswersProblem.NotAllowed;
        if (template is not null && form.Sharing == Sharing.Private && await UsedByAsync(db, template.Id, Sharing.Everyone, cancel) is { } macro) return new(AnswersProblem.InUse, macro);
        if (template is null) db.ReplyTemplates.Add(template = new ReplyTemplate { Name = name, Spanish = "", OwnerId = me, ChangedAt = default, ChangedBy = "" });

        // Whoever makes it private keeps it.
        if (form.Sharing == Sharing.Private) template.OwnerId = me;
        (template.Name, template.Spanish, template.English) = (name, form.Spanish.Trim().ReplaceLineEndings("\n"), form.EnglishOrNone);
        (template.Kind, template.TopicId, template.Sharing, template.AreaId, template.Active) = (form.Kind, form.TopicId, form.Sharing, form.Sharing == Sharing.Area ? form.AreaId : null, form.Active);
        (template.ChangedAt, template.ChangedBy) = (clock.GetUtcNow(), by.Name);
        return null;
    }

    /// <summary>The name of a macro that sends it; null: none does.</summary>
    private static async Task<string?> UsedByAsync(DeskDb db, int id, Sharing? of, CancellationToken cancel) =>
        (await db.Macros.AsNoTracking().ToListAsync(cancel)).Find(macro => (of is null || macro.Sharing == of) && macro.Steps.Any(step => step.SentTemplate == id))?.Name;
}
