using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>How long the platforms of a customer's contracts were up.</summary>
internal static class PlatformAvailability
{
    public static Task<IReadOnlyList<AvailabilityLine>> AvailabilityAsync(this DeskDb db, IReadOnlyList<ContractLine> contracts, Cut cut, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<AvailabilityLine>>([]);
}
