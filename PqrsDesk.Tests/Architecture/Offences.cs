// What the rules must find, each hidden where a look at signatures alone would miss it.
namespace PqrsDesk.Domain.Offences
{
    internal static class OffendingTicket
    {
        public static string Look() => Infrastructure.Persistence.Json.Options.ToString()!;

        public static Func<Task<DateTimeOffset>> Wait() => async () =>
        {
            await Task.Yield();
            return DateTimeOffset.UtcNow;
        };

        public static void Foreign() => Xunit.Assert.NotNull(new object());
    }
}

namespace PqrsDesk.Features.One
{
    internal static class OffendingSlice
    {
        public static IEnumerable<Type> Look()
        {
            yield return typeof(Two.OffendingNeighbour);
        }
    }
}

namespace PqrsDesk.Features.Drafting
{
    internal static class OffendingPen
    {
        public static Func<Type> Look() => () => typeof(Two.OffendingNeighbour);
    }
}

namespace PqrsDesk.Features
{
    internal static class OffendingSetup
    {
        public static Type Look { get; } = typeof(Two.OffendingNeighbour);
    }
}

namespace PqrsDesk.Features.Two
{
    internal static class OffendingNeighbour;
}
