using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>One thing to choose, by the value that the form sends.</summary>
public sealed record Choice(string Value, string Name);

/// <summary>To whom and where a ticket can go.</summary>
public sealed class ReadChoices(IDbContextFactory<DeskDb> desk, ClassificationShelf classification)
{
    /// <summary>The people of the ticket's own area come first.</summary>
    public async Task<IReadOnlyList<Choice>> MembersAsync(int areaId, int? exceptId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var members = await db.Staff.Where(member => member.Active && member.Id != exceptId)
            .OrderByDescending(member => member.AreaId == areaId).ThenBy(member => member.Name)
            .Select(member => new { member.Id, member.Name, Area = db.Areas.Where(area => area.Id == member.AreaId).Select(area => area.Name).FirstOrDefault() })
            .ToListAsync(cancel);
        return [.. members.Select(member => new Choice(Value(member.Id), member.Area is { } area ? $"{member.Name} · {area}" : member.Name))];
    }

    public async Task<IReadOnlyList<Choice>> AreasAsync(int exceptId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var areas = await db.Areas.Where(area => area.Active && area.Id != exceptId).OrderBy(area => area.Name)
            .Select(area => new { area.Id, area.Name }).ToListAsync(cancel);
        return [.. areas.Select(area => new Choice(Value(area.Id), area.Name))];
    }

    /// <summary>The desk's catalogue of why a case waits.</summary>
    public async Task<IReadOnlyList<Choice>> PauseCausesAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var causes = await db.PauseCauses.Where(cause => cause.Active).OrderBy(cause => cause.Id).Select(cause => new { cause.Id, cause.Name }).ToListAsync(cancel);
        return [.. causes.Select(cause => new Choice(Value(cause.Id), cause.Name))];
    }

    /// <summary>The house's topics and products.</summary>
    public Task<ClassificationBook> ClassificationAsync() => classification.BookAsync();

    private static string Value(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
