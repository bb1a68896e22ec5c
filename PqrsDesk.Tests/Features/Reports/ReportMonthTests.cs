using PqrsDesk.Domain.Kpis;
using Xunit;

namespace PqrsDesk.Features.Reports;

public sealed class ReportMonthTests
{
    [Fact]
    public void A_month_is_written_and_read()
    {
        var october = Period.Month(2026, 10);

        Assert.Equal(october, ReportMonth.Read("2026-10"));
        Assert.Equal("2026-10", ReportMonth.Write(october));
        Assert.Equal("PQRS-2026-10.xlsx", ReportMonth.FileName(october));
        Assert.Equal("/informes/2026-10.xlsx", ReportMonth.FileAddress(october));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("0000-01")]
    [InlineData("../2026-10")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_month_is_none(string? text) => Assert.Null(ReportMonth.Read(text));
}
