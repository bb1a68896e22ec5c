using System.Security.Cryptography;
using PqrsDesk.Domain.People;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

public sealed class TrackingCodeTests
{
    [Fact]
    public void A_code_is_four_groups_without_look_alikes_and_reads_back_however_it_is_typed()
    {
        var code = TrackingCode.Draw();
        Assert.Matches("^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$", code.ToString());
        Assert.DoesNotContain(code.ToString(), "01OIL5SZB".Contains);
        Assert.Equal(code, TrackingCode.Read($" {code.ToString().ToLowerInvariant().Replace('-', ' ')} "));
        Assert.True(TrackingCode.Fits(TrackingCode.Read(code.ToString()), code.Hash));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2222-2222-2222")]
    [InlineData("2222-2222-2222-222O")]
    [InlineData("<script>alert(1)</script>")]
    public void What_can_be_no_code_is_none_and_fits_nothing(string? typed)
    {
        Assert.Null(TrackingCode.Read(typed));
        Assert.False(TrackingCode.Fits(null, TrackingCode.Draw().Hash));
        Assert.False(TrackingCode.Fits(TrackingCode.Draw(), null));
        Assert.False(TrackingCode.Fits(null, null));
    }

    [Fact]
    public void Another_code_does_not_fit() => Assert.False(TrackingCode.Fits(TrackingCode.Draw(), TrackingCode.Draw().Hash));

    [Fact]
    public void The_same_secret_gives_the_same_code_and_another_another()
    {
        var secret = RandomNumberGenerator.GetBytes(16);
        Assert.Equal(TrackingCode.From(secret), TrackingCode.From(secret));
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => TrackingCode.From(RandomNumberGenerator.GetBytes(16)).ToString()).Distinct().Count());
    }

    [Theory]
    [InlineData("Centro Histórico", "centro-historico")]
    [InlineData("  Sede N.º 3 (Ñuñoa) ", "sede-n-3-nunoa")]
    [InlineData("¿?", "")]
    public void A_branch_has_a_key_for_its_address(string name, string key) => Assert.Equal(key, Branch.KeyOf(name));
}
