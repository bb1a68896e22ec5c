namespace PqrsDesk.Infrastructure.Files;

/// <summary>A stream of which some bytes are read as others. Length and places stay as they are, so parts of it can be asked for.</summary>
internal sealed class BlankedStream(Stream inner, IReadOnlyList<Blank> blanks) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => inner.CanSeek;
    public override bool CanWrite => false;
    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var at = inner.Position;
        var read = inner.Read(buffer);
        Blank(buffer[..read], at);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancel) => ReadAsync(buffer.AsMemory(offset, count), cancel).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        var at = inner.Position;
        var read = await inner.ReadAsync(buffer, cancel);
        Blank(buffer.Span[..read], at);
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void Blank(Span<byte> bytes, long at)
    {
        foreach (var blank in blanks)
        {
            var (from, to) = (Math.Max(blank.At, at), Math.Min(blank.At + blank.Length, at + bytes.Length));
            if (from < to) bytes[(int)(from - at)..(int)(to - at)].Fill(blank.As);
        }
    }
}
