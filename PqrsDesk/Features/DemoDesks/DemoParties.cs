using System.Globalization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>What the demo desk knows of its organisations beside their names, and one person who is kept twice.</summary>
internal static class DemoParties
{
    private static readonly string[] Notes =
    [
        "Prefiere que la llamen antes de las 10 a. m.; la secretaría contesta después.",
        "En marzo se acordó con la gerencia una visita cada trimestre.",
    ];

    public static void Add(DeskDb db, IReadOnlyList<Contact> contacts, IReadOnlyList<Customer> customers, DateTimeOffset now)
    {
        foreach (var (at, customer) in customers.Index())
        {
            var house = string.Create(CultureInfo.InvariantCulture, $"8{at}0123{at}45");
            var site = string.Concat(Ticket.Fold(customer.Name).Where(char.IsLetterOrDigit));
            customer.Change((PartyDetails.Of(customer) with
            {
                DocumentType = DocumentType.Nit,
                Document = $"{house}-{IdentityDocuments.CheckDigit(house)}",
                Points =
                [
                    new(PointKind.Email, $"pqrs@{site}.example", PointUse.Notices) { Preferred = true },
                    new(PointKind.Email, $"facturas@{site}.example", PointUse.Billing),
                    new(PointKind.Telephone, string.Create(CultureInfo.InvariantCulture, $"601 555 0{at}10"), PointUse.Work) { Preferred = true },
                    new(PointKind.Address, string.Create(CultureInfo.InvariantCulture, $"Carrera {7 + at} # {20 + at}-15"), PointUse.Work) { Preferred = true, Municipality = at % 2 == 0 ? "Villa Clara" : "Puerto Bonito" },
                ],
            }).Tidy(), "PqrsDesk", now);
        }

        foreach (var (at, text) in Notes.Index())
            db.PartyNotes.Add(new PartyNote { CustomerId = customers[0].Id, Text = text, At = now.AddDays(-20 * (Notes.Length - at)), ByName = "Gloria Zuluaga" });
        db.PartyNotes.Add(new PartyNote { ContactId = contacts[0].Id, Text = "Tiene poder para firmar por el hospital.", At = now.AddDays(-9), ByName = "Ana Restrepo" });

        // Known twice, as it happens when somebody calls from another telephone.
        var known = contacts[0];
        db.Contacts.Add(new Contact { Name = known.Name, Email = known.Email, Telephone = "310 555 0199", Municipality = "Villa Clara" });
    }
}
