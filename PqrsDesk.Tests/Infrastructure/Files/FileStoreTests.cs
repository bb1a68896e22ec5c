using System.Security.Cryptography;
using System.Text;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Files;

public sealed class FileStoreTests : IAsyncLifetime
{
    private const int LimitInMiB = 1;
    private TestDesk desk = null!;

    private FileStore Store => desk.Get<FileStore>();

    public async Task InitializeAsync() => desk = await TestDesk.StartAsync(settings: ("Desk:FileLimitMiB", "1"));

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_file_comes_to_lie_under_the_data_folder_whole_measured_and_under_another_name()
    {
        var content = Encoding.UTF8.GetBytes("factura de febrero");

        var file = (await StoreAsync("factura.pdf", content)).File!;

        Assert.Equal(("factura.pdf", "text/plain", content.LongLength), (file.Name, file.ContentType, file.Bytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), file.Sha256);
        Assert.Equal(desk.Clock.Now, file.StoredAt);
        var path = Store.Find(file.Id)!;
        Assert.StartsWith(Path.Combine(desk.Folder, "files"), path, StringComparison.Ordinal);
        Assert.DoesNotContain("factura", path, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllBytesAsync(path));
    }

    [Theory]
    [InlineData(@"C:\fakepath\carta.pdf", "carta.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("con\nsalto\u0000.txt", "consalto.txt")]
    [InlineData("  carta.pdf ", "carta.pdf")]
    public async Task Of_a_name_only_its_last_part_is_kept(string sent, string kept) =>
        Assert.Equal(kept, (await StoreAsync(sent, [1])).File!.Name);

    [Theory]
    [InlineData("")]
    [InlineData("carpeta/")]
    [InlineData("\u0001")]
    public async Task A_file_without_a_name_is_refused(string sent) =>
        Assert.Equal(RefusalCode.FileNameInvalid, (await StoreAsync(sent, [1])).Refusal!.Code);

    [Fact]
    public async Task A_name_that_is_too_long_is_refused() =>
        Assert.Equal(RefusalCode.FileNameInvalid, (await StoreAsync(new string('a', Ticket.FileNameLimit + 1), [1])).Refusal!.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no es un tipo")]
    public async Task What_is_declared_badly_is_just_bytes(string? declared) =>
        Assert.Equal("application/octet-stream", (await Store.StoreAsync("a", declared, new MemoryStream([1]), null, CancellationToken.None)).File!.ContentType);

    [Fact]
    public async Task An_empty_file_is_refused_and_leaves_nothing()
    {
        Assert.Equal(new Refusal(RefusalCode.FileEmpty, "Files"), (await StoreAsync("vacio.txt", [])).Refusal);
        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task As_much_as_the_limit_is_taken_and_a_byte_more_is_refused_and_leaves_nothing()
    {
        const int limit = LimitInMiB * 1024 * 1024;

        Assert.Equal(limit, (await StoreAsync("justo.bin", new byte[limit])).File!.Bytes);
        Assert.Equal(new Refusal(RefusalCode.FileTooLarge, "Files", "1"), (await StoreAsync("grande.bin", new byte[limit + 1])).Refusal);
        Assert.Single(OnDisk());
    }

    [Fact]
    public async Task A_flood_is_cut_off_soon_after_the_limit()
    {
        var flood = new Flood();

        Assert.Equal(RefusalCode.FileTooLarge, (await Store.StoreAsync("a", null, flood, null, CancellationToken.None)).Refusal!.Code);
        Assert.InRange(flood.Given, Store.Limit + 1, Store.Limit + 200_000);
    }

    [Fact]
    public async Task A_sender_who_stops_half_way_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.StoreAsync("a", null, new Breaking(), null, CancellationToken.None));
        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task What_is_taken_back_is_gone()
    {
        var file = (await StoreAsync("a", [1])).File!;
        Store.Remove(file);
        Assert.Null(Store.Find(file.Id));
    }

    [Fact]
    public async Task One_is_told_how_much_has_come()
    {
        var told = new List<long>();
        await Store.StoreAsync("a", null, new MemoryStream(new byte[200_000]), told.Add, CancellationToken.None);
        Assert.True(told.Count > 1);
        Assert.Equal(told.Order(), told);
        Assert.Equal(200_000, told[^1]);
    }

    private Task<StoringOutcome> StoreAsync(string name, byte[] content) =>
        Store.StoreAsync(name, "application/pdf", new MemoryStream(content), null, CancellationToken.None);

    private string[] OnDisk() => Directory.GetFiles(Path.Combine(desk.Folder, "files"), "*", SearchOption.AllDirectories);

    /// <summary>Never ends.</summary>
    private sealed class Flood : Giving
    {
        public override int Read(Span<byte> buffer)
        {
            Given += buffer.Length;
            return buffer.Length;
        }
    }

    /// <summary>Breaks off after the first bytes.</summary>
    private sealed class Breaking : Giving
    {
        public override int Read(Span<byte> buffer)
        {
            if (Given > 0) throw new IOException("The line went dead.");
            Given += buffer.Length;
            return buffer.Length;
        }
    }

    private abstract class Giving : Stream
    {
        public long Given { get; protected set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }
        public override void Flush() => throw new NotSupportedException();
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default) => new(Read(buffer.Span));
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
