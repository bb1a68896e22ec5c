using System.Globalization;
using System.Text.Json;
using PqrsDesk.Architecture;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Webhooks in the shapes that Meta describes, and what the desk makes of each.</summary>
public sealed class PayloadTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "PqrsDesk.Tests", "Features", "Channels", "Meta", "Payloads");

    public static TheoryData<string> Names => [.. Sorted()];

    [Theory, MemberData(nameof(Names))]
    public async Task A_webhook_is_read_for_what_the_desk_has_a_use_for(string name)
    {
        await using var desk = await TestDesk.StartAsync();
        MetaWords.SpeakFor(MetaSettingsTests.Read()!);
        using var sample = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".json")));
        var read = MetaReader.Read(Payload(sample));
        Assert.Equal(
            sample.RootElement.GetProperty("expected").EnumerateArray().Select(line => line.GetString()!),
            read.Select(news => Written(news, desk.Get<MetaWords>())));
    }

    internal static IEnumerable<byte[]> All()
    {
        foreach (var name in Sorted())
        {
            using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
            yield return Payload(sample);
        }
    }

    private static IEnumerable<string> Sorted() => Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static byte[] Payload(JsonDocument sample) => JsonSerializer.SerializeToUtf8Bytes(sample.RootElement.GetProperty("payload"));

    private static string Written(MetaNews news, MetaWords words) => news switch
    {
        MetaNews.Message m => string.Join(" | ",
        [
            $"message {m.Product} {m.Account} {m.Person} {m.Id} {Written(m.SentAt)} «{m.Name}» {m.Telephone ?? "-"}{(m.Quiet ? " quiet" : "")}",
            words.Say(m).Replace("\n", "⏎", StringComparison.Ordinal),
            .. m.Files.Select(file => $"{file.What} {file.MediaId ?? file.Url} {file.Name ?? "-"} {file.ContentType ?? "-"}"),
        ]),
        MetaNews.Progress p => $"progress {p.Product} {p.Account} {p.Person} {p.State} {(p.Ids.Count == 0 ? "-" : string.Join(',', p.Ids))} {Written(p.Until)} {(p.Hindrance is { } why ? $"{why} {p.Error}" : p.Error ?? "-")}",
        _ => throw new InvalidOperationException(),
    };

    private static string Written(DateTimeOffset? at) => at is { } instant ? instant.ToString(instant.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) : "-";
}
