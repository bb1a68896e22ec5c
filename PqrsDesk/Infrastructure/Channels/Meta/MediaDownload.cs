using System.Net;
using System.Net.Http.Headers;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Infrastructure.Channels.Meta;

/// <summary>Fetches a file from where a message says it is, into the file store: from the hosts of the settings alone, and of the open net alone.</summary>
public sealed class MediaDownload(MetaHook hook, FileStore store) : IDisposable
{
    /// <summary>Each is looked at like the first.</summary>
    private const int MostRedirects = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/gif"] = ".gif",
        ["image/webp"] = ".webp",
        ["audio/ogg"] = ".ogg",
        ["audio/mpeg"] = ".mp3",
        ["audio/mp4"] = ".m4a",
        ["audio/aac"] = ".aac",
        ["audio/amr"] = ".amr",
        ["video/mp4"] = ".mp4",
        ["video/3gpp"] = ".3gp",
        ["application/pdf"] = ".pdf",
        ["text/plain"] = ".txt",
    };

    // No proxy: what it would connect to, nobody here could look at.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        ConnectCallback = (context, cancel) => PublicAddresses.ConnectAsync(context.DnsEndPoint, hook.Settings is { Loopback: true }, cancel),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="name">What it is to be called on the case; an ending that fits its kind is given to it when it has none.</param>
    /// <param name="token">Shown to the first host only.</param>
    /// <exception cref="MediaRefusedException">It is never fetched.</exception>
    /// <exception cref="HttpRequestException">Not now.</exception>
    public async Task<StoredFile> RunAsync(string address, string? token, string name, CancellationToken cancel)
    {
        var settings = hook.Settings ?? throw new InvalidOperationException($"Without {MetaSettings.Section} nothing is fetched.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            using var response = await FollowAsync(address, token, settings, limit.Token);
            var most = Math.Min(settings.MediaLimit, store.Limit);
            if (response.Content.Headers.ContentLength > most) throw TooLarge(most);
            var type = response.Content.Headers.ContentType?.MediaType;
            await using var content = new LimitedStream(await response.Content.ReadAsStreamAsync(limit.Token), most, () => TooLarge(most));
            var outcome = await store.StoreAsync(WithEnding(name, type), type, content, null, limit.Token);
            return outcome.File ?? throw new MediaRefusedException($"The file was refused: {outcome.Refusal!.Code}.");
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException("The file did not come in time.", late);
        }
        catch (HttpRequestException wrong) when (wrong.InnerException is MediaRefusedException refused)
        {
            throw refused;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> FollowAsync(string address, string? token, MetaSettings settings, CancellationToken cancel)
    {
        var from = Uri.TryCreate(address, UriKind.Absolute, out var first) ? first : throw new MediaRefusedException("It has no address.");
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!PublicAddresses.Names(from, settings.MediaHosts, settings.Loopback)) throw new MediaRefusedException($"{from.Host} is not among the hosts of {MetaSettings.Section}:MediaHosts.");
            using var request = new HttpRequestMessage(HttpMethod.Get, from);
            if (hop == 0 && token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

            // Some of these hosts answer nobody who does not say who asks.
            request.Headers.UserAgent.ParseAdd("PqrsDesk/1.0");
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (response.IsSuccessStatusCode) return response;
            using (response)
            {
                if (response is { StatusCode: HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, Headers.Location: { } to })
                {
                    from = to.IsAbsoluteUri ? to : new Uri(from, to);
                    continue;
                }

                if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) throw new MediaRefusedException($"HTTP {(int)response.StatusCode}: it is not there any more.");
                throw new HttpRequestException($"HTTP {(int)response.StatusCode}", null, response.StatusCode);
            }
        }

        throw new MediaRefusedException("It leads from one address to another.");
    }

    private static MediaRefusedException TooLarge(long most) => new($"It is larger than {most / 1024 / 1024} MiB.");

    private static string WithEnding(string name, string? type) => Path.HasExtension(name) || Endings.GetValueOrDefault(type ?? "") is not { } ending ? name : name + ending;
}
