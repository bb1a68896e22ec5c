namespace PqrsDesk.Features;

/// <summary>Whose slip it is that a body could not be read.</summary>
public static class BrokenBody
{
    /// <summary>What .NET calls a failure of its own: a failing disk has the system's number.</summary>
    private const int NoSystemError = unchecked((int)0x80131620);

    /// <summary>It ended too soon, or is not what it says it is: the sender's. A full disk stays ours.</summary>
    public static bool IsSenders(this Exception wrong) => wrong is InvalidDataException or IOException { HResult: NoSystemError };
}
