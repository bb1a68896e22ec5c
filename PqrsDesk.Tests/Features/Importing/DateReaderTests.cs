using Xunit;

namespace PqrsDesk.Features.Importing;

public sealed class DateReaderTests
{
    private static readonly DateReader Reader = new(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
        ["MM/dd/yyyy hh:mm:ss tt", "yyyy-MM-dd'T'HH:mm:ss.fffffffK", "yyyy-MM-dd"]);

    [Theory]
    [InlineData("01/05/2015 08:30:00 AM", "2015-01-05T13:30:00Z")]
    [InlineData("07/05/2015 08:30:00 PM", "2015-07-06T00:30:00Z")]
    [InlineData("2015-07-05", "2015-07-05T04:00:00Z")]
    [InlineData("2015-07-05T10:00:00.1234567+02:00", "2015-07-05T08:00:00.123456Z")]
    [InlineData("2015-07-05T10:00:00.1234567Z", "2015-07-05T10:00:00.123456Z")]
    [InlineData("2015-07-05T10:00:00.0000000", "2015-07-05T14:00:00Z")]
    public void Local_times_are_of_the_zone_and_an_offset_says_otherwise(string text, string instant) =>
        Assert.Equal((DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), null), Reader.Read(text, "filedAt"));

    [Fact]
    public void Of_an_hour_that_passes_twice_the_first_is_taken() =>
        Assert.Equal(new DateTimeOffset(2015, 11, 1, 5, 30, 0, TimeSpan.Zero), Reader.Read("11/01/2015 01:30:00 AM", "filedAt").At);

    [Theory]
    [InlineData("03/08/2015 02:30:00 AM", "Row.SkippedHour")]
    [InlineData("02/30/2015 02:30:00 AM", "Row.Date")]
    [InlineData("2015/02/03", "Row.Date")]
    [InlineData("1899-12-31", "Row.Year")]
    [InlineData("0001-01-01T00:00:00.0000000+14:00", "Row.Year")]
    [InlineData("9999-12-31T23:59:59.9999999-14:00", "Row.Date")]
    [InlineData("9999-12-31", "Row.Year")]
    public void What_never_was_is_refused(string text, string key)
    {
        var (_, problem) = Reader.Read(text, "filedAt");
        Assert.Equal((key, "filedAt", text), (problem?.Key, problem?.About[0], problem?.About[1]));
    }
}
