using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench.Uploads;

/// <summary>A member of staff who puts a file on a case in a real browser: it comes over the page's own connection.</summary>
internal sealed class CircuitFiles : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly IPage _page;

    private CircuitFiles(IBrowserContext context, IPage page) => (_context, _page) = (context, page);

    public static async Task<CircuitFiles> OpenAsync(string address, StaffMember member, string number)
    {
        var context = await Browsers.ContextAsync(new() { BaseURL = address });
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(address) };
        await http.SignInAsync(member.Email);
        await context.AddCookiesAsync(http.DefaultRequestHeaders.GetValues("Cookie").SelectMany(header => header.Split("; ")).Select(pair => pair.Split('=', 2)).DistinctBy(pair => pair[0])
            .Select(pair => new Cookie { Name = pair[0], Value = pair[1], Url = address }));
        var page = await context.NewPageAsync();
        await page.GotoAsync(DeskUrls.TicketOf(number));
        await page.WaitForFunctionAsync("document.querySelector('#caso-adjuntar')?._blazorInputFileNextFileId !== undefined");
        return new(context, page);
    }

    /// <param name="file">On this machine's disk: the browser reads it from there.</param>
    public async Task UploadAsync(string file)
    {
        var panel = _page.Locator("details.attach");
        await panel.Locator("summary").ClickAsync();
        await panel.Locator("input[type=file]").SetInputFilesAsync(file);
        await _page.Locator("section.panel a", new() { HasTextString = Path.GetFileName(file) }).First.WaitForAsync(new() { Timeout = 120_000 });
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
