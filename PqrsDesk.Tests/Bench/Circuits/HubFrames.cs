using System.Buffers;

namespace PqrsDesk.Bench.Circuits;

/// <summary>SignalR's binary framing: each message with its length before it, in sevens of bits, the lowest first. Messages come cut anywhere.</summary>
internal sealed class HubFrames
{
    private const int MostLengthBytes = 5;
    private byte[] _kept = new byte[16 * 1024];
    private int _from;
    private int _to;

    /// <summary>Room for what is received next; <see cref="Received"/> says how much of it came.</summary>
    public Memory<byte> Room()
    {
        if (_from > 0)
        {
            _kept.AsSpan(_from.._to).CopyTo(_kept);
            (_from, _to) = (0, _to - _from);
        }

        if (_to > _kept.Length / 2) Array.Resize(ref _kept, _kept.Length * 2);
        return _kept.AsMemory(_to);
    }

    public void Received(int count) => _to += count;

    /// <summary>The next whole message, good until <see cref="Room"/> is asked for.</summary>
    public bool TryNext(out ReadOnlySpan<byte> message)
    {
        message = default;
        var (length, at) = (0, _from);
        while (true)
        {
            if (at == _to) return false;
            if (at - _from == MostLengthBytes) throw new InvalidDataException("A message announces a length of more than five bytes.");
            var part = _kept[at];
            length |= (part & 0x7f) << (7 * (at - _from));
            at++;
            if (part < 0x80) break;
        }

        if (length > _to - at) return false;
        message = _kept.AsSpan(at, length);
        _from = at + length;
        return true;
    }

    public static byte[] Frame(ReadOnlySpan<byte> message)
    {
        var framed = new ArrayBufferWriter<byte>(message.Length + MostLengthBytes);
        for (var left = (uint)message.Length; ; left >>= 7)
        {
            framed.Write([(byte)(left < 0x80 ? left : left & 0x7f | 0x80)]);
            if (left < 0x80) break;
        }

        framed.Write(message);
        return framed.WrittenSpan.ToArray();
    }
}
