using Xunit;

namespace PqrsDesk.Bench.Circuits;

public sealed class HubCallTests
{
    [Fact]
    public void A_call_is_an_array_with_its_length_before_it()
    {
        var call = HubCall.Of(null, "Hi", 7L, null, true, "ñ");

        byte[] message = [0x95, 0x01, 0x80, 0xc0, 0xdb, 0, 0, 0, 2, (byte)'H', (byte)'i', 0x94, 7, 0xc0, 0xc3, 0xdb, 0, 0, 0, 2, 0xc3, 0xb1];
        Assert.Equal([(byte)message.Length, .. message], call);
    }

    [Theory]
    [InlineData(new byte[] { 0x05 }, 5)]
    [InlineData(new byte[] { 0xff }, -1)]
    [InlineData(new byte[] { 0xcc, 0xc8 }, 200)]
    [InlineData(new byte[] { 0xcd, 0x01, 0x00 }, 256)]
    [InlineData(new byte[] { 0xce, 0xff, 0xff, 0xff, 0xff }, uint.MaxValue)]
    [InlineData(new byte[] { 0xcf, 0, 0, 0, 1, 0, 0, 0, 0 }, 1L << 32)]
    [InlineData(new byte[] { 0xd0, 0x80 }, -128)]
    [InlineData(new byte[] { 0xd1, 0xff, 0x00 }, -256)]
    [InlineData(new byte[] { 0xd2, 0xff, 0xff, 0xff, 0xfe }, -2)]
    [InlineData(new byte[] { 0xd3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfd }, -3)]
    public void Whole_numbers_are_read_in_every_width(byte[] packed, long expected) => Assert.Equal(expected, new PackReader(packed).Whole());

    [Theory]
    [InlineData(0L)]
    [InlineData(127L)]
    [InlineData(128L)]
    [InlineData(-1L)]
    [InlineData(long.MinValue)]
    public void What_is_written_as_a_number_is_read_as_the_same(long number) =>
        Assert.Equal(number, new PackReader(new PackWriter().Value(number).Written).Whole());

    [Fact]
    public void Texts_and_bytes_are_read_in_every_width()
    {
        Assert.Equal("añ", new PackReader([0xa3, (byte)'a', 0xc3, 0xb1]).Text());
        Assert.Equal("a", new PackReader([0xd9, 1, (byte)'a']).Text());
        Assert.Equal("a", new PackReader([0xda, 0, 1, (byte)'a']).Text());
        Assert.Null(new PackReader([0xc0]).Text());
        Assert.Equal([9, 8], new PackReader([0xc4, 2, 9, 8]).Bytes().ToArray());
        Assert.Equal([9], new PackReader([0xc5, 0, 1, 9]).Bytes().ToArray());
        Assert.Equal([9], new PackReader([0xc6, 0, 0, 0, 1, 9]).Bytes().ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 0x82, 0xa1, 0x61, 0x01, 0xa1, 0x62, 0x92, 0xc0, 0xc2 })]
    [InlineData(new byte[] { 0xca, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0xcb, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0xc4, 1, 5 })]
    [InlineData(new byte[] { 0xdc, 0, 2, 1, 2 })]
    [InlineData(new byte[] { 0xcd, 1, 0 })]
    public void One_value_is_skipped_whole(byte[] value)
    {
        var reader = new PackReader([.. value, 0x2a]);
        reader.Skip();
        Assert.Equal(42, reader.Whole());
    }

    [Fact]
    public void What_is_not_as_asked_for_is_an_error()
    {
        Assert.Throws<InvalidDataException>(() => new PackReader([0xa1, 0x61]).Whole());
        Assert.Throws<InvalidDataException>(() => new PackReader([0x01]).Text());
        Assert.Throws<InvalidDataException>(() => new PackReader([0xd9, 9, 0x61]).Text());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(20_000)]
    [InlineData(70_000)]
    public void Messages_are_put_together_wherever_they_were_cut(int length)
    {
        byte[] message = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        byte[] stream = [.. HubFrames.Frame(message), .. HubFrames.Frame([1, 2, 3])];
        var frames = new HubFrames();
        var whole = new List<byte[]>();
        foreach (var piece in stream.Chunk(999))
        {
            piece.CopyTo(frames.Room());
            frames.Received(piece.Length);
            while (frames.TryNext(out var next)) whole.Add(next.ToArray());
        }

        Assert.Equal([message, [1, 2, 3]], whole);
    }
}
