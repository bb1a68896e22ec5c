namespace PqrsDesk.Domain.Care;

/// <summary>The five steps of good care: escuchar, agradecer, investigar, responder con claridad, confirmar la satisfacción.</summary>
public enum CarePhase
{
    Listen = 1,
    Thank = 2,
    Investigate = 3,
    Answer = 4,
    Confirm = 5,
}

/// <summary>What is done in them, in the order that is advised.</summary>
/// <remarks>Numbers are stored and never reused.</remarks>
public enum CareStep
{
    /// <summary>Acuse de recibo: the petitioner knows that it came in.</summary>
    Acknowledge = 1,

    /// <summary>What the petitioner asks, in one sentence of whoever works the case.</summary>
    Understand = 2,

    /// <summary>The petitioner was thanked.</summary>
    Thank = 3,

    /// <summary>Findings, cause and evidence are written down.</summary>
    Investigate = 4,

    /// <summary>Somebody else gave the answer their approval (visto bueno).</summary>
    Review = 5,

    /// <summary>The answer went out.</summary>
    Answer = 6,

    /// <summary>The petitioner was asked whether it is solved, or said so.</summary>
    Confirm = 7,
}

/// <summary>Several steps, as a case keeps which of them somebody saw to.</summary>
[Flags]
public enum CareSteps
{
    None = 0,
    Acknowledge = 1,
    Understand = 2,
    Thank = 4,
    Investigate = 8,
    Review = 16,
    Answer = 32,
    Confirm = 64,
}

public static class CareStepFacts
{
    public static CarePhase Phase(this CareStep step) => step switch
    {
        CareStep.Acknowledge or CareStep.Understand => CarePhase.Listen,
        CareStep.Thank => CarePhase.Thank,
        CareStep.Investigate => CarePhase.Investigate,
        CareStep.Review or CareStep.Answer => CarePhase.Answer,
        CareStep.Confirm => CarePhase.Confirm,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static CareSteps Flag(this CareStep step) => (CareSteps)(1 << ((int)step - 1));

    /// <summary>Whether a kind may ask for it before the answer. What else there is comes with the answer, or after it.</summary>
    public static bool MayBeRequired(this CareStep step) => step is CareStep.Acknowledge or CareStep.Understand or CareStep.Investigate;

    /// <summary>Whether a person says that it is done. The other steps are read from the log alone.</summary>
    public static bool IsByHand(this CareStep step) => step is not (CareStep.Review or CareStep.Answer);
}
