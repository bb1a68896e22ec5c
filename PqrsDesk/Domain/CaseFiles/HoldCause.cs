namespace PqrsDesk.Domain.CaseFiles;

/// <summary>Why a planned message was not sent. It stays on the case, for whoever planned it to go on with.</summary>
public enum HoldCause
{
    /// <summary>The case was closed, merged or ended in another way.</summary>
    Ended = 1,

    /// <summary>It was to be the answer, and another was given.</summary>
    Answered = 2,

    /// <summary>The petitioner wrote, and it was to wait for that.</summary>
    Petitioner = 3,

    /// <summary>Whoever planned it is not of the staff any more.</summary>
    Author = 4,

    /// <summary>When its time came the desk's rules refused it.</summary>
    Refused = 5,
}
