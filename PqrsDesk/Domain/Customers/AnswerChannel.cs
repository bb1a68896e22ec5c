namespace PqrsDesk.Domain.Customers;

/// <summary>By which way a petitioner wants the answer.</summary>
/// <remarks>Numbers are stored and never reused.</remarks>
public enum AnswerChannel
{
    Email = 1,

    /// <summary>They come and look, with the radicado and the code. The only way for who is anonymous.</summary>
    Portal = 2,
    Post = 3,
    Telephone = 4,

    /// <summary>At a counter of the house.</summary>
    InPerson = 5,
}
