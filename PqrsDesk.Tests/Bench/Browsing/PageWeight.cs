using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench.Browsing;

/// <summary>What a browser is sent for a page, in bytes as they cross the wire.</summary>
/// <param name="Html">The document, with its headers.</param>
/// <param name="Circuit">What the circuit draws until the page rests.</param>
/// <param name="Files">Scripts, styles, fonts and drawings.</param>
internal sealed record PageWeight(long Html, long Circuit, long Files)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1.5);

    public long Page => Html + Circuit;

    /// <summary>A browser that has never been there, then the same one again.</summary>
    /// <param name="client">With the cookie of whoever looks.</param>
    /// <param name="there">A selector of what is there when all of it is.</param>
    public static async Task<(PageWeight Cold, PageWeight Warm)> OfAsync(WebDesk desk, HttpClient client, string address, string there)
    {
        await using var wire = new Wire(desk.Address);
        var context = await Browsers.ContextAsync(new() { BaseURL = wire.Address, ViewportSize = new() { Width = 1440, Height = 900 } });
        try
        {
            await context.AddCookiesAsync(client.DefaultRequestHeaders.GetValues("Cookie").SelectMany(header => header.Split("; ")).Select(pair => new Cookie
            {
                Url = wire.Address,
                Name = pair.Split('=', 2)[0],
                Value = pair.Split('=', 2)[1],
            }));
            var page = await context.NewPageAsync();
            return (await WeighAsync(wire, page, address, there), await WeighAsync(wire, page, address, there));
        }
        finally
        {
            await context.CloseAsync();
        }
    }

    private static async Task<PageWeight> WeighAsync(Wire wire, IPage page, string address, string there)
    {
        await page.GotoAsync("about:blank");
        await RestAsync(wire);
        var (kinds, bytes) = (new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, long>());
        var tools = await page.Context.NewCDPSessionAsync(page);
        tools.Event("Network.responseReceived").OnEvent += (_, told) => kinds[Text(told, "requestId")] = Text(told, "type");
        tools.Event("Network.loadingFinished").OnEvent += (_, told) => bytes[Text(told, "requestId")] = (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
        await tools.SendAsync("Network.enable");
        var circuit = wire.Circuit;
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("document.querySelector('[data-interactive]') !== null");
        await page.WaitForSelectorAsync(there);
        await RestAsync(wire);
        await tools.DetachAsync();
        return new(Sum("Document"), wire.Circuit - circuit, bytes.Where(each => kinds.GetValueOrDefault(each.Key) != "Document").Sum(each => each.Value));

        long Sum(string kind) => bytes.Where(each => kinds.GetValueOrDefault(each.Key) == kind).Sum(each => each.Value);
    }

    private static string Text(JsonElement? told, string name) => told!.Value.GetProperty(name).GetString()!;

    private static async Task RestAsync(Wire wire)
    {
        for (var before = -1L; before != wire.Received;)
        {
            before = wire.Received;
            await Task.Delay(Quiet);
        }
    }
}
