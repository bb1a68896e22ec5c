using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Portal;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;
using Xunit.Abstractions;

namespace PqrsDesk.Features.Hardening;

/// <summary>Whatever is sent to any address of the desk, by whomever: it is answered, nothing is the desk's own fault, and nothing unhandled is in its log.</summary>
public sealed class PublicFaceTests(ITestOutputHelper output)
{
    private const int Seed = 1755;

    /// <summary>Of each endpoint, method and kind of sender.</summary>
    private const int Rounds = 12;
    private static readonly string[] PlainNames = ["q", "limit", "cursor", "after", "count", "name", "radicado", "hecho", "volver", "cultura", "valor", "telefono", "ver", "sede", "page", "_handler", "id"];
    private static readonly string[] Fields =
    [
        "Seal", "Kind", "Subject", "Description", "Held", "Name", "Document", "Email", "AnswerChannel", "Attention", "PolicyVersion", "Consents", "Website", "Again", "Acto", "Caso", "Sello", "Texto", "Resuelto", "Radicado", "Clave",
        "_handler", "__RequestVerificationToken", "Files", "kind", "subject", "description", "petitioner", "text", "seen", "numbers", "action", "ownerId", "start", "amount", "unit", "from", "to", "events", "regime", "filedOn", "code",
    ];

    [Fact]
    public async Task Nothing_that_is_sent_to_any_endpoint_is_answered_by_a_fault()
    {
        using var log = new HeardLog();
        await using var desk = await WebDesk.StartAsync(new()
        {
            Environment = "Production",
            Log = log,
            Settings = new Dictionary<string, string?>
            {
                ["Desk:Portal:FormsPerAddress"] = "1000000",
                ["Desk:Portal:LookupsPerAddress"] = "1000000",
                ["Channels:telegram:Secret"] = "un-secreto-de-prueba-largo",
            },
        });
        var number = (await desk.FileAsync()).Number;

        // Static files are the framework's, and so is what looks for those that only a project's folder has.
        var endpoints = desk.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText != "{**path:file}").ToList();
        Assert.InRange(endpoints.Count, 40, 1_000);
        var senders = await SendersAsync(desk);
        using var reached = new Reached(new Uri(desk.Address).Port);
        var faults = new ConcurrentBag<string>();
        var random = new Random(Seed);
        var asked = endpoints.SelectMany(endpoint => Asked(endpoint, number, senders, new Hostilities(random), random)).ToList();
        output.WriteLine($"{asked.Count} requests to {endpoints.Count} endpoints.");

        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (each, _) =>
        {
            if (Fault(each, await each.Request.SendAsync(new Uri(desk.Address))) is { } fault) faults.Add($"{fault}: {each.Request}");
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Take(30)));
        Assert.True(log.Complaints.Count == 0, string.Join('\n', log.Complaints.Take(10)));
        var missed = endpoints.Where(endpoint => !reached.Patterns.Contains(Name(endpoint))).Select(Name).ToList();
        Assert.True(missed.Count == 0, $"Nothing that was sent came to: {string.Join(", ", missed)}");

        // And it still does what it is for.
        using var browser = await desk.OpenFormAsync();
        await browser.SendAsync("radicar", Citizen.Rosa($"Después de todo {Guid.NewGuid()}").Fields());
        Assert.Contains("quedó radicada", (await browser.FollowAsync()).Words, StringComparison.Ordinal);
    }

    private static string? Fault(Sent sent, RawAnswer answer)
    {
        if (answer.Status == 0) return sent.MayHangUp ? null : "It hung up";
        if (answer.Status >= 500) return $"{answer.Status}";

        // The server itself turns away what is no HTTP; that never comes to the desk.
        if (answer.Headers["X-Content-Type-Options"].FirstOrDefault() != "nosniff") return sent.IsHttp ? $"{answer.Status} without nosniff" : null;
        if (!answer.Headers["Content-Security-Policy"].Any()) return $"{answer.Status} without a policy";
        if (answer.Headers["X-Injected"].Any()) return "A header was injected";
        if (answer.Body.Contains("   at ", StringComparison.Ordinal) && answer.Body.Contains("Exception", StringComparison.Ordinal)) return "A stack trace was told";
        if (!sent.IsApi || answer.Status < 400 || sent.Request.Method == "HEAD") return null;
        return answer.Headers["Content-Type"].FirstOrDefault()?.StartsWith("application/problem+json", StringComparison.Ordinal) == true ? null : $"{answer.Status} without a problem ({answer.Headers["Content-Type"].FirstOrDefault()})";
    }

    private static IEnumerable<Sent> Asked(RouteEndpoint endpoint, string number, IReadOnlyList<(string Name, string Value)[]> senders, Hostilities hostile, Random random)
    {
        var names = ParametersOf(endpoint);
        var takes = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.FirstOrDefault(type => !type.Contains('*', StringComparison.Ordinal)) ?? "application/json";
        string[] methods = [.. endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [], "GET", "POST"];
        foreach (var method in methods.Distinct())
        {
            foreach (var sender in senders)
            {
                // As it is meant first, so that every one is reached; then as it is not.
                yield return Of(Path(endpoint.RoutePattern, number, null), method, sender.ToList(), method == "POST" ? takes : null, method == "POST" ? "{}"u8.ToArray() : null);
                for (var round = 0; round < Rounds; round++)
                {
                    var target = Path(endpoint.RoutePattern, number, random.Next(3) == 0 ? hostile : null) + (random.Next(2) == 0 ? hostile.Query(names) : "");
                    List<(string, byte[])> more = [.. hostile.SomeHeaders()];
                    var type = hostile.Type();
                    var body = method is "GET" or "HEAD" && random.Next(10) > 0 ? null : hostile.Body(type, Fields);
                    var odd = more.Exists(header => header.Item1 is "X-Large" or "X-Control" or "X-Nul" or "Transfer-Encoding" or "Expect" or "Upgrade" or "Sec-WebSocket-Key") || target.Contains("%00", StringComparison.Ordinal) || !target.All(char.IsAscii);
                    yield return Of(target, random.Next(25) == 0 ? "PROPFIND" : method, [.. sender, .. more.Select(header => (header.Item1, Encoding.Latin1.GetString(header.Item2)))], body is null ? null : type, body, body is { Length: > 0 } && random.Next(15) == 0 ? 10 : 0, odd);
                }
            }
        }

        Sent Of(string target, string method, List<(string Name, string Value)> headers, string? type, byte[]? body, int missing = 0, bool odd = false)
        {
            var all = headers.Select(header => (header.Name, Encoding.Latin1.GetBytes(header.Value))).ToList();
            if (type is not null) all.Add(("Content-Type", Encoding.Latin1.GetBytes(type)));

            // A header that is no UTF-8 the server itself turns away, and an address that is longer than it reads.
            odd |= all.Exists(header => header.Item2.Any(each => each > sbyte.MaxValue)) || method.Length + target.Length > 8_000;
            return new(new RawRequest(method, Encoding.Latin1.GetBytes(target), all, body) { Missing = missing },
                target.StartsWith("/api/", StringComparison.Ordinal) && !target.Contains("..", StringComparison.Ordinal) && !odd && missing == 0,
                !odd && missing == 0 && body is not { Length: > 200_000 }, missing > 0 || odd || body is { Length: > 10_000 });
        }
    }

    /// <summary>An address that the pattern fits, or would if its values were what they should be.</summary>
    private static string Path(RoutePattern pattern, string number, Hostilities? hostile)
    {
        var path = new StringBuilder();
        foreach (var segment in pattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
            {
                path.Append(part switch
                {
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    RoutePatternParameterPart parameter => hostile?.Value() ?? Meant(parameter, number),
                    _ => "",
                });
            }
        }

        return path.Length == 0 ? "/" : path.ToString();
    }

    private static string Meant(RoutePatternParameterPart parameter, string number)
    {
        if (parameter.ParameterPolicies.Any(policy => policy.Content == "guid")) return "00000000-0000-0000-0000-000000000001";
        if (parameter.ParameterPolicies.Any(policy => policy.Content is "int" or "long")) return "1";
        return parameter.Name switch
        {
            "radicado" => number,
            "documentName" => "v1",
            "country" => "CO",
            "year" => "2026",
            "month" => "2026-02",
            "name" => "telegram",
            _ => "x",
        };
    }

    /// <summary>What the endpoint asks for by name, with what others do.</summary>
    private static List<string> ParametersOf(RouteEndpoint endpoint)
    {
        var ofMethod = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Select(parameter => parameter.Name!) ?? [];
        var ofPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } query ? query.Name ?? property.Name : null).OfType<string>() ?? [];
        return [.. ofMethod, .. ofPage, .. PlainNames];
    }

    /// <summary>Nobody, a program, and an administrator who is signed in.</summary>
    private static async Task<IReadOnlyList<(string, string)[]>> SendersAsync(WebDesk desk)
    {
        using var program = await desk.ProgramAsync(Role.Admin);
        using var staff = await desk.StaffAsync(Role.Admin);
        return [[], [("Authorization", program.DefaultRequestHeaders.Authorization!.ToString())], [("Cookie", staff.DefaultRequestHeaders.GetValues("Cookie").Single())]];
    }

    private static string Name(RouteEndpoint endpoint) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join('|', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText}");

    private sealed record Sent(RawRequest Request, bool IsApi, bool IsHttp, bool MayHangUp);

    /// <summary>Which endpoints of one desk requests came to, as routing itself says it.</summary>
    private sealed class Reached : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private const string Matched = "Microsoft.AspNetCore.Routing.EndpointMatched";
        private readonly int _port;
        private readonly ConcurrentBag<IDisposable> _held = [];
        private readonly ConcurrentDictionary<string, bool> _patterns = [];

        public Reached(int port)
        {
            _port = port;
            _held.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public ICollection<string> Patterns => _patterns.Keys;

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == "Microsoft.AspNetCore") _held.Add(listener.Subscribe(this, (name, _, _) => name == Matched));
        }

        public void OnNext(KeyValuePair<string, object?> said)
        {
            if (said is { Key: Matched, Value: HttpContext http } && http.Connection.LocalPort == _port && http.GetEndpoint() is RouteEndpoint endpoint) _patterns[Name(endpoint)] = true;
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var held in _held) held.Dispose();
        }
    }
}
