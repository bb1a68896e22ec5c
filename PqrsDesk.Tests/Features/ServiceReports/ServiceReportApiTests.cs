using System.Net;
using System.Text.Json;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.ServiceReports;

public sealed class ServiceReportApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_reads_a_month_and_is_told_what_is_none()
    {
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var number = (await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id })).Number;
        var today = (await desk.BookAsync()).DateOf(desk.Clock.GetUtcNow());
        using var http = await desk.ProgramAsync();

        using var said = JsonDocument.Parse(await http.GetStringAsync(DeskUrls.ApiServiceReportOf(customer.Id, MonthText.Write(Period.Month(today).From))));
        var figures = said.RootElement.GetProperty("figures");
        Assert.Equal((customer.Name, false), (figures.GetProperty("customer").GetString(), figures.GetProperty("isOver").GetBoolean()));
        Assert.Equal([number], figures.GetProperty("cases").GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("number").GetString()));
        Assert.Equal(1, figures.GetProperty("indicators").EnumerateArray().Single(pair => pair.GetProperty("kpi").GetString() == "received").GetProperty("now").GetDouble());

        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(DeskUrls.ApiServiceReportOf(customer.Id, "2026-13"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(DeskUrls.ApiServiceReportOf(customer.Id, MonthText.Write(today.AddMonths(2))))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(DeskUrls.ApiServiceReportOf(999_999, "2026-01"))).StatusCode);
        using var nobody = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(DeskUrls.ApiServiceReportOf(customer.Id, "2026-01"))).StatusCode);

        // Of what was sent nobody sees anything who is not signed in.
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(DeskUrls.CustomerReportFileOf(customer.Id, "2026-01", "es"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(DeskUrls.SentReportOf(customer.Id, 1))).StatusCode);
    }
}
