using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Portal;

/// <summary>A browser without a script: it keeps cookies, sends the forms that pages have, and follows redirects one by one.</summary>
internal sealed partial class PortalBrowser(WebDesk desk) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new() }) { BaseAddress = new(desk.Address) };

    /// <summary>The page one looks at.</summary>
    public string Page { get; private set; } = "";
    public HttpStatusCode Status { get; private set; }
    public HttpResponseHeaders Headers { get; private set; } = null!;

    /// <summary>Where one is.</summary>
    public string At { get; private set; } = "";

    /// <summary>Visible words, as a person reads them.</summary>
    public string Words => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(Page[Math.Max(0, Page.IndexOf("<body", StringComparison.Ordinal))..], " "), " "));

    public async Task<PortalBrowser> GoAsync(string address)
    {
        using var response = await _http.GetAsync(address);
        At = address;
        return await LookAsync(response);
    }

    /// <summary>Sends the form of that handler, with its hidden fields and these.</summary>
    public async Task<PortalBrowser> SendAsync(string handler, IEnumerable<(string Name, string Value)> fields, params (string Name, byte[] Content)[] files)
    {
        using var response = await PostAsync(handler, fields, files);
        return await LookAsync(response);
    }

    public async Task<HttpResponseMessage> PostAsync(string handler, IEnumerable<(string Name, string Value)> fields, params (string Name, byte[] Content)[] files)
    {
        var form = Forms().Matches(Page).Select(match => match.Value).Single(each => each.Contains($"name=\"_handler\" value=\"{handler}\"", StringComparison.Ordinal));
        var typed = fields.ToList();
        var sent = new MultipartFormDataContent();
        foreach (Match field in Hidden().Matches(form))
            if (typed.TrueForAll(given => given.Name != field.Groups[1].Value)) sent.Add(new StringContent(WebUtility.HtmlDecode(field.Groups[2].Value)), $"\"{field.Groups[1].Value}\"");
        foreach (var (name, value) in typed) sent.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (name, content) in files) sent.Add(new ByteArrayContent(content) { Headers = { ContentType = new("text/plain") } }, "Files", name);
        return await _http.PostAsync(WebUtility.HtmlDecode(Action().Match(form).Groups[1].Value), sent);
    }

    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(address);

    /// <summary>Follows a redirect by GET.</summary>
    public async Task<PortalBrowser> FollowAsync()
    {
        if (Status is not (HttpStatusCode.Found or HttpStatusCode.SeeOther)) throw new InvalidOperationException($"{Status} leads nowhere: {Words}");
        return await GoAsync(Headers.Location!.ToString());
    }

    public void Dispose() => _http.Dispose();

    private async Task<PortalBrowser> LookAsync(HttpResponseMessage response)
    {
        (Status, Headers, Page) = (response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync());
        return this;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form[^>]*action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<(script|style).*?</\\1>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>What an ordinary citizen fills in.</summary>
internal static class Citizen
{
    public static Dictionary<string, string> Rosa(string text = "Me cobraron dos veces el mismo mes.") => new()
    {
        ["Kind"] = "Claim",
        ["Subject"] = "Cobro doble",
        ["Description"] = text,
        ["Person"] = "Natural",
        ["Name"] = "Rosa Cortés",
        ["DocumentType"] = "CitizenCard",
        ["Document"] = "52.987.654",
        ["Email"] = "rosa@example.org",
        ["AnswerChannel"] = "Email",
        ["Consents"] = "true",
    };

    public static IEnumerable<(string, string)> Fields(this Dictionary<string, string> form) => form.Select(field => (field.Key, field.Value));

    /// <summary>Opens the form, and takes the time that a person takes.</summary>
    public static async Task<PortalBrowser> OpenFormAsync(this WebDesk desk, string address = DeskUrls.PublicForm)
    {
        var browser = await new PortalBrowser(desk).GoAsync(address);
        desk.Clock.Now += FilePublicly.LeastTime;
        return browser;
    }

    /// <summary>Files, and looks at the receipt.</summary>
    public static async Task<(PortalBrowser Browser, string Number, string Code)> FileAsync(this WebDesk desk, Dictionary<string, string> form, params (string, byte[])[] files)
    {
        var browser = await desk.OpenFormAsync();
        await (await browser.SendAsync("radicar", form.Fields(), files)).FollowAsync();
        return (browser, Regex.Match(browser.Page, @"PQRS-\d{4}-\d{6}").Value, Regex.Match(browser.Page, "data-code[^>]*>([^<]+)<").Groups[1].Value);
    }
}
