namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>How much of a message is looked at. What goes beyond is left out of the reading, never out of the message that is kept.</summary>
public static class MimeLimits
{
    /// <summary>Multiparts within multiparts: each costs another look at the bytes inside.</summary>
    public const int Depth = 16;

    /// <summary>Parts of one message in all.</summary>
    public const int Parts = 500;

    /// <summary>Bytes of the headers of one part, and lines of them.</summary>
    public const int HeaderBytes = 256 * 1024;
    public const int HeaderLines = 1_000;

    /// <summary>Bytes of text that are decoded of one message: fifty times what a case can hold.</summary>
    public const int TextBytes = 1024 * 1024;

    /// <summary>Addresses of one header, and pieces of one parameter.</summary>
    public const int Addresses = 200;
    public const int Pieces = 100;

    /// <summary>RFC 2046 gives seventy characters; some senders take more.</summary>
    public const int Boundary = 200;
}
