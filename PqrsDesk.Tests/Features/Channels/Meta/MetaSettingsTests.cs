using Microsoft.Extensions.Configuration;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Channels.Meta;

public sealed class MetaSettingsTests
{
    [Fact]
    public void Without_a_secret_there_is_no_such_webhook_and_with_little_more_there_is()
    {
        Assert.Null(Read(("AppSecret", " ")));
        var usual = Read()!;
        Assert.Equal(Enum.GetValues<MetaProduct>().ToHashSet(), usual.Products);
        Assert.Equal("https://graph.facebook.com/v24.0/", usual.Usual.GraphBase.ToString());
        Assert.False(usual.Sends("1"));
        Assert.Equal((30, TicketKind.Petition, "es-CO", false), (usual.ReopenDays, usual.Usual.Kind, usual.Language.Name, usual.Loopback));
    }

    [Fact]
    public void An_account_has_what_is_said_of_it_and_else_what_is_said_of_all()
    {
        var meta = Read(
            ("AccessToken", "todos"), ("Area", "Atención"), ("Products", "WhatsApp, instagram"), ("GraphBaseAddress", "https://graph.example.org/v25.0"),
            ("Accounts:106:Area", "Aseo"), ("Accounts:106:AccessToken", "uno"), ("Accounts:106:Kind", "claim"), ("Accounts:17:SendAs", "104"))!;
        Assert.Equal([MetaProduct.Instagram, MetaProduct.WhatsApp], meta.Products.Order());
        Assert.Equal(new MetaAccount("uno", new("https://graph.example.org/v25.0/"), null, "Aseo", TicketKind.Claim), meta.Account("106"));
        Assert.Equal(new MetaAccount("todos", new("https://graph.example.org/v25.0/"), "104", "Atención", TicketKind.Petition), meta.Account("17"));
        Assert.Equal(meta.Usual, meta.Account("otra"));
    }

    [Theory]
    [InlineData("VerifyToken", "")]
    [InlineData("Products", "Paloma")]
    [InlineData("Products", "3")]
    [InlineData("Kind", "9")]
    [InlineData("ReopenDays", "-1")]
    [InlineData("MediaLimitMiB", "0")]
    [InlineData("MediaHosts", "https://fbcdn.net")]
    [InlineData("MediaHosts", "10.0.0.1")]
    [InlineData("Language", "fr")]
    [InlineData("Loopback", "quizás")]
    [InlineData("AccessToken", "un token\r\nX-Otro: 1")]
    [InlineData("GraphBaseAddress", "http://graph.facebook.com/")]
    [InlineData("GraphBaseAddress", "http://127.0.0.1:5000/")]
    [InlineData("GraphBaseAddress", "ftp://graph.facebook.com/")]
    [InlineData("GraphBaseAddress", "https://u:p@graph.facebook.com/")]
    [InlineData("GraphBaseAddress", "graph")]
    [InlineData("Accounts:106:GraphBaseAddress", "http://example.org/")]
    [InlineData("Accounts:106:Kind", "nada")]
    public void A_setting_that_is_not_usable_is_named_and_no_secret_is_told(string name, string value)
    {
        var wrong = Assert.Throws<SettingException>(() => Read((name, value)));
        Assert.Contains($"{MetaSettings.Section}:{name}", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Otro", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(MetaPeer.Secret, wrong.Message, StringComparison.Ordinal);
    }

    internal static MetaSettings? Read(params (string Name, string? Value)[] settings) => MetaSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(
        new (string Name, string? Value)[] { ("AppSecret", MetaPeer.Secret), ("VerifyToken", MetaPeer.VerifyToken) }.Concat(settings).GroupBy(each => each.Name)
            .Select(each => KeyValuePair.Create($"{MetaSettings.Section}:{each.Key}", each.Last().Value))).Build());
}
