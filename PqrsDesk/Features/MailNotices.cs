namespace PqrsDesk.Features;

/// <summary>Whether somebody wants reminders by mail, beside the notice at the desk.</summary>
public sealed record MailNotices(bool Reminders)
{
    /// <summary>Among the preferences.</summary>
    public const string Key = "avisos-correo";

    /// <summary>For whoever has not chosen.</summary>
    public static MailNotices Usual { get; } = new(true);
}
