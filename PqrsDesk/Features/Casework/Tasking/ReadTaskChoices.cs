using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Tasking;

/// <summary>An area that can be asked, with its people.</summary>
public sealed record TaskArea(Choice Area, IReadOnlyList<Choice> People);

/// <summary>Whom a task can be for, and when it would be due.</summary>
public sealed class ReadTaskChoices(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    public async Task<IReadOnlyList<TaskArea>> AreasAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var areas = await db.Areas.Where(area => area.Active).OrderBy(area => area.Name).Select(area => new { area.Id, area.Name }).ToListAsync(cancel);
        var people = await db.Staff.Where(member => member.Active && member.AreaId != null).OrderBy(member => member.Name).Select(member => new { member.Id, member.Name, member.AreaId }).ToListAsync(cancel);
        return [.. areas.Select(area => new TaskArea(new(Value(area.Id), area.Name), [.. people.Where(member => member.AreaId == area.Id).Select(member => new Choice(Value(member.Id), member.Name))]))];
    }

    /// <summary>The date that so many business days of the desk's calendar lead to from today; null when they lead nowhere.</summary>
    public async Task<DateOnly?> DueOnAsync(int days)
    {
        if (days is < 1 or > CaseTask.LongestDays) return null;
        var book = await shelf.BookAsync();
        return book.Calendar(book.LegalCalendarVersionId).AddBusinessDays(book.DateOf(clock.GetUtcNow()), days);
    }

    private static string Value(int id) => id.ToString(CultureInfo.InvariantCulture);
}
