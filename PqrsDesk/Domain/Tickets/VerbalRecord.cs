namespace PqrsDesk.Domain.Tickets;

/// <summary>What the petitioner chose when the constancia of a spoken petition was offered.</summary>
/// <remarks>Numbers are stored and never reused.</remarks>
public enum ConstanciaChoice
{
    /// <summary>They want none.</summary>
    Declined = 1,
    Printed = 2,
    Mailed = 3,

    /// <summary>Radicado and code were read out on the telephone.</summary>
    ReadOut = 4,
}

/// <summary>
/// A petition that was spoken (Decreto 1166 of 2016: Decreto 1069 of 2015, arts. 2.2.3.12.1 and following). Who took it
/// down and when is in the event; the words are the filing's description.
/// </summary>
public sealed record VerbalRecord(ConstanciaChoice Constancia)
{
    public Refusal? Refuse(Channel channel) =>
        channel is not (Channel.Telephone or Channel.InPerson) ? new(RefusalCode.NotSpoken, nameof(Filing.Verbal))
        : !Enum.IsDefined(Constancia) ? new(RefusalCode.ConstanciaNotOffered, nameof(Constancia))
        : null;
}
