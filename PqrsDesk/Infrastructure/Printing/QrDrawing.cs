using QRCoder;

namespace PqrsDesk.Infrastructure.Printing;

/// <summary>A QR code as a drawing that stands in the page: it prints sharply at any size, and no other address is asked for it.</summary>
public static class QrDrawing
{
    /// <summary>A quarter of it may be torn or stained.</summary>
    private const QRCodeGenerator.ECCLevel Robust = QRCodeGenerator.ECCLevel.Q;
    private const int PixelsOfModule = 8;

    /// <summary>The same as a picture for where no drawing can stand: most mail programs show nothing else.</summary>
    public static byte[] Png(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, Robust);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(PixelsOfModule);
    }

    /// <returns>One <c>svg</c> element, black on white whatever the scheme: phones read nothing else reliably.</returns>
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, Robust);
        var modules = data.ModuleMatrix;
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (!modules[y][x]) continue;
                var from = x;
                while (x + 1 < modules.Count && modules[y][x + 1]) x++;
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"<svg class=\"qr\" viewBox=\"0 0 {modules.Count} {modules.Count}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\" focusable=\"false\"><path fill=\"#fff\" d=\"M0 0h{modules.Count}v{modules.Count}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }
}
