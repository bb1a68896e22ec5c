using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Together;

namespace PqrsDesk.Infrastructure.Persistence;

public static class MentionQuery
{
    /// <summary>Whom a text may call by name, as the staff is now.</summary>
    public static async Task<MentionBook> MentionBookAsync(this DeskDb db, CancellationToken cancel) => new(
        await db.Staff.AsNoTracking().Where(member => member.Active).OrderBy(member => member.Id).ToListAsync(cancel),
        await db.Areas.ToDictionaryAsync(area => area.Id, area => area.Name, cancel));

    /// <summary>Whom it calls. The staff is asked for only where there is a sign of it.</summary>
    public static async Task<IReadOnlyList<Mentioned>> MentionsAsync(this DeskDb db, string? text, CancellationToken cancel) =>
        MentionBook.Calls(text) ? (await db.MentionBookAsync(cancel)).In(text) : [];
}
