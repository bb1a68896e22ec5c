using System.Globalization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>Who works at the demo desk, and who files there. Invented, all of them.</summary>
internal static class DemoPeople
{
    public const string MailDomain = "demo.pqrsdesk.example";

    public static readonly string[] Areas = ["Atención al ciudadano", "Servicios en línea", "Facturación y recaudo", "Infraestructura y obras"];

    private static readonly string[] Agents =
    [
        "Ana Restrepo", "Camilo Duarte", "Valentina Ospina", "Jorge Beltrán", "Marcela Quintero", "Óscar Pinzón",
        "Luisa Fernanda Ríos", "Andrés Castaño", "Paola Villamizar", "Felipe Montoya", "Natalia Caicedo", "Hernán Arboleda",
    ];

    private static readonly string[] Leads = ["Gloria Zuluaga", "Ricardo Peñaloza"];

    private static readonly string[] Given =
    [
        "María", "José", "Luz", "Carlos", "Diana", "Juan", "Sandra", "Luis", "Claudia", "Pedro", "Adriana", "Jaime",
        "Ángela", "Iván", "Rosa", "Germán", "Yolanda", "Fabián", "Liliana", "Édgar", "Mónica", "Raúl", "Teresa", "Hugo",
    ];

    private static readonly string[] Family =
    [
        "Gómez", "Rodríguez", "Muñoz", "Cárdenas", "Peña", "Suárez", "Ávila", "Torres", "Niño", "Vargas", "Giraldo",
        "Acosta", "Mejía", "Ibáñez", "Salazar", "Cortés", "Patiño", "Ramírez", "Echeverri", "Londoño",
    ];

    private static readonly (string Name, ServiceLevel Level)[] Organisations =
    [
        ("Hospital San Rafael del Valle", ServiceLevel.Critical), ("Acueducto de Villa Clara", ServiceLevel.Critical),
        ("Alcaldía de Puerto Bonito", ServiceLevel.Preferred), ("Cooperativa La Esperanza", ServiceLevel.Preferred),
        ("Universidad del Altiplano", ServiceLevel.Preferred), ("Transportes El Cóndor", ServiceLevel.Standard),
        ("Panadería Trigo de Oro", ServiceLevel.Standard), ("Conjunto Residencial Los Nogales", ServiceLevel.Standard),
    ];

    public static IEnumerable<StaffMember> Staff(IReadOnlyList<Area> areas)
    {
        for (var i = 0; i < Agents.Length; i++) yield return Member(Agents[i], Role.Agent, areas[i % areas.Count].Id);
        for (var i = 0; i < Leads.Length; i++) yield return Member(Leads[i], Role.Lead, areas[i].Id);
        yield return Member("Patricia Uribe", Role.Manager, null);
        yield return Member("Samuel Correa", Role.Admin, null);
    }

    public static List<Customer> Customers() =>
        [.. Organisations.Select(organisation => new Customer { Name = organisation.Name, ServiceLevel = organisation.Level })];

    /// <summary>Persons of their own, and two for each organisation.</summary>
    public static List<Contact> Contacts(Random chance, IReadOnlyList<Customer> customers)
    {
        var people = Enumerable.Range(0, 110).Select(i => Person(chance, i)).ToList();
        for (var i = 0; i < customers.Count * 2; i++) people[i].CustomerId = customers[i / 2].Id;
        return people;
    }

    private static Contact Person(Random chance, int number)
    {
        var name = $"{Given[chance.Next(Given.Length)]} {Family[chance.Next(Family.Length)]} {Family[chance.Next(Family.Length)]}";
        return new Contact
        {
            Name = name,
            Document = $"CC {(10_000_000 + number * 137_911 + chance.Next(100_000)).ToString("N0", CultureInfo.GetCultureInfo("es-CO"))}",
            Email = $"{Mailbox(name)}.{number}@correo.example",
            Telephone = $"300 {chance.Next(100, 999)} {chance.Next(1000, 9999)}",
        };
    }

    private static StaffMember Member(string name, Role role, int? area) =>
        new() { Name = name, Role = role, AreaId = area, Email = $"{Mailbox(name)}@{MailDomain}" };

    private static string Mailbox(string name) => Ticket.Fold(name).Replace(' ', '.');
}
