using System.Net;
using PqrsDesk.Infrastructure.Channels.Meta;
using Xunit;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Nobody makes the desk ask an address of the house.</summary>
public sealed class PublicAddressesTests
{
    private static readonly string[] Hosts = ["fbcdn.net", "fbsbx.com"];

    [Theory]
    [InlineData("https://scontent.xx.fbcdn.net/v/a.jpg?oh=1", true)]
    [InlineData("https://fbsbx.com/a", true)]
    [InlineData("https://LOOKASIDE.FBSBX.COM./a", true)]
    [InlineData("http://scontent.xx.fbcdn.net/a", false)]
    [InlineData("https://scontent.xx.fbcdn.net:8443/a", false)]
    [InlineData("https://fbcdn.net@evil.example/a", false)]
    [InlineData("https://user@cdn.fbcdn.net/a", false)]
    [InlineData("https://evilfbcdn.net/a", false)]
    [InlineData("https://fbcdn.net.evil.example/a", false)]
    [InlineData("https://127.0.0.1/a", false)]
    [InlineData("https://localhost/a", false)]
    [InlineData("https://[::1]/a", false)]
    [InlineData("https://2130706433/a", false)]
    [InlineData("https://0x7f.1/a", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://cdn.fbcdn.net/a", false)]
    public void Only_the_hosts_of_the_settings_are_asked_over_tls(string address, bool good) =>
        Assert.Equal(good, PublicAddresses.Names(new Uri(address), Hosts, loopback: false));

    [Theory]
    [InlineData("http://127.0.0.1:5000/a", true)]
    [InlineData("http://[::1]:5000/a", true)]
    [InlineData("http://10.0.0.1/a", false)]
    [InlineData("http://example.org/a", false)]
    [InlineData("file:///a", false)]
    public void A_peer_of_tests_is_on_this_machine_and_nowhere_else(string address, bool good) =>
        Assert.Equal(good, PublicAddresses.Names(new Uri(address), Hosts, loopback: true));

    [Theory]
    [InlineData("157.240.14.19", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.0.1", true)]
    [InlineData("192.0.1.1", true)]
    [InlineData("2a03:2880:f003::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("198.51.100.1", false)]
    [InlineData("203.0.113.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("ff02::1", false)]
    public void Only_addresses_of_the_open_net_are_connected_to(string address, bool good) => Assert.Equal(good, PublicAddresses.IsPublic(IPAddress.Parse(address)));
}
