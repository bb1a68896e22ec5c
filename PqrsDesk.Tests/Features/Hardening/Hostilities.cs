using System.Text;

namespace PqrsDesk.Features.Hardening;

/// <summary>What strangers send: drawn from a seed, so that what it found is found again.</summary>
internal sealed class Hostilities(Random random)
{
    private static readonly string[] Values =
    [
        "%00", "%ff%fe", "%c0%ae%c0%ae", "..%2f..%2f..%2fetc%2fpasswd", "%0d%0aX-Injected:%201", "-1", "0", "9223372036854775808", "99999999999999999999999999", "1e999", "NaN", "%ED%A0%80",
        "%F0%9F%98%80", "%27%20OR%201=1%20--", "%3Cscript%3Ealert(1)%3C/script%3E", "%E2%80%AE", "null", "true", "%2525%2500", "2026-02-30", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z",
        "%20", "%25", "*", "%5B%5D", "%7B%7B7*7%7D%7D", "//evil.example", "%5C%5Cevil", new('a', 3_000), "%F0%28%8C%28", "2026-13", "0000-01", "PQRS-2026-000001", "00000000-0000-0000-0000-000000000000",
        "%EF%BF%BE", "%CC%81", "..", ";", "%3F", "%23", "+", "1,2,3", "%D9%A1",
    ];

    private static readonly string[] Json =
    [
        "", "{", "{}", "[]", "null", "0", "\"\"", "true", "{\"a\":", "[1,]", "{\"kind\":\"claim\",\"kind\":1}", "{\"kind\":1e999}", "{\"kind\":99999999999999999999999999}", "{\"text\":\"\\ud800\"}", "{\"text\":\"a\\u0000b\",\"seen\":-1}",
        "{\"text\":\"x\",\"seen\":1.5}", "{\"text\":\"x\",\"seen\":9223372036854775807}", "{\"text\":{}}", "{\"text\":[\"x\"]}", "{\"__proto__\":{}}", "{\"$type\":\"System.Object\"}",
        "{\"kind\":\"claim\",\"subject\":\"\\ud800\",\"description\":\"\\u0000\",\"petitioner\":{\"name\":\"\\udc00\",\"email\":\"a\\u0000@b.co\"}}",
        "{\"kind\":\"claim\",\"subject\":\"Hola\",\"description\":\"Texto\\u0000 \\ud83d\",\"petitioner\":{\"name\":\"Rosa \\u202e\\ud800\"},\"area\":\"\\u0000\"}",
        "{\"kind\":\"claim\",\"subject\":\"Hola\",\"description\":\"Texto\",\"petitioner\":{\"name\":\"Rosa\",\"document\":\"CC 1\\u0000\"}}",
        "{\"kind\":null,\"subject\":null,\"description\":null,\"petitioner\":null}", "{\"kind\":\"claim\",\"petitioner\":[]}", "{\"numbers\":[\"\\ud800\",null,\"\\u0000\"],\"action\":\"take\"}",
        "{\"numbers\":[\"PQRS-2026-000001\"],\"action\":\"assign\",\"ownerId\":2147483647}", "{\"numbers\":[],\"action\":\"\"}", "{\"numbers\":\"x\",\"action\":3}",
        "{\"start\":\"0001-01-01T00:00:00Z\",\"minutes\":2147483647}", "{\"start\":\"9999-12-31T23:59:59Z\",\"amount\":2147483647,\"unit\":\"businessDays\"}", "{\"from\":\"x\",\"to\":\"y\"}",
        "{\"conversation\":\"\\u0000\",\"message\":\"\\ud800\",\"sentAt\":\"9999-12-31T23:59:59Z\",\"from\":{\"id\":\"\\u0000\",\"name\":\"\\ud800\"},\"text\":\"\\u0000\"}", "\uFEFF{}", "{\"a\":\"\u0001\"}", "/* */{}", "{'a':1}",
    ];

    private static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-7", "application/json; charset=\"\u00ff\"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=b",
        "multipart/form-data; boundary=\"b\"", "message/rfc822", ";;;", "application/octet-stream", "application/problem+json", "application/xml", "multipart/mixed; boundary=b", "*/*", "text/html; charset=ebcdic",
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Accept", ";q=9"), ("Accept", "application/xml"), ("Accept-Language", "xx-ÿÿ,*;q=2"), ("Accept-Encoding", "gzip;q=-1,zstd,\u00ff"), ("Cookie", "consulta=%00; .AspNetCore.Antiforgery.x=%ff; .AspNetCore.Culture=c%3D\u00ff"), ("Cookie", "consulta=CfDJ8; esquema=<script>; =;;;"),
        ("Idempotency-Key", "\u00ff\u00fe"), ("Idempotency-Key", "a,b"), ("X-Desk-Timestamp", "99999999999999999999"), ("X-Desk-Timestamp", "x"), ("X-Desk-Signature", "sha256=zz"), ("X-Desk-Signature", "sha256="), ("Range", "bytes=-1-"), ("Range", "bytes=0-0,1-1,9999999999999-"),
        ("If-None-Match", "\"\u00ff"), ("If-Modified-Since", "yesterday"), ("X-Forwarded-For", "\u00ff, ::::"), ("X-Forwarded-Host", "evil.example"), ("X-HTTP-Method-Override", "DELETE"), ("Origin", "null"), ("Upgrade", "websocket"), ("Sec-WebSocket-Key", "x"),
        ("Transfer-Encoding", "identity"), ("Expect", "200-ok"), ("Content-Encoding", "gzip"), ("Authorization", "Bearer"), ("Authorization", "Bearer \u00ff"), ("Authorization", "Basic Og=="), ("Blazor-Enhanced-Nav", "on"), ("RequestVerificationToken", "%00"),
    ];

    public string Value() => One(Values);

    public string Query(IReadOnlyList<string> names)
    {
        var pairs = Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{(random.Next(5) == 0 ? Value() : One(names))}={Value()}").ToList();
        if (random.Next(4) == 0) pairs.Add(pairs[0]);
        return random.Next(12) == 0 ? "?" + One(["", "&&&", "=", "%", "%zz", "q"]) : "?" + string.Join('&', pairs);
    }

    public IEnumerable<(string, byte[])> SomeHeaders()
    {
        for (var more = random.Next(3); more > 0; more--)
        {
            var (name, value) = One(Headers);
            yield return (name, Encoding.Latin1.GetBytes(value));
        }

        if (random.Next(20) == 0) yield return ("X-Large", Encoding.ASCII.GetBytes(new string('h', random.Next(2) == 0 ? 20_000 : 40_000)));
        if (random.Next(30) == 0) yield return ("X-Control", [1, 2, 0x7f, (byte)'x']);
        if (random.Next(30) == 0) yield return ("X-Nul", [(byte)'a', 0, (byte)'b']);
    }

    public string Type() => One(Types);

    public byte[] Body(string type, IReadOnlyList<string> fields)
    {
        if (random.Next(12) == 0) return [];
        if (random.Next(12) == 0) return Noise(random.Next(1, 2_000));
        if (type.StartsWith("multipart", StringComparison.Ordinal)) return Multipart(fields);
        if (type.Contains("urlencoded", StringComparison.Ordinal)) return Encoding.Latin1.GetBytes(string.Join('&', Enumerable.Range(0, random.Next(1, 8)).Select(_ => $"{One(fields)}={Value()}")));
        return random.Next(8) switch
        {
            0 => Encoding.ASCII.GetBytes(new string('[', 20_000)),
            1 => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5_000))),
            2 => [.. "{\"text\":\""u8, 0xff, 0xfe, 0xc0, .. "\"}"u8],
            3 => Encoding.ASCII.GetBytes($"{{\"text\":\"{new string('x', 400_000)}\"}}"),
            4 => Encoding.ASCII.GetBytes($"{{{string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"\"{One(fields)}\":{One(["\"\\ud800\"", "\"\\u0000\"", "1e400", "-0", "[]", "{}", "null", "99999999999999999999", "\"9999-12-31\"", "true"])}"))}}}"),
            _ => Encoding.UTF8.GetBytes(One(Json)),
        };
    }

    private byte[] Multipart(IReadOnlyList<string> fields)
    {
        var body = new MemoryStream();
        for (var part = random.Next(1, 5); part > 0; part--)
        {
            Write("--b\r\n");
            Write(random.Next(6) switch
            {
                0 => "Content-Disposition: form-data\r\n\r\n",
                1 => "Content-Disposition: form-data; name=\"Files\"; filename=\"..\\..\\a\u0001b\"\r\nContent-Type: ;;;\r\n\r\n",
                2 => "Content-Disposition: form-data; name=\"Files\"; filename*=UTF-8''%00%ff%fe.pdf\r\n\r\n",
                3 => $"Content-Disposition: form-data; name=\"Files\"; filename=\"{new string('f', 300)}\"\r\n\r\n",
                4 => "Content-Disposition: ;;;=\r\nX: \u00ff\r\n\r\n",
                _ => $"Content-Disposition: form-data; name=\"{One(fields)}\"\r\n\r\n",
            });
            Write(One(["", "\u0000", "\u00ff\u00fe", "true", "x", "%00", "radicar", "consultar", "informacion", "00000000-0000-0000-0000-000000000000"]));
            Write("\r\n");
        }

        if (random.Next(3) > 0) Write("--b--\r\n");
        return body.ToArray();

        void Write(string text) => body.Write(Encoding.Latin1.GetBytes(text));
    }

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
