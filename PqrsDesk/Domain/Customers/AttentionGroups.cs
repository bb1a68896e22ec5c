namespace PqrsDesk.Domain.Customers;

/// <summary>What somebody may say of themselves, of their own free will, so that they are attended as the law asks for (atención diferencial).</summary>
/// <remarks>Sensitive data (Ley 1581 of 2012, art. 5): never required. Values are stored by name.</remarks>
[Flags]
public enum AttentionGroups
{
    None = 0,
    OlderAdult = 1,
    Minor = 2,
    Pregnant = 4,
    Disability = 8,
    ConflictVictim = 16,
    EthnicGroup = 32,
    Journalist = 64,
}
