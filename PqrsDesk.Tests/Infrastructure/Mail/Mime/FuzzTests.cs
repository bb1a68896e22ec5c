using System.Diagnostics;
using System.Text;
using Xunit;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>Whatever bytes come in, reading them throws nothing, ends soon and gives no more than it was given.</summary>
public sealed class FuzzTests
{
    private const int Seed = 2231;
    private const int Mutations = 6_000;

    private static readonly byte[][] Spices =
    [
        "\r\n"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "--"u8.ToArray(), "=?utf-8?Q?="u8.ToArray(), "=?utf-8?B?"u8.ToArray(), "?="u8.ToArray(), "<"u8.ToArray(), ">"u8.ToArray(), "\""u8.ToArray(), "("u8.ToArray(),
        ";"u8.ToArray(), "*0*="u8.ToArray(), "%C3"u8.ToArray(), "=C3"u8.ToArray(), "<!--"u8.ToArray(), "<blockquote>"u8.ToArray(), "&#55296;"u8.ToArray(), "&#x110000;"u8.ToArray(), [0], [0xFF, 0xFE], [0xED, 0xA0, 0x80],
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"u8.ToArray(), "Content-Type: message/rfc822\r\n\r\n"u8.ToArray(), "charset=utf-7"u8.ToArray(), "charset=iso-2022-jp"u8.ToArray(), "charset=hz-gb-2312"u8.ToArray(),
    ];

    [Fact]
    public void Messages_that_were_spoilt_on_the_way_are_read_all_the_same()
    {
        var (chance, messages) = (new Random(Seed), Corpus.Names.Select(Corpus.Message).Where(message => message.Length < 100_000).ToList());
        for (var made = 0; made < Mutations; made++)
        {
            var spoilt = Spoil(messages[chance.Next(messages.Count)], messages[chance.Next(messages.Count)], chance);
            var mail = Read(spoilt);
            Assert.True(mail.Files.Count <= MimeLimits.Parts);
            Assert.True(mail.Files.Sum(file => (long)file.Content().Length) <= 2L * spoilt.Length);
            Assert.DoesNotContain('\0', mail.WholeText);
            _ = Encoding.UTF8.GetByteCount(mail.WholeText.Normalize());
        }
    }

    /// <summary>A megabyte of what some reader of mail once took a quadratic time, or the stack, for.</summary>
    [Theory]
    [InlineData("", "<a href=\"", 1)]
    [InlineData("", "<b '\">", 1)]
    [InlineData("", "<!--", 1)]
    [InlineData("", "</script", 1)]
    [InlineData("", "<div><blockquote>", 1)]
    [InlineData("", "&#", 1)]
    [InlineData("Content-Type: text/plain\r\n\r\n", "El 3 de marzo a las 9:00 escribió:\n\n", 0)]
    [InlineData("Content-Type: text/plain\r\n\r\n", "De: a\n", 0)]
    [InlineData("Content-Type: text/plain; format=flowed\r\n\r\n", "> > a \n", 0)]
    [InlineData("Subject: ", "=?utf-8?Q?", 0)]
    [InlineData("Subject: ", "=?utf-8?Q?a?= ", 0)]
    [InlineData("From: ", "(((", 0)]
    [InlineData("From: ", "a@b.c, ", 0)]
    [InlineData("From: ", "\"a\\\" <", 0)]
    [InlineData("References: ", "<a>", 0)]
    [InlineData("References: ", "<", 0)]
    [InlineData("Content-Type: multipart/mixed; boundary=\"", "x;", 0)]
    [InlineData("Content-Type: text/plain; ", "a*0=b; ", 0)]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\n\r\n", "--x\r\n", 0)]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\n\r\n", "--x", 0)]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\n\r\n", "--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n", 0)]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n", "A: b\r\n\r\n", 0)]
    [InlineData("", "A:\r\n", 0)]
    [InlineData("A:", "\r\n ", 0)]
    public void Nothing_of_a_megabyte_takes_long(string begins, string again, int html)
    {
        var text = (html == 1 ? "Content-Type: text/html\r\n\r\n" : begins) + string.Concat(Enumerable.Repeat(again, 1024 * 1024 / again.Length));
        var since = Stopwatch.GetTimestamp();
        Read(Encoding.UTF8.GetBytes(text));
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(20), $"It took {Stopwatch.GetElapsedTime(since)}.");
    }

    [Fact]
    public void Rubbish_is_read_too()
    {
        var chance = new Random(Seed);
        for (var made = 0; made < 500; made++)
        {
            var rubbish = new byte[chance.Next(4_000)];
            chance.NextBytes(rubbish);
            Read(rubbish);
        }
    }

    private static ReadMail Read(byte[] message)
    {
        try
        {
            return ReadMail.Of(message);
        }
        catch (Exception wrong)
        {
            throw new InvalidOperationException($"This message was too much: {Convert.ToBase64String(message.AsSpan(0, Math.Min(message.Length, 4_000)))}", wrong);
        }
    }

    private static byte[] Spoil(byte[] message, byte[] other, Random chance)
    {
        var spoilt = message.ToList();
        for (var times = chance.Next(1, 12); times > 0; times--)
        {
            var at = chance.Next(spoilt.Count + 1);
            switch (chance.Next(6))
            {
                case 0 when at < spoilt.Count: spoilt[at] = (byte)chance.Next(256); break;
                case 1: spoilt.RemoveRange(at, Math.Min(spoilt.Count - at, chance.Next(200))); break;
                case 2: spoilt.InsertRange(at, Spices[chance.Next(Spices.Length)]); break;
                case 3 when other.Length > 0: spoilt.InsertRange(at, other.AsSpan(chance.Next(other.Length)).ToArray().Take(chance.Next(400))); break;
                case 4: spoilt.InsertRange(at, spoilt.GetRange(0, Math.Min(spoilt.Count, chance.Next(300)))); break;
                case 5: spoilt.RemoveRange(at, spoilt.Count - at); break;
            }
        }

        return [.. spoilt];
    }
}
