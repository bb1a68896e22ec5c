using System.Text;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>What a file is says its content, whatever its sender calls it.</summary>
public sealed class SniffingTests : IAsyncLifetime
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private TestDesk desk = null!;

    public async Task InitializeAsync() => desk = await TestDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("%PDF-1.7", "text/html", "application/pdf")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "application/pdf", "image/jpeg")]
    [InlineData("\u0089PNG\r\n\u001a\n", null, "image/png")]
    [InlineData("PK\u0003\u0004", Xlsx, Xlsx)]
    [InlineData("PK\u0003\u0004", "text/html", "application/zip")]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/msword", "application/msword")]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", null, "application/x-ole-storage")]
    [InlineData("OggS\u0000", "audio/ogg; codecs=opus", "audio/ogg")]
    [InlineData("\0\0\0 ftypisom", null, "video/mp4")]
    [InlineData("MZ\u0090\0", "image/png", "application/octet-stream")]
    [InlineData("a;b\n1;2", "text/csv", "text/csv")]
    public async Task By_its_first_bytes(string content, string? declared, string type) => Assert.Equal(type, await TypeOfAsync(Encoding.Latin1.GetBytes(content), declared));

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", "text/html")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>""", "image/svg+xml")]
    [InlineData("Señores: buenas tardes.", null)]
    public async Task Nothing_that_a_browser_would_run(string content, string? declared) => Assert.Equal("text/plain", await TypeOfAsync(Encoding.UTF8.GetBytes(content), declared));

    [Fact]
    public async Task A_letter_cut_at_the_end_of_what_is_looked_at_is_text_still() =>
        Assert.Equal("text/plain", await TypeOfAsync(Encoding.UTF8.GetBytes("a" + new string('ñ', 600)), null));

    [Fact]
    public async Task A_type_longer_than_any_is_not_believed() =>
        Assert.Equal("application/x-ole-storage", await TypeOfAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], $"application/vnd.ms-{new string('a', 300)}"));

    private async Task<string> TypeOfAsync(byte[] content, string? declared) =>
        (await desk.Get<FileStore>().StoreAsync("a", declared, new MemoryStream(content), null, CancellationToken.None)).File!.ContentType;
}
