using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Testing;

/// <summary>Ordinary things to file with; a test says only what it is about, by <c>with</c>.</summary>
public static class Samples
{
    /// <summary>The area of <see cref="Features.Starting.StandardDesk"/>, the first of any desk.</summary>
    public const int FirstArea = 1;

    public static Filing Filing { get; } = new()
    {
        Kind = TicketKind.Claim,
        Subject = "Cobro duplicado en la factura de febrero",
        Description = "Me cobraron dos veces el mismo mes.\nAdjunto la factura.",
        Channel = Channel.Web,
        AreaId = FirstArea,
    };

    public static PetitionerDetails Petitioner { get; } = new()
    {
        Name = "María Íñiguez",
        Document = "CC 52.123.456",
        Email = "maria@example.org",
        Telephone = "300 123 4567",
    };

    /// <summary>Of every account that a test makes.</summary>
    public const string Password = "Una-clave-larga-7";

    public static PetitionerDetails Nobody { get; } = new() { Anonymous = true };

    /// <summary>Staff of that role, for verbs that only ask who acts; nobody of that number need exist.</summary>
    public static Actor Someone(Role role = Role.Agent, int id = 1, string name = "Ana Restrepo") => new(ActorKind.Staff, id, name, role);
}
