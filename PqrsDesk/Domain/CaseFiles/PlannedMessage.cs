namespace PqrsDesk.Domain.CaseFiles;

/// <summary>What a planned message is, and what happens with it.</summary>
public enum PlannedAct
{
    Reply = 1,
    ReplyAndWait = 2,
    Answer = 3,
    AnswerAndClose = 4,
}

/// <summary>Mensaje programado: written by now and sent later. One at a time on a case; its words stand in the log alone.</summary>
/// <param name="PlannedIn">Sequence of the event that has its words.</param>
/// <param name="ById">In whose name it is sent; null: a program's.</param>
/// <param name="HoldsForPetitioner">It is not sent by itself once the petitioner has written.</param>
/// <param name="Held">Why it is not sent by itself any more; null: it is, at its time.</param>
public sealed record PlannedMessage(int PlannedIn, DateTimeOffset At, PlannedAct Act, int? ById, string By, bool HoldsForPetitioner, HoldCause? Held = null);
