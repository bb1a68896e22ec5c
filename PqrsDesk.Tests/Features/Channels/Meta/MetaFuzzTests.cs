using System.Diagnostics;
using System.Text;
using PqrsDesk.Infrastructure.Channels;
using PqrsDesk.Infrastructure.Channels.Meta;
using Xunit;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Whatever body is signed, reading it throws nothing, ends soon and gives what can be kept.</summary>
public sealed class MetaFuzzTests
{
    private const int Seed = 26;
    private const int Mutations = 20_000;

    private static readonly byte[][] Spices =
    [
        "null"u8.ToArray(), "{}"u8.ToArray(), "[]"u8.ToArray(), "\"\""u8.ToArray(), "\\ud800"u8.ToArray(), "\\udc00"u8.ToArray(), "\\u0000"u8.ToArray(), "1e999"u8.ToArray(), "-1"u8.ToArray(), "99999999999999999999"u8.ToArray(),
        "\""u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "\\"u8.ToArray(), [0], [0xFF, 0xFE], [0xED, 0xA0, 0x80], "true"u8.ToArray(), "\\n"u8.ToArray(),
    ];

    [Fact]
    public void Bodies_that_were_spoilt_are_read_all_the_same()
    {
        var (chance, bodies, read) = (new Random(Seed), PayloadTests.All().ToList(), 0);
        for (var made = 0; made < Mutations; made++) read += Read(Spoil(bodies[chance.Next(bodies.Count)], chance));

        // Else nothing but the parser's first look was tried.
        Assert.True(read > Mutations / 10, $"Only {read} were still something.");
    }

    [Fact]
    public void Rubbish_and_nothing_are_nothing()
    {
        var chance = new Random(Seed);
        for (var made = 0; made < 500; made++)
        {
            var rubbish = new byte[chance.Next(2_000)];
            chance.NextBytes(rubbish);
            Assert.Equal(0, Read(rubbish));
        }

        foreach (var body in new[] { "", "null", "7", "\"page\"", "[]", "[[]]", "{}", """{"object":7}""", """{"object":"page"}""", """{"object":"page","entry":{}}""", new string('[', 1_000_000), string.Concat(Enumerable.Repeat("{\"object\":", 100_000)) })
            Assert.Equal(0, Read(Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public void A_body_as_large_as_is_taken_does_not_take_long()
    {
        var one = """{"sender":{"id":"6100"},"recipient":{"id":"1042"},"timestamp":1772550300123,"message":{"mid":"m","text":"\ud800 hola"}},""";
        var body = """{"object":"page","entry":[{"id":"1042","messaging":[""" + string.Concat(Enumerable.Repeat(one, 4 * 1024 * 1024 / one.Length)) + "{}]}]}";
        var since = Stopwatch.GetTimestamp();
        Assert.True(Read(Encoding.UTF8.GetBytes(body)) > 20_000);
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(20), $"It took {Stopwatch.GetElapsedTime(since)}.");
    }

    [Fact]
    public void Half_a_character_costs_no_more_than_itself()
    {
        var body = """{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"message":{"mid":"m","text":"No \ud83d hay \"agua\" \\ \u00e9\nya"}}]}]}""";
        var message = Assert.IsType<MetaNews.Message>(Assert.Single(MetaReader.Read(Encoding.UTF8.GetBytes(body))));
        Assert.Equal("No \uFFFD hay \"agua\" \\ é\nya", message.Lines.Single().Value);
    }

    private static int Read(byte[] body)
    {
        var read = MetaReader.Read(body);
        foreach (var news in read)
        {
            Assert.InRange(news.Account.Length, 1, 90);
            if (news is not MetaNews.Message message) continue;
            Assert.InRange(message.Conversation.Length, 1, Conversation.IdLimit);
            Assert.InRange(MetaNames.Id(message.Id).Length, 1, Conversation.IdLimit);
            Assert.All(message.Files, file => Assert.True((file.MediaId ?? file.Url)!.Length <= MediaToFetch.UrlLimit));
            Assert.NotEmpty(message.Lines);
            foreach (var line in message.Lines)
            {
                Assert.DoesNotContain('\0', line.Value);
                _ = line.Value.Normalize();
            }
        }

        return read.Count;
    }

    private static byte[] Spoil(byte[] body, Random chance)
    {
        var spoilt = new List<byte>(body);
        for (var times = chance.Next(1, 4); times > 0 && spoilt.Count > 0; times--)
        {
            var at = chance.Next(spoilt.Count);
            switch (chance.Next(4))
            {
                case 0:
                    spoilt.RemoveRange(at, Math.Min(chance.Next(1, 30), spoilt.Count - at));
                    break;
                case 1:
                    spoilt.InsertRange(at, Spices[chance.Next(Spices.Length)]);
                    break;
                case 2:
                    spoilt[at] = (byte)chance.Next(256);
                    break;
                default:
                    // A value gives way to another: the JSON mostly stays one.
                    var colon = spoilt.IndexOf((byte)':', at);
                    if (colon < 0) break;
                    var end = colon + 1;
                    while (end < spoilt.Count && spoilt[end] is not ((byte)',' or (byte)'}' or (byte)']')) end++;
                    spoilt.RemoveRange(colon + 1, end - colon - 1);
                    spoilt.InsertRange(colon + 1, Spices[chance.Next(9)]);
                    break;
            }
        }

        return [.. spoilt];
    }
}
