using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>An action as it is typed.</summary>
public sealed class ActionForm
{
    /// <summary>Null: a new one.</summary>
    public int? Id { get; set; }

    /// <summary>Of the row that was before the person's eyes.</summary>
    public int Version { get; set; }
    public string Text { get; set; } = "";
    public string Responsible { get; set; } = "";
    public DateOnly? DueOn { get; set; }
    public ActionState State { get; set; } = ActionState.Open;
}

/// <summary>Keeps what leads write to a customer's month: remarks, and actions that stand in each month until they are over.</summary>
public sealed class KeepReport(DeskWriter writer, IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    /// <summary>Actions as they can be changed, the open ones of the customer and those that ended in the month.</summary>
    public async Task<IReadOnlyList<ActionForm>> ActionsAsync(int customerId, Period month, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var from = month.From;
        return await db.ReportActions.AsNoTracking().Where(action => action.CustomerId == customerId && action.RaisedIn <= from && (action.EndedIn == null || action.EndedIn >= from))
            .OrderBy(action => action.DueOn).ThenBy(action => action.Id)
            .Select(action => new ActionForm { Id = action.Id, Version = action.Version, Text = action.Text, Responsible = action.Responsible, DueOn = action.DueOn, State = action.State }).ToListAsync(cancel);
    }

    /// <param name="basedOn">The version that was before the lead's eyes; 0: there was none.</param>
    /// <returns>Null when it was saved.</returns>
    public async Task<ReportRefusal?> RemarkAsync(int customerId, Period month, string? text, int basedOn, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return new(ReportProblem.NotAllowed);
        var said = text?.Trim().ReplaceLineEndings("\n") ?? "";
        if (said.Length > MonthRemarks.TextLimit) return new(ReportProblem.RemarksTooLong, nameof(MonthRemarks.Text));
        return await TryAsync(async db =>
        {
            if (!await db.Customers.AnyAsync(customer => customer.Id == customerId, cancel)) return new(ReportProblem.CustomerUnknown);
            var known = await db.MonthRemarks.SingleOrDefaultAsync(remarks => remarks.CustomerId == customerId && remarks.Month == month.From, cancel);
            if ((known?.Version ?? 0) != basedOn) return new(ReportProblem.ChangedMeanwhile);
            if (known is null)
            {
                db.MonthRemarks.Add(new() { CustomerId = customerId, Month = month.From, Text = said, ChangedAt = clock.GetUtcNow(), ChangedBy = by.Name });
                return null;
            }

            (known.Text, known.ChangedAt, known.ChangedBy, known.Version) = (said, clock.GetUtcNow(), by.Name, known.Version + 1);
            return null;
        }, cancel);
    }

    /// <returns>Null when it was saved.</returns>
    public async Task<ReportRefusal?> ActAsync(int customerId, Period month, ActionForm form, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return new(ReportProblem.NotAllowed);
        var (text, responsible) = (form.Text.Trim().ReplaceLineEndings("\n"), form.Responsible.Trim());
        if (Refuse(text, responsible, form.DueOn) is { } wrong) return wrong;
        return await TryAsync(async db =>
        {
            if (form.Id is not { } id) return await AddAsync(db, customerId, month, text, responsible, form.DueOn!.Value, by, cancel);
            var action = await db.ReportActions.SingleOrDefaultAsync(each => each.Id == id && each.CustomerId == customerId, cancel);
            if (action is null) return new(ReportProblem.ActionUnknown);
            if (action.Version != form.Version) return new(ReportProblem.ChangedMeanwhile);
            (action.Text, action.Responsible, action.DueOn) = (text, responsible, form.DueOn!.Value);
            if (action.State != form.State) action.Put(form.State, month.From);
            (action.ChangedAt, action.ChangedBy, action.Version) = (clock.GetUtcNow(), by.Name, action.Version + 1);
            return null;
        }, cancel);
    }

    private async Task<ReportRefusal?> AddAsync(DeskDb db, int customerId, Period month, string text, string responsible, DateOnly dueOn, Actor by, CancellationToken cancel)
    {
        if (!await db.Customers.AnyAsync(customer => customer.Id == customerId, cancel)) return new(ReportProblem.CustomerUnknown);
        if (await db.ReportActions.CountAsync(action => action.CustomerId == customerId && action.State == ActionState.Open, cancel) >= ReportAction.Most) return new(ReportProblem.TooManyActions);
        db.ReportActions.Add(new()
        {
            CustomerId = customerId,
            Text = text,
            Responsible = responsible,
            DueOn = dueOn,
            RaisedIn = month.From,
            ChangedAt = clock.GetUtcNow(),
            ChangedBy = by.Name,
        });
        return null;
    }

    private static ReportRefusal? Refuse(string text, string responsible, DateOnly? dueOn) =>
        text.Length == 0 ? new(ReportProblem.ActionTextMissing, nameof(ActionForm.Text))
        : text.Length > ReportAction.TextLimit ? new(ReportProblem.ActionTextTooLong, nameof(ActionForm.Text))
        : responsible.Length == 0 ? new(ReportProblem.ResponsibleMissing, nameof(ActionForm.Responsible))
        : responsible.Length > ReportAction.ResponsibleLimit ? new(ReportProblem.ResponsibleTooLong, nameof(ActionForm.Responsible))
        : dueOn is null ? new(ReportProblem.DueMissing, nameof(ActionForm.DueOn))
        : null;

    /// <summary>Two who save at once: the second is told, whether the store noticed it or the version did.</summary>
    private async Task<ReportRefusal?> TryAsync(Func<DeskDb, Task<ReportRefusal?>> work, CancellationToken cancel)
    {
        try
        {
            return await writer.RunAsync(work, cancel, refusal => refusal is null);
        }
        catch (DbUpdateException)
        {
            return new(ReportProblem.ChangedMeanwhile);
        }
    }
}
