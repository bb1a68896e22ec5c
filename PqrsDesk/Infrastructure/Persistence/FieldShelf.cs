using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps the <see cref="FieldBook"/> at hand. Another node's change is known after a few seconds.</summary>
public sealed class FieldShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock)
    : BookShelf<FieldBook>(desk, clock, TimeSpan.FromSeconds(3), async db => new(await db.CustomFields.AsNoTracking().ToListAsync()));
