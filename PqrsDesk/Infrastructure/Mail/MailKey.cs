namespace PqrsDesk.Infrastructure.Mail;

/// <summary>What the tokens of cases in addresses and subjects are signed with: one for the desk, made when it is first needed.</summary>
public sealed class MailKey
{
    public const int Only = 1;

    public int Id { get; init; } = Only;
    public required byte[] Secret { get; init; }
}
