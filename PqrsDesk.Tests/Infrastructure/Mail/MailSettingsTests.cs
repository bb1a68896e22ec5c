using Microsoft.Extensions.Configuration;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using Xunit;

namespace PqrsDesk.Infrastructure.Mail;

public sealed class MailSettingsTests
{
    [Fact]
    public void What_is_left_out_is_not_set_up_and_the_rest_is_as_usual()
    {
        var nothing = Read(("Mail:Inboxes:0:Host", ""), ("Mail:Smtp:Host", ""));
        Assert.Empty(nothing.Inboxes);
        Assert.Null(nothing.Smtp);
        Assert.Equal((TicketKind.Petition, "es", 50 * 1024 * 1024), (nothing.Kind, nothing.Language, nothing.MessageLimit));

        var settings = Read(("Mail:Inboxes:0:Host", "imap.example"), ("Mail:Inboxes:0:User", "pqrs@entidad.example"), ("Mail:Smtp:Host", "smtp.example"), ("Mail:Smtp:From", "pqrs@entidad.example"));
        Assert.Equal((993, MailTls.Implicit, "INBOX", null), (settings.Inboxes[0].Server.Port, settings.Inboxes[0].Server.Tls, settings.Inboxes[0].Folder, settings.Inboxes[0].MoveTo));
        Assert.Equal((587, MailTls.StartTls), (settings.Smtp!.Port, settings.Smtp.Tls));
    }

    [Theory]
    [InlineData("Mail:Smtp:From", "no es un correo")]
    [InlineData("Mail:Smtp:Tls", "quizás")]
    [InlineData("Mail:Smtp:Port", "99999")]
    [InlineData("Mail:Inboxes:0:User", "")]
    [InlineData("Mail:Inboxes:0:Seconds", "0")]
    [InlineData("Mail:ReplyTo", "pqrs+{token}")]
    [InlineData("Mail:Language", "fr")]
    [InlineData("Mail:Kind", "99")]
    public void What_cannot_be_used_is_named(string name, string value)
    {
        var said = Assert.Throws<SettingException>(() => Read(
            ("Mail:Inboxes:0:Host", "imap.example"), ("Mail:Inboxes:0:User", "pqrs@entidad.example"), ("Mail:Smtp:Host", "smtp.example"), ("Mail:Smtp:From", "pqrs@entidad.example"), (name, value)));
        Assert.Contains(name, said.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PQRS@entidad.example", true)]
    [InlineData("pqrs+c1-abc@entidad.example", true)]
    [InlineData("otra@entidad.example", false)]
    [InlineData("pqrs@entidad.example.org", false)]
    public void Its_own_addresses_are_known_whatever_stands_after_the_plus(string address, bool own) =>
        Assert.Equal(own, Read(("Mail:Smtp:Host", "smtp.example"), ("Mail:Smtp:From", "no-responder@entidad.example"), ("Mail:ReplyTo", "pqrs+{token}@entidad.example")).IsOwn(address));

    private static MailSettings Read(params (string Name, string Value)[] settings) => MailSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(each => each.Name).Select(each => KeyValuePair.Create<string, string?>(each.Key, each.Last().Value))).Build());
}
