using Xunit;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

public sealed class WaitsTests
{
    [Fact]
    public void Numbers_come_back_in_order()
    {
        long[] numbers = [0, 1, 127, 128, 128, 16_384, 1_641_600_000_000, -5, long.MaxValue, long.MinValue];
        var back = new List<long>();

        Waits.Read(Waits.Write(numbers), back);

        Assert.Equal(numbers.Order(), back);
    }

    [Fact]
    public void A_day_of_answers_takes_few_bytes()
    {
        var dice = new Random(7);
        var waits = Enumerable.Range(0, 700).Select(_ => dice.NextInt64(TimeSpan.MicrosecondsPerDay * 20)).ToList();

        Assert.InRange(Waits.Write(waits).Length, 1, 700 * 5 + 5);
        Assert.Empty(Waits.Write([]));
    }
}
