using System.Buffers.Binary;
using System.Text;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>Pictures as cameras write them, with the place where they were taken, and as the desk shows them.</summary>
public sealed class PlaceOfPicturesTests : IAsyncLifetime
{
    private const string Model = "Cámara de prueba";
    private static readonly byte[] Coordinates = [.. new uint[] { 4, 1, 35, 1, 5621, 100 }.SelectMany(part => Big(part))];
    private TestDesk desk = null!;

    public async Task InitializeAsync() => desk = await TestDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    public static TheoryData<string, byte[]> Pictures => new()
    {
        { "foto.jpg", [0xFF, 0xD8, 0xFF, 0xE1, 0, 200, .. "Exif\0\0"u8, .. Exif(), 0xFF, 0xDA, 1, 2, 3] },
        { "foto.png", [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 200, .. "eXIf"u8, .. Exif(), 9, 9, 9, 9] },
        { "foto.webp", [.. "RIFF"u8, 1, 2, 0, 0, .. "WEBPEXIF"u8, 200, 0, 0, 0, .. Exif()] },
        { "foto.tif", Exif() },
        { "foto.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[50], .. "Exif\0\0"u8, .. Exif()] },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task It_is_shown_without_the_place_and_else_as_it_came(string name, byte[] picture)
    {
        var file = (await StoreAsync(name, picture)).File!;
        Assert.StartsWith("image/", file.ContentType, StringComparison.Ordinal);

        var shown = await ShownAsync(file);

        Assert.Equal(picture.Length, shown.Length);
        Assert.Equal(-1, shown.AsSpan().IndexOf(Coordinates));
        Assert.Equal(-1, shown.AsSpan().IndexOf((byte[])[0x88, 0x25]));
        Assert.NotEqual(-1, shown.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Model)));
        Assert.Equal(picture, await File.ReadAllBytesAsync(desk.Get<FileStore>().Find(file.Id)!));
    }

    [Fact]
    public async Task A_part_of_it_is_without_the_place_too()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE1, 0, 200, .. "Exif\0\0"u8, .. Exif()];
        var file = (await StoreAsync("foto.jpg", picture)).File!;
        var whole = await ShownAsync(file);

        await using var content = (await desk.Get<FileStore>().ShowAsync(file, CancellationToken.None))!;
        for (var at = 0; at < picture.Length; at++)
        {
            content.Position = at;
            Assert.Equal(whole[at], content.ReadByte());
        }
    }

    [Fact]
    public async Task Words_of_a_place_are_not_shown_either()
    {
        var packet = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>4,35.9N</exif:GPSLatitude></x:xmpmeta>""";
        var file = (await StoreAsync("foto.jpg", [0xFF, 0xD8, 0xFF, 0xE1, .. Encoding.UTF8.GetBytes(packet), 0xFF, 0xDA])).File!;

        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(await ShownAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nonsense_is_left_alone_and_never_a_fault()
    {
        var chance = new Random(2016);
        foreach (var (_, picture) in Pictures.Select(row => ((string)row[0], (byte[])row[1])))
        {
            for (var round = 0; round < 4_000; round++)
            {
                var broken = picture[..chance.Next(picture.Length + 1)];
                for (var i = chance.Next(6); i > 0 && broken.Length > 0; i--) broken[chance.Next(broken.Length)] = (byte)chance.Next(256);
                Assert.All(PlacesIn(broken), blank => Assert.InRange(blank, 0, broken.Length));
            }
        }

        byte[] marks = [.. Enumerable.Repeat("Exif\0\0"u8.ToArray(), 100_000).SelectMany(mark => mark)];
        Assert.Empty(PlacesIn(marks));
    }

    /// <summary>Ends of what would be blanked.</summary>
    private static List<long> PlacesIn(byte[] picture) => [.. PlaceOfPictures.Find(picture).Select(blank => blank.At + blank.Length)];

    /// <summary>A table of two entries, big-endian: the model, and the place with a latitude.</summary>
    private static byte[] Exif()
    {
        byte[] model = [.. Encoding.UTF8.GetBytes(Model), 0];
        const int first = 8, place = first + 2 + 2 * 12 + 4, far = place + 2 + 12 + 4;
        return
        [
            .. "MM\0*"u8, .. Big(first),
            .. Short(2), .. Entry(0x0110, 2, (uint)model.Length, (uint)(far + Coordinates.Length)), .. Entry(0x8825, 4, 1, place), .. Big(0),
            .. Short(1), .. Entry(0x0002, 5, 3, far), .. Big(0),
            .. Coordinates, .. model,
        ];
    }

    private static byte[] Entry(ushort tag, ushort type, uint count, uint value) => [.. Short(tag), .. Short(type), .. Big(count), .. Big(value)];

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Short(ushort number) => Big(number)[2..];

    private Task<StoringOutcome> StoreAsync(string name, byte[] content) => desk.Get<FileStore>().StoreAsync(name, null, new MemoryStream(content), null, CancellationToken.None);

    private async Task<byte[]> ShownAsync(StoredFile file)
    {
        await using var content = (await desk.Get<FileStore>().ShowAsync(file, CancellationToken.None))!;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }
}
