using Microsoft.Extensions.Configuration;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using Xunit;

namespace PqrsDesk.Infrastructure.Channels;

public sealed class ChannelSettingsTests
{
    [Fact]
    public void A_channel_is_found_by_its_name_in_any_case_and_one_without_a_secret_is_none()
    {
        var channels = Read(("Channels:Telegram:Secret", "0123456789abcdef"), ("Channels:Telegram:Way", "chat"), ("Channels:Otro:Secret", ""), ("Channels:Otro:Kind", "Claim"));
        var telegram = channels.Find("telegram")!;
        Assert.Equal(("telegram", Channel.Chat, TicketKind.Petition, 30, null), (telegram.Name, telegram.Way, telegram.Kind, telegram.ReopenDays, telegram.Area));
        Assert.Same(telegram, channels.Find("TELEGRAM"));
        Assert.Null(channels.Find("otro"));
    }

    [Theory]
    [InlineData("Channels:x:Secret", "corto")]
    [InlineData("Channels:x:Way", "paloma")]
    [InlineData("Channels:x:Kind", "99")]
    [InlineData("Channels:x:ReopenDays", "-1")]
    [InlineData("Channels:a b:Secret", "0123456789abcdef")]
    public void A_setting_that_is_not_usable_is_named(string name, string value)
    {
        var wrong = Assert.Throws<SettingException>(() => Read(("Channels:x:Secret", "0123456789abcdef"), (name, value)));
        Assert.Contains(name.Split(':')[1], wrong.Message, StringComparison.Ordinal);
    }

    private static ChannelList Read(params (string Name, string? Value)[] settings) =>
        ChannelList.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(each => each.Name).Select(each => KeyValuePair.Create(each.Key, each.Last().Value))).Build());
}
