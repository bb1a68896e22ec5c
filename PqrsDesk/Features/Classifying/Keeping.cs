using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Classifying;

/// <summary>How every change here is made: by an administrator, in one transaction, and known to this node and the others at once.</summary>
public sealed class Keeping(DeskWriter writer, ClassificationShelf shelf)
{
    /// <returns>Null when it was saved.</returns>
    public async Task<Fault?> RunAsync(Actor by, Func<DeskDb, Task<Fault?>> change, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return ClassifyingProblem.NotAllowed;
        var fault = await writer.RunAsync(
            async db =>
            {
                if (await change(db) is { } wrong) return wrong;
                await ClassificationShelf.TouchAsync(db, cancel);
                return null;
            },
            cancel,
            wrong => wrong is null);
        if (fault is null) shelf.Refresh();
        return fault;
    }
}
