using Microsoft.EntityFrameworkCore;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

public sealed class FilingTests
{
    [SkippableTheory, Engines]
    public async Task Sixty_four_filings_at_once_get_consecutive_numbers_without_gap_or_double(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => desk.FileAsync())));
        Assert.Equal(
            Enumerable.Range(1, 64).Select(sequence => $"PQRS-2026-{sequence:000000}"),
            receipts.Select(receipt => receipt.Number).Order());
        Assert.Equal(64, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }
}
