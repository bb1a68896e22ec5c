using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace PqrsDesk.Bench.Circuits;

/// <summary>Writes the few shapes of MessagePack that a page says to its circuit.</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> _out = new();

    public ReadOnlySpan<byte> Written => _out.WrittenSpan;

    /// <param name="count">Up to fifteen.</param>
    public PackWriter Array(int count) => Raw((byte)(0x90 | count));

    public PackWriter EmptyMap() => Raw(0x80);

    public PackWriter Value(object? value) => value switch
    {
        null => Raw(0xc0),
        bool yes => Raw(yes ? (byte)0xc3 : (byte)0xc2),
        int whole => Whole(whole),
        long whole => Whole(whole),
        string text => Text(text),
        _ => throw new NotSupportedException($"No shape for {value.GetType()}."),
    };

    private PackWriter Whole(long value)
    {
        if (value is >= 0 and < 128) return Raw((byte)value);
        Raw(0xd3);
        BinaryPrimitives.WriteInt64BigEndian(_out.GetSpan(8), value);
        _out.Advance(8);
        return this;
    }

    private PackWriter Text(string text)
    {
        Raw(0xdb);
        BinaryPrimitives.WriteInt32BigEndian(_out.GetSpan(4), Encoding.UTF8.GetByteCount(text));
        _out.Advance(4);
        Encoding.UTF8.GetBytes(text, _out);
        return this;
    }

    private PackWriter Raw(byte one)
    {
        _out.GetSpan(1)[0] = one;
        _out.Advance(1);
        return this;
    }
}
