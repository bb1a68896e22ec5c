namespace PqrsDesk.Infrastructure.Mail;

/// <summary>Who carries a message to the petitioner. Numbers are stored and never reused.</summary>
public enum Carrier
{
    /// <summary>A mail server.</summary>
    Mail = 1,

    /// <summary>Meta's Graph API, into the conversation that the petitioner began.</summary>
    Messenger = 2,
    Instagram = 3,
    WhatsApp = 4,
}

/// <summary>What stands in the way of a message, where that says what to do. Numbers are stored and never reused.</summary>
public enum Hindrance
{
    /// <summary>More than a day went by since the petitioner last wrote: the network lets nobody write until they do.</summary>
    WindowClosed = 1,

    /// <summary>The desk is not let in: a token that is wrong, over, or may not do this.</summary>
    NotAllowed = 2,

    /// <summary>The petitioner is not there any more, or does not want to be written to.</summary>
    Unreachable = 3,

    /// <summary>Too much at once, or the network is not well: it is tried again.</summary>
    Busy = 4,
}
