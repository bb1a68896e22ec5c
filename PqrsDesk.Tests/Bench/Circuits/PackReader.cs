using System.Buffers.Binary;
using System.Text;

namespace PqrsDesk.Bench.Circuits;

/// <summary>Reads MessagePack from its start to its end. What is not as asked for is an error, never a guess.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    public int Array() => Byte() switch
    {
        >= 0x90 and <= 0x9f and var short4 => short4 & 0xf,
        0xdc => (int)Big(2),
        0xdd => (int)Big(4),
        var other => throw Unlike("an array", other),
    };

    public long Whole() => Byte() switch
    {
        <= 0x7f and var small => small,
        >= 0xe0 and var small => (sbyte)small,
        >= 0xcc and <= 0xcf and var code => (long)Big(1 << (code - 0xcc)),
        0xd0 => (sbyte)Big(1),
        0xd1 => (short)Big(2),
        0xd2 => (int)Big(4),
        0xd3 => (long)Big(8),
        var other => throw Unlike("a whole number", other),
    };

    /// <summary>Null for nil.</summary>
    public string? Text() => _rest[0] == 0xc0 && Byte() == 0xc0 ? null : Encoding.UTF8.GetString(Take(TextLength()));

    public ReadOnlySpan<byte> Bytes() => Byte() switch
    {
        >= 0xc4 and <= 0xc6 and var code => Take((int)Big(1 << (code - 0xc4))),
        var other => throw Unlike("bytes", other),
    };

    /// <summary>Past one value, whatever it is.</summary>
    public void Skip()
    {
        var code = _rest[0];
        if (code is (>= 0xa0 and <= 0xbf) or (>= 0xd9 and <= 0xdb)) Take(TextLength());
        else if (code is >= 0xc4 and <= 0xc6) Bytes();
        else if (code is (>= 0x90 and <= 0x9f) or 0xdc or 0xdd) SkipEach(Array());
        else if (code is (>= 0x80 and <= 0x8f) or 0xde or 0xdf) SkipEach(2 * Map());
        else if (code is 0xc0 or 0xc2 or 0xc3) Byte();
        else if (code is 0xca or 0xcb) Take(code == 0xca ? 5 : 9);
        else Whole();
    }

    private void SkipEach(int count)
    {
        for (var i = 0; i < count; i++) Skip();
    }

    private int Map() => Byte() switch
    {
        >= 0x80 and <= 0x8f and var short4 => short4 & 0xf,
        0xde => (int)Big(2),
        0xdf => (int)Big(4),
        var other => throw Unlike("a map", other),
    };

    private int TextLength() => Byte() switch
    {
        >= 0xa0 and <= 0xbf and var short5 => short5 & 0x1f,
        >= 0xd9 and <= 0xdb and var code => (int)Big(1 << (code - 0xd9)),
        var other => throw Unlike("a text", other),
    };

    private byte Byte() => Take(1)[0];

    private ulong Big(int size)
    {
        var bytes = Take(size);
        return size switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        };
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length) throw new InvalidDataException($"{count} bytes were announced, {_rest.Length} are left.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static InvalidDataException Unlike(string wanted, byte found) => new($"Not {wanted}: it begins with 0x{found:x2}.");
}
