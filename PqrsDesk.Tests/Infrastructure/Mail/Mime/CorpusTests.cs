using System.Globalization;
using System.Text.Json;
using Xunit;

namespace PqrsDesk.Infrastructure.Mail.Mime;

public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. Corpus.Names];

    [Fact]
    public void There_are_sixty_and_more() => Assert.True(Corpus.Names.Count >= 60);

    [Theory, MemberData(nameof(Names))]
    public void A_message_is_read_as_its_writer_meant_it(string name)
    {
        var expected = Corpus.Expected(name);
        var mail = ReadMail.Of(Corpus.Message(name));
        foreach (var fact in expected.EnumerateObject()) Check(fact.Name, fact.Value, mail);
    }

    private static void Check(string fact, JsonElement expected, ReadMail mail)
    {
        switch (fact)
        {
            case "subject": Assert.Equal(expected.GetString(), mail.Subject); break;
            case "subjectContains": Assert.Contains(expected.GetString()!, mail.Subject, StringComparison.Ordinal); break;
            case "mostSubject": Assert.InRange(mail.Subject.Length, 1, expected.GetInt32()); break;
            case "from": Assert.Equal(expected.GetString(), mail.From is { } from ? from.Name.Length > 0 ? $"{from.Name} <{from.Address}>" : from.Address : ""); break;
            case "to": Assert.Equal(Strings(expected), mail.To); break;
            case "text": Assert.Equal(expected.GetString(), mail.WholeText); break;
            case "new": Assert.Equal(expected.GetString(), mail.NewText); break;
            case "textContains": Assert.All(Strings(expected), part => Assert.Contains(part, mail.WholeText, StringComparison.Ordinal)); break;
            case "notText": Assert.All(Strings(expected), part => Assert.DoesNotContain(part, mail.WholeText, StringComparison.Ordinal)); break;
            case "files": Assert.Equal(Strings(expected).Order(StringComparer.Ordinal), mail.Files.Select(Described).Order(StringComparer.Ordinal)); break;
            case "filesContain": Assert.All(Strings(expected), part => Assert.Contains(mail.Files.Select(Described), file => file.StartsWith(part, StringComparison.Ordinal))); break;
            case "mostFiles": Assert.InRange(mail.Files.Count, 1, expected.GetInt32()); break;
            case "nature": Assert.Equal(expected.GetString(), mail.Nature.ToString()); break;
            case "messageId": Assert.Equal(expected.GetString(), mail.MessageId); break;
            case "before": Assert.Equal(Strings(expected), mail.Before); break;
            case "report": Assert.Equal(expected.GetString(), $"{mail.Report?.MessageId} {(mail.Report?.Failed == true ? "failed" : "delayed")} {mail.Report?.Recipient} {mail.Report?.Status}"); break;
            case "reportReason": Assert.Equal(expected.GetString(), mail.Report?.Reason); break;
            default: Assert.Fail($"Nobody knows how to check \"{fact}\"."); break;
        }
    }

    private static string Described(MailFile file) => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.ContentType} {file.Content().Length}");

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(each => each.GetString()!);
}
