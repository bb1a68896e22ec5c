namespace PqrsDesk.Domain.Answers;

/// <summary>Regimes of law whose answers have to name the petitioner's means against them.</summary>
public static class Appeals
{
    /// <remarks>
    /// Telecommunications: reposición and, subsidiary, apelación within 10 business days (Resolución CRC 5050 of 2016, tít.
    /// II cap. 1). Public utilities: the same within 5 days of notice (Ley 142 of 1994, arts. 154 and 159).
    /// </remarks>
    public static bool OwedUnder(string? regime) => regime is "crc" or "ley142";
}
