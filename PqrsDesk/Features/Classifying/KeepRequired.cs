using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Classifying;

/// <summary>Which fields each kind asks for, cell by cell: two administrators at once lose nothing of each other's.</summary>
public sealed class KeepRequired(Keeping keeping, ClassificationShelf shelf)
{
    public async Task<RequiredFields> ReadAsync() => (await shelf.BookAsync()).Required;

    public Task<Fault?> SaveAsync(FieldDemand demand, Actor by, CancellationToken cancel) => keeping.RunAsync(by, async db =>
    {
        if (!Enum.IsDefined(demand.Kind) || !Enum.IsDefined(demand.Field) || !Enum.IsDefined(demand.Of)) return ClassifyingProblem.Gone;
        var settings = await ClassificationShelf.TouchAsync(db, cancel);
        settings.Demands = new RequiredFields(settings.Demands).With(demand).Demands;
        return null;
    }, cancel);
}
