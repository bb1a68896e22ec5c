using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Portal;

/// <summary>Very many citizens at the same instant, each as a browser does it: the form is fetched, and sent with its seal, its token and its files.</summary>
public sealed class FilingAtOnceOnThePortalTests
{
    /// <summary>Every so many sends its form twice at once, or brings a file.</summary>
    private const int Twice = 10;
    private const int WithFile = 4;

    [SkippableTheory]
    [InlineData(Engine.Sqlite, 1_000)]
    [InlineData(Engine.Postgres, 300)]
    public async Task They_are_all_filed_once_without_a_gap_a_double_or_an_error(Engine engine, int citizens)
    {
        await using var one = await WebDesk.StartAsync(new() { Engine = engine, Environment = "Production", Settings = new Dictionary<string, string?> { ["Desk:Portal:FormsPerAddress"] = "1000000" } });
        await using var two = engine == Engine.Postgres ? await one.AnotherNodeAsync() : null;
        WebDesk[] nodes = two is null ? [one] : [one, two];
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromMinutes(3) };
        var forms = new ConcurrentBag<(int Who, string Cookie, List<(string, string)> Hidden)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, citizens), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (who, _) => forms.Add(await OpenAsync(browser, nodes[who % nodes.Length], who)));
        foreach (var node in nodes) node.Clock.Advance(FilePublicly.LeastTime);

        // What is sent twice goes to another node the second time, where there is one.
        var answers = await Task.WhenAll(forms.SelectMany(form => Enumerable.Range(0, form.Who % Twice == 0 ? 2 : 1).Select(async turn =>
            (form.Who, Answer: await SendAsync(browser, nodes[(form.Who + turn) % nodes.Length], form)))));

        Assert.All(answers, each => Assert.Equal(HttpStatusCode.Found, each.Answer.Status));
        var receipts = new ConcurrentBag<(int Who, string Number, string Code)>();
        await Parallel.ForEachAsync(answers, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (each, stop) =>
        {
            var page = await browser.GetStringAsync(new Uri(new Uri(nodes[(each.Who + 1) % nodes.Length].Address), each.Answer.To), stop);
            receipts.Add((each.Who, Regex.Match(page, @"PQRS-\d{4}-\d{6}").Value, Regex.Match(page, "data-code[^>]*>([^<]+)<").Groups[1].Value));
        });

        var told = receipts.Distinct().ToList();
        Assert.Equal(citizens, told.Count);
        Assert.All(told, each => Assert.NotNull(TrackingCode.Read(each.Code)));
        var sequences = told.Select(each => int.Parse(each.Number[^6..], CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(Enumerable.Range(1, citizens), sequences);
        Assert.Equal(told.Select(each => each.Number).Order(), (await one.ReadAsync(db => db.Tickets.Select(ticket => ticket.Number).ToListAsync())).Order());
        Assert.Equal(Enumerable.Range(0, citizens).Count(who => who % WithFile == 0), await one.ReadAsync(db => db.Files.CountAsync()));
        Assert.Equal(await one.ReadAsync(db => db.Files.CountAsync()), Directory.EnumerateFiles(Path.Combine(one.Get<Infrastructure.DeskSettings>().DataFolder, "files"), "*", SearchOption.AllDirectories).Count());
    }

    private static async Task<(int, string, List<(string, string)>)> OpenAsync(HttpClient browser, WebDesk node, int who)
    {
        using var response = await browser.GetAsync(node.Address + DeskUrls.PublicForm);
        var page = await response.Content.ReadAsStringAsync();
        var cookie = string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        var hidden = Regex.Matches(page, "<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"").Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))).ToList();
        return (who, cookie, hidden);
    }

    private static async Task<(HttpStatusCode Status, string To)> SendAsync(HttpClient browser, WebDesk node, (int Who, string Cookie, List<(string Name, string Value)> Hidden) form)
    {
        var typed = Citizen.Rosa($"Me cobraron dos veces, dice la persona {form.Who}.");
        (typed["Document"], typed["Email"], typed["Name"]) = ($"52{form.Who:000000}", $"p{form.Who}@example.org", $"Persona {form.Who}");
        using var sent = new MultipartFormDataContent();
        foreach (var (name, value) in form.Hidden.Concat(typed.Fields())) sent.Add(new StringContent(value), $"\"{name}\"");
        if (form.Who % WithFile == 0) sent.Add(new ByteArrayContent([.. "prueba "u8, (byte)form.Who]), "Files", "prueba.txt");
        using var request = new HttpRequestMessage(HttpMethod.Post, node.Address + DeskUrls.PublicForm) { Content = sent, Headers = { { "Cookie", form.Cookie } } };
        using var response = await browser.SendAsync(request);
        return (response.StatusCode, response.Headers.Location?.ToString() ?? "");
    }
}
