using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Classifying;

public sealed record AreaLine(int Id, string Name);

/// <summary>The areas that can answer.</summary>
public sealed class ReadAreas(IDbContextFactory<DeskDb> desk)
{
    public async Task<IReadOnlyList<AreaLine>> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Areas.Where(area => area.Active).OrderBy(area => area.Name).Select(area => new AreaLine(area.Id, area.Name)).ToListAsync(cancel);
    }
}
