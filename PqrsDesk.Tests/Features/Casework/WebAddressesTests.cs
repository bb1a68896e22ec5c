using Xunit;

namespace PqrsDesk.Features.Casework;

public sealed class WebAddressesTests
{
    [Theory]
    [InlineData("nada que seguir", "nada que seguir")]
    [InlineData("vea https://example.org/a?b=1&c=2, gracias", "vea |[https://example.org/a?b=1&c=2]|, gracias")]
    [InlineData("(http://example.org).", "(|[http://example.org]|).")]
    [InlineData("https://a.example\nhttps://b.example", "[https://a.example]|\n|[https://b.example]")]
    [InlineData("javascript:alert(1) data:text/html,x file:///etc", "javascript:alert(1) data:text/html,x file:///etc")]
    [InlineData("https://\"><script>", "https://\"><script>")]
    [InlineData("https://[mal", "https://[mal")]
    [InlineData("", "")]
    public void Only_addresses_of_the_web_can_be_followed_and_no_letter_is_lost(string text, string parts)
    {
        Assert.Equal(parts, string.Join('|', WebAddresses.Parts(text).Select(part => part.Link ? $"[{part.Text}]" : part.Text)));
        Assert.Equal(text, string.Concat(WebAddresses.Parts(text).Select(part => part.Text)));
    }
}
