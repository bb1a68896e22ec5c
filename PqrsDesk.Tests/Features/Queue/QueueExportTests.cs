using System.IO.Compression;
using System.Net;
using System.Text;
using ClosedXML.Excel;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class QueueExportTests
{
    private const string Formula = "=HYPERLINK(\"http://x\";\"y\")";

    [Fact]
    public async Task The_whole_filter_comes_as_a_workbook_and_as_text_with_formulas_defused()
    {
        await using var desk = await WebDesk.StartAsync();
        for (var filed = 0; filed < 3; filed++) await desk.FileAsync();
        var hostile = (await desk.FileAsync(Samples.Filing with { Kind = TicketKind.Petition, Subject = Formula }, Samples.Petitioner with { Name = "@SUM(1+1)\tx" })).Number;
        using var http = await SignedInAsync(desk);

        var address = FilterAddress.Of(new TicketFilter { Kind = TicketKind.Petition });
        using var book = new XLWorkbook(await (await http.GetAsync(DeskUrls.QueueFileOf(DeskUrls.QueueWorkbook, address))).Content.ReadAsStreamAsync());
        var sheet = book.Worksheets.Single();
        Assert.Equal((1, "Radicado", hostile), (sheet.LastRowUsed()!.RowNumber() - 1, sheet.Cell(1, 1).GetString(), sheet.Cell(2, 1).GetString()));
        Assert.Equal(Formula, sheet.Cell(2, 3).GetString());
        Assert.False(sheet.Cell(2, 3).HasFormula);
        Assert.True(sheet.Cell(2, 3).Style.IncludeQuotePrefix);
        Assert.Equal(XLDataType.DateTime, sheet.Cell(2, 11).DataType);

        var response = await http.GetAsync(DeskUrls.QueueFileOf(DeskUrls.QueueCsv, address));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("'@SUM(1+1)", text, StringComparison.Ordinal);
        Assert.StartsWith("attachment", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picked_cases_come_and_nothing_else()
    {
        await using var desk = await WebDesk.StartAsync();
        var numbers = new List<string>();
        for (var filed = 0; filed < 4; filed++) numbers.Add((await desk.FileAsync()).Number);
        using var http = await SignedInAsync(desk);

        var response = await http.PostAsync(DeskUrls.QueueCsv, new FormUrlEncodedContent([new("numeros", $"{numbers[0]} {numbers[2]} PQRS-1999-000001")]));

        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal(new[] { numbers[0], numbers[2] }.Order(), lines[1..].Select(line => line.Split(';')[0]).Order());
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(DeskUrls.QueueCsv, new FormUrlEncodedContent([]))).StatusCode);
    }

    [Fact]
    public async Task Mine_is_of_whoever_asks_and_strangers_get_nothing()
    {
        await using var desk = await WebDesk.StartAsync();
        var ana = await desk.HireWithAccountAsync();
        var (mine, _) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        await desk.TakeAsync(mine, ana);
        using var http = await desk.StaffAsync(ana);
        var lines = (await http.GetStringAsync(DeskUrls.QueueFileOf(DeskUrls.QueueCsv, DeskUrls.MyTickets))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains(mine, lines[1], StringComparison.Ordinal);

        using var stranger = desk.Client();
        foreach (var address in new[] { DeskUrls.QueueCsv, DeskUrls.QueueWorkbook })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(address)).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await stranger.PostAsync(address, new FormUrlEncodedContent([new("numeros", mine)]))).StatusCode);
        }
    }

    [Fact]
    public async Task More_than_a_page_comes_whole()
    {
        await using var desk = await WebDesk.StartAsync();
        for (var filed = 0; filed < 520; filed++) await desk.FileAsync();
        using var http = await SignedInAsync(desk);

        await using var file = await (await http.GetAsync(DeskUrls.QueueWorkbook)).Content.ReadAsStreamAsync();
        using var zip = new ZipArchive(file);
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await reader.ReadToEndAsync();
        Assert.Equal(521, xml.Split("<row ").Length - 1);
        Assert.Contains("ref=\"A1:Q521\"", xml, StringComparison.Ordinal);
    }

    private static Task<HttpClient> SignedInAsync(WebDesk desk) => desk.StaffAsync();
}
