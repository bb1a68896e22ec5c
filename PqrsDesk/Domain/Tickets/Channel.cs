namespace PqrsDesk.Domain.Tickets;

/// <summary>By which way a filing came in.</summary>
public enum Channel
{
    Web = 1,
    Email = 2,
    Telephone = 3,

    /// <summary>Presencial, at a counter.</summary>
    InPerson = 4,
    Chat = 5,
    SocialNetwork = 6,

    /// <summary>Buzón físico: a suggestion box.</summary>
    SuggestionBox = 7,

    /// <summary>Correo postal.</summary>
    Post = 8,
    MobileApp = 9,

    /// <summary>Another program, by the API or an import.</summary>
    Api = 10,

    /// <summary>Registered by staff of their own accord.</summary>
    Internal = 11,
}
