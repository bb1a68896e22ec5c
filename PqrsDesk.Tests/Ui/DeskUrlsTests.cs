using Xunit;

namespace PqrsDesk.Ui;

public class DeskUrlsTests
{
    [Theory]
    [InlineData("PQRS-2026-000123", "/casos/PQRS-2026-000123")]
    [InlineData("8/2026 é", "/casos/8%2F2026%20%C3%A9")]
    public void A_radicado_is_one_segment_of_the_address(string radicado, string address) =>
        Assert.Equal(address, DeskUrls.TicketOf(radicado));

    [Fact]
    public void A_month_is_written_with_two_digits() =>
        Assert.Equal("/informes/2026-03.xlsx", DeskUrls.ReportFileOf(2026, 3));

    [Fact]
    public void A_search_is_carried_whole() =>
        Assert.Equal("/buscar?q=a%26b%3Dc%20%C3%B1", DeskUrls.SearchFor("a&b=c ñ"));

    [Fact]
    public void An_empty_filter_leaves_no_trace_in_the_address() =>
        Assert.Equal("/", DeskUrls.QueueWith((QueueParameter.Text, ""), (QueueParameter.Area, null)));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/casos/PQRS-2026-000123?x=1", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("/a\r\nSet-Cookie: x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_path_of_this_desk_is_followed(string? address, bool local) =>
        Assert.Equal(local, DeskUrls.IsLocal(address));
}
