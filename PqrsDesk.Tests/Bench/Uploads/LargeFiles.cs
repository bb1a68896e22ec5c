using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench.Uploads;

/// <summary>Large files by each way that a program or a browser without a script sends and takes them.</summary>
internal static partial class LargeFiles
{
    /// <returns>The address to take it from again.</returns>
    public static async Task<string> ByFormOfTheApiAsync(HttpClient program, string number, long bytes)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(new MadeStream(bytes)), "files", "grande.bin" } };
        return await AttachAsync(program, DeskUrls.ApiTicketAttachmentsOf(number), form);
    }

    /// <inheritdoc cref="ByFormOfTheApiAsync"/>
    public static async Task<string> AsBodyOfTheApiAsync(HttpClient program, string number, long bytes)
    {
        using var body = new StreamContent(new MadeStream(bytes));
        return await AttachAsync(program, $"{DeskUrls.ApiTicketAttachmentsOf(number)}?name=grande.bin", body);
    }

    /// <summary>By the portal's form; it waits before it sends, as a person does.</summary>
    public static async Task ByPortalAsync(HttpClient browser, Func<Task> read, int who, long bytes)
    {
        using var page = await browser.GetAsync(DeskUrls.PublicForm);
        var cookie = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        using var form = new MultipartFormDataContent();
        foreach (Match field in Hidden().Matches(await page.Content.ReadAsStringAsync())) form.Add(new StringContent(WebUtility.HtmlDecode(field.Groups[2].Value)), $"\"{field.Groups[1].Value}\"");
        foreach (var (name, value) in (IEnumerable<(string, string)>)[("Kind", "Claim"), ("Subject", "Archivo grande"), ("Description", $"Va un archivo grande, dice {who}."), ("Anonymous", "true")]) form.Add(new StringContent(value), $"\"{name}\"");
        form.Add(new StreamContent(new MadeStream(bytes)), "Files", "grande.bin");
        await read();
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskUrls.PublicForm) { Content = form, Headers = { { "Cookie", cookie } } };
        using var response = await browser.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"The form was answered with {response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    public static async Task TakeAsync(HttpClient program, string address, long bytes)
    {
        using var response = await program.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        await using var content = await response.Content.ReadAsStreamAsync();
        var (taken, chunk) = (0L, new byte[64 * 1024]);
        for (int read; (read = await content.ReadAsync(chunk)) > 0;) taken += read;
        if (taken != bytes) throw new InvalidOperationException($"{taken} bytes of {bytes} came.");
    }

    private static async Task<string> AttachAsync(HttpClient program, string address, HttpContent content)
    {
        using var response = await program.PostAsync(address, content);
        if (response.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"The file was answered with {response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items")[0].GetProperty("url").GetString()!;
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
