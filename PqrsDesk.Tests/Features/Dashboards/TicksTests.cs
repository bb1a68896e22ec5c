using Xunit;

namespace PqrsDesk.Features.Dashboards;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(6, 6, 2)]
    [InlineData(11, 15, 5)]
    [InlineData(38, 40, 10)]
    [InlineData(51, 60, 20)]
    [InlineData(640, 800, 200)]
    [InlineData(99_999, 100_000, 20_000)]
    public void An_axis_has_few_whole_steps_and_room_for_the_greatest(int greatest, double max, double step) =>
        Assert.Equal(new Ticks(max, step), Ticks.UpTo(greatest));
}
