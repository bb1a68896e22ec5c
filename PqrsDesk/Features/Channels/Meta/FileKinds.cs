using PqrsDesk.Infrastructure.Channels.Meta;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Which files a network takes, and as what.</summary>
internal static class FileKinds
{
    private const long MiB = 1024 * 1024;

    private static readonly string[] WhatsAppDocuments =
    [
        "application/pdf", "text/plain", "text/csv", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ];

    /// <returns>Null when it is not taken. Instagram fetches files from the open net only, where the desk puts none.</returns>
    public static string? Of(MetaProduct product, string type, long bytes) => product switch
    {
        MetaProduct.Messenger => bytes > 25 * MiB ? null : type.Split('/')[0] switch { "image" => "image", "audio" => "audio", "video" => "video", _ => "file" },
        MetaProduct.Instagram => null,
        MetaProduct.WhatsApp => type switch
        {
            "image/jpeg" or "image/png" => bytes <= 5 * MiB ? "image" : null,
            "audio/aac" or "audio/mp4" or "audio/mpeg" or "audio/amr" or "audio/ogg" => bytes <= 16 * MiB ? "audio" : null,
            "video/mp4" or "video/3gpp" => bytes <= 16 * MiB ? "video" : null,
            _ => Array.Exists(WhatsAppDocuments, each => each == type) && bytes <= 100 * MiB ? "document" : null,
        },
    };
}
