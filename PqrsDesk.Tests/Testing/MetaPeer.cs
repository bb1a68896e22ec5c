using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PqrsDesk.Ui;

namespace PqrsDesk.Testing;

/// <summary>A request that the Graph API of the tests took.</summary>
/// <param name="Body">Of a form the fields that are JSON or text.</param>
/// <param name="File">Name, type and bytes of what was sent along.</param>
public sealed record GraphCall(string Method, string Node, string? Edge, string? Token, JsonObject? Body, (string Name, string Type, byte[] Bytes)? File)
{
    /// <summary>Not refused.</summary>
    public bool Answered { get; init; }

    /// <summary>Of a message, on any of the networks.</summary>
    public string? Text => (string?)Body?["text"]?["body"] ?? (string?)(Body?["message"] as JsonObject)?["text"];
}

/// <summary>
/// Meta, as the desk sees it: signs and sends webhooks, and answers at the addresses of the Graph API, on a free port of the
/// loopback interface. What the real one would refuse it refuses, with the real one's error object.
/// </summary>
public sealed class MetaPeer : IAsyncDisposable
{
    public const string Secret = "secreto de la aplicación";
    public const string VerifyToken = "palabra de verificación";
    public const string Token = "EAAG-un-token-de-prueba";
    public const string Page = "104200000000001";
    public const string Person = "6100000000000001";
    public const string Instagram = "17841400000000001";
    public const string InstagramPerson = "7200000000000001";
    public const string Phone = "106540000000001";
    public const string Telephone = "573001234567";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<GraphCall> _calls = [];
    private readonly ConcurrentQueue<(int After, int Status, object Error)> _refusals = [];
    private readonly ConcurrentDictionary<string, (string Type, byte[] Bytes)> _media = [];
    private int _named;

    private MetaPeer(WebApplication app) => _app = app;

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; private set; } = "";
    public IReadOnlyList<GraphCall> Calls => [.. _calls];
    public IReadOnlyList<GraphCall> Messages => [.. _calls.Where(call => call.Edge == "messages")];

    /// <summary>Requests to the place of files, with the token that came along.</summary>
    public ConcurrentQueue<(string Path, string? Token)> Downloads { get; } = [];

    /// <summary>Files lead here instead, when it is set.</summary>
    public string? Elsewhere { get; set; }

    /// <summary>The settings of a desk that hears of this peer.</summary>
    public (string Name, string? Value)[] Settings =>
    [
        ("Desk:Channels:Meta:AppSecret", Secret), ("Desk:Channels:Meta:VerifyToken", VerifyToken), ("Desk:Channels:Meta:AccessToken", Token),
        ("Desk:Channels:Meta:GraphBaseAddress", Address + "/v24.0"), ("Desk:Channels:Meta:Loopback", "true"),
    ];

    public static async Task<MetaPeer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var peer = new MetaPeer(app);
        app.Run(peer.AnswerAsync);
        await app.StartAsync();
        peer.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return peer;
    }

    /// <summary>A file as WhatsApp keeps it: asked for by its name, and only given to who has the token.</summary>
    public void Keep(string id, string type, byte[] bytes) => _media[id] = (type, bytes);

    /// <summary>The next request is refused so.</summary>
    public void Refuse(int status, int code, string message, int? subcode = null) => RefuseAfter(0, status, code, message, subcode);

    /// <summary>So many are answered first.</summary>
    public void RefuseAfter(int answered, int status, int code, string message, int? subcode = null) => _refusals.Enqueue((_calls.Count + answered, status, new
    {
        error = new { message, type = "OAuthException", code, error_subcode = subcode, error_data = new { messaging_product = "whatsapp", details = message }, fbtrace_id = "AbC" },
    }));

    public static string Sign(byte[] body, string secret = Secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>Sends a webhook as Meta does.</summary>
    public static Task<HttpResponseMessage> SendAsync(WebDesk desk, string body, string secret = Secret) => SendAsync(desk, Encoding.UTF8.GetBytes(body), secret);

    public static async Task<HttpResponseMessage> SendAsync(WebDesk desk, byte[] bytes, string secret = Secret)
    {
        using var http = desk.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskUrls.ApiMetaChannel) { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Add("X-Hub-Signature-256", Sign(bytes, secret));
        request.Headers.ExpectContinue = bytes.Length > 1024 * 1024;
        return await http.SendAsync(request);
    }

    /// <summary>A change of WhatsApp with messages.</summary>
    public static string WhatsApp(params object[] messages) => JsonSerializer.Serialize(new
    {
        @object = "whatsapp_business_account",
        entry = new[]
        {
            new
            {
                id = "102290000000001",
                changes = new[]
                {
                    new
                    {
                        value = new
                        {
                            messaging_product = "whatsapp",
                            metadata = new { display_phone_number = "576011234567", phone_number_id = Phone },
                            contacts = new[] { new { profile = new { name = "Rosa Cortés" }, wa_id = Telephone } },
                            messages,
                        },
                        field = "messages",
                    },
                },
            },
        },
    });

    public static object Text(string id, DateTimeOffset at, string body, string from = Telephone) => new { from, id, timestamp = Seconds(at), type = "text", text = new { body } };

    public static string Status(string id, string status, DateTimeOffset at, int? error = null, string? words = null) => JsonSerializer.Serialize(new
    {
        @object = "whatsapp_business_account",
        entry = new[]
        {
            new
            {
                id = "102290000000001",
                changes = new[]
                {
                    new
                    {
                        value = new
                        {
                            messaging_product = "whatsapp",
                            metadata = new { display_phone_number = "576011234567", phone_number_id = Phone },
                            statuses = new[] { new { id, status, timestamp = Seconds(at), recipient_id = Telephone, errors = error is null ? null : new[] { new { code = error, title = words, message = words } } } },
                        },
                        field = "messages",
                    },
                },
            },
        },
    });

    /// <summary>An event of Messenger, or of Instagram.</summary>
    public static string Event(object happened, DateTimeOffset at, bool instagram = false)
    {
        var (account, person) = instagram ? (Instagram, InstagramPerson) : (Page, Person);
        var messaging = JsonSerializer.SerializeToNode(happened)!.AsObject();
        messaging["sender"] = new JsonObject { ["id"] = person };
        messaging["recipient"] = new JsonObject { ["id"] = account };
        messaging["timestamp"] = at.ToUnixTimeMilliseconds();
        return new JsonObject
        {
            ["object"] = instagram ? "instagram" : "page",
            ["entry"] = new JsonArray(new JsonObject { ["id"] = account, ["time"] = at.ToUnixTimeMilliseconds(), ["messaging"] = new JsonArray(messaging) }),
        }.ToJsonString();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var token = http.Request.Headers.Authorization.ToString() is { Length: > 7 } header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..] : null;
        if (path is ["cdn", ..])
        {
            await GiveAsync(http, path, token);
            return;
        }

        if (path is not ["v24.0", var node, .. var rest])
        {
            http.Response.StatusCode = 404;
            return;
        }

        var call = await ReadAsync(http, node, rest is [var edge] ? edge : null, token);
        var (status, answer) = token != Token ? (401, new { error = new { message = "Invalid OAuth access token.", type = "OAuthException", code = 190, fbtrace_id = "AbC" } })
            : _refusals.TryPeek(out var next) && _calls.Count >= next.After && _refusals.TryDequeue(out var refusal) ? (refusal.Status, refusal.Error)
            : Weigh(call);
        _calls.Enqueue(call with { Answered = status == 200 });
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(answer);
    }

    private async Task GiveAsync(HttpContext http, string[] path, string? token)
    {
        Downloads.Enqueue((http.Request.Path.Value!, token));
        if (Elsewhere is { } elsewhere)
        {
            http.Response.Redirect(elsewhere);
            return;
        }

        // What is under "open" is for who knows the address; the rest for who has the token.
        if (path is [_, var id] && token != Token || path is not [_, "open", _] and not [_, _] || !_media.TryGetValue(path[^1], out var media))
        {
            http.Response.StatusCode = path.Length == 2 && token != Token ? 401 : 404;
            return;
        }

        http.Response.ContentType = media.Type;
        await http.Response.Body.WriteAsync(media.Bytes);
    }

    private (int Status, object Answer) Weigh(GraphCall call) => call switch
    {
        { Method: "GET", Edge: null } when _media.TryGetValue(call.Node, out var media) =>
            (200, new { messaging_product = "whatsapp", url = $"{Address}/cdn/{call.Node}", mime_type = media.Type, sha256 = Convert.ToHexStringLower(SHA256.HashData(media.Bytes)), file_size = media.Bytes.Length, id = call.Node }),
        { Edge: "media", Node: Phone, File: { } file } when (string?)call.Body?["messaging_product"] == "whatsapp" && (string?)call.Body["type"] == file.Type => (200, new { id = Keep(file.Type, file.Bytes) }),
        { Edge: "messages", Node: Phone } when IsWhatsApp(call.Body) => (200, new { messaging_product = "whatsapp", contacts = new[] { new { input = Telephone, wa_id = Telephone } }, messages = new[] { new { id = Name("wamid.") } } }),
        { Edge: "messages", Node: Page or Instagram } when IsMessenger(call) => (200, new { recipient_id = (string?)call.Body!["recipient"]!["id"], message_id = Name("m_") }),
        _ => (400, new { error = new { message = $"(#100) Invalid parameter: {call.Body?.ToJsonString()}", type = "OAuthException", code = 100, fbtrace_id = "AbC" } }),
    };

    private bool IsWhatsApp(JsonObject? body) =>
        body is not null && (string?)body["messaging_product"] == "whatsapp" && (string?)body["to"] == Telephone && (string?)body["type"] is { } type && body[type] is JsonObject content
        && (type == "text" ? ((string?)content["body"])!.Length is > 0 and <= 4_096 : _media.ContainsKey((string)content["id"]!));

    private static bool IsMessenger(GraphCall call)
    {
        var instagram = call.Node == Instagram;
        if (call.Body is not { } body || (string?)body["recipient"]?["id"] != (instagram ? InstagramPerson : Person) || (string?)body["messaging_type"] != "RESPONSE" || body["message"] is not JsonObject message) return false;
        return (string?)message["text"] is { } text
            ? text.Length > 0 && (instagram ? Encoding.UTF8.GetByteCount(text) <= 1_000 : text.Length <= 2_000)
            : !instagram && call.File is not null && (string?)message["attachment"]?["type"] is "image" or "audio" or "video" or "file";
    }

    private string Keep(string type, byte[] bytes)
    {
        var id = Name("9000");
        Keep(id, type, bytes);
        return id;
    }

    private string Name(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref _named):000}");

    private static async Task<GraphCall> ReadAsync(HttpContext http, string node, string? edge, string? token)
    {
        if (!http.Request.HasFormContentType) return new(http.Request.Method, node, edge, token, http.Request.ContentLength > 0 || http.Request.HasJsonContentType() ? (await JsonNode.ParseAsync(http.Request.Body))!.AsObject() : null, null);
        var form = await http.Request.ReadFormAsync();
        var body = new JsonObject();
        foreach (var (name, value) in form) body[name] = value.ToString().StartsWith('{') ? JsonNode.Parse(value.ToString()) : value.ToString();
        using var bytes = new MemoryStream();
        var file = form.Files.Single();
        await file.CopyToAsync(bytes);
        return new(http.Request.Method, node, edge, token, body, (file.FileName, file.ContentType, bytes.ToArray()));
    }
}
