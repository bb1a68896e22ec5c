using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PqrsDesk.Infrastructure.Channels.Meta;

/// <summary>The Graph API, as far as the desk speaks it: messages out, files out, and where a file that came in is.</summary>
public sealed class Graph(MetaHook hook) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FilePatience = TimeSpan.FromMinutes(5);
    private const int AnswerLimit = 256 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = AnswerLimit,
    };

    /// <summary>POST of a message: <c>{account}/messages</c>.</summary>
    /// <exception cref="GraphException">It was refused, or nobody answered.</exception>
    public Task<JsonElement> MessageAsync(string account, JsonObject message, CancellationToken cancel) =>
        AskAsync(HttpMethod.Post, account, "messages", JsonContent.Create(message), Patience, cancel);

    /// <summary>POST of a form with a file: <c>{account}/messages</c> or <c>{account}/media</c>.</summary>
    /// <exception cref="GraphException">It was refused, or nobody answered.</exception>
    public Task<JsonElement> FormAsync(string account, string edge, MultipartFormDataContent form, CancellationToken cancel) =>
        AskAsync(HttpMethod.Post, account, edge, form, FilePatience, cancel);

    /// <summary>Where a file of WhatsApp is, for the next minutes, and to who has the token.</summary>
    /// <exception cref="GraphException">It was refused, or nobody answered.</exception>
    public async Task<string?> MediaAddressAsync(string account, string mediaId, CancellationToken cancel)
    {
        var media = await AskAsync(HttpMethod.Get, account, null, null, Patience, cancel, mediaId);
        return media.ValueKind == JsonValueKind.Object && media.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String ? url.GetString() : null;
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> AskAsync(HttpMethod method, string account, string? edge, HttpContent? content, TimeSpan patience, CancellationToken cancel, string? node = null)
    {
        var of = (hook.Settings ?? throw new InvalidOperationException($"Without {MetaSettings.Section} nothing is asked.")).Account(account);
        using var request = new HttpRequestMessage(method, new Uri(of.GraphBase, Uri.EscapeDataString(node ?? of.SendAs ?? account) + (edge is null ? "" : "/" + edge))) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", of.AccessToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            using var response = await _http.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return response.IsSuccessStatusCode ? Read(body) ?? throw new GraphException("The answer is no JSON.", GraphTrouble.Busy) : throw GraphException.Of(response.StatusCode, Read(body));
        }
        catch (Exception away) when (away is HttpRequestException or IOException and not GraphException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new GraphException(away is OperationCanceledException ? "The Graph API did not answer in time." : away.Message, GraphTrouble.Away, away);
        }
    }

    private static JsonElement? Read(byte[] body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            return read.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
