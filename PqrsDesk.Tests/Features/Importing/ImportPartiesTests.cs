using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Importing.Parties;
using PqrsDesk.Testing;
using Xunit;
using Xunit.Abstractions;

namespace PqrsDesk.Features.Importing;

public sealed class ImportPartiesTests(ITestOutputHelper output)
{
    private static readonly Actor Lead = Samples.Someone(Role.Lead, 2, "Gloria Zuluaga");

    private const string People = """
        Nombre;Tipo de documento;Documento;Correo;Teléfono;Municipio;Organización;Identificador externo;Activa;Otros contactos
        Rosa Cortés;CC;52.123.456;rosa@casa.example;300 123 4567;Bogotá;acueducto;P-1;Sí;rosa@oficina.example | 601 765 4321 | Cra 7 # 12
        "Peña; Luis";;;luis@;;;;P-2;;
        Ana Vargas;NIT;800197268-9;;;;Acueducto;P-3;tal vez;
        ;CC;7777777;;;;;;;
        Rosa Repetida;CC;52123456;;;;;P-9;;
        Pedro Niño;;;;3105556677;Tunja;No existe;P-4;No;
        '=Zoila Ruiz;;;zoila@example.org;;;;P-5;No;
        """;

    [SkippableTheory, Engines]
    public async Task A_list_is_looked_through_kept_and_kept_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var acueducto = await desk.WinCustomerAsync(ServiceLevel.Critical, "Acueducto");
        await desk.AddAsync(new Contact { Name = "Oculta", Document = "CC 52123456", Reserved = true });
        using var file = await FileAsync(People);
        var (import, words, map) = (desk.Get<ImportParties>(), desk.Get<ImportWords>(), PartyMap.Guess(PartyKind.Person, file.Header));
        Assert.Equal(10, map.Columns.Count);

        var looked = await import.LookAsync(PartyKind.Person, file, map, null, CancellationToken.None);

        Assert.Equal((7, 2, 1, 4), (looked.Read, looked.Fresh, looked.Known, looked.Rejected));
        Assert.Equal([3, 4, 5, 7], looked.FirstRejected.Select(row => row.Row.Line));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es-CO");
        Assert.Contains("contactos:", words.Say(looked.FirstRejected[0].Reasons), StringComparison.Ordinal);
        Assert.Contains("Activa: «tal vez» no es un valor conocido; Documento:", words.Say(looked.FirstRejected[1].Reasons), StringComparison.Ordinal);
        Assert.Contains("Nombre:", words.Say(looked.FirstRejected[2].Reasons), StringComparison.Ordinal);
        Assert.Contains("no hay ninguna organización «No existe»", words.Say(looked.FirstRejected[3].Reasons), StringComparison.Ordinal);
        Assert.Equal(1, await desk.ReadAsync(db => db.Contacts.CountAsync()));

        var kept = await import.WriteAsync(PartyKind.Person, file, map, Samples.Someone(), null, CancellationToken.None);
        var again = await import.WriteAsync(PartyKind.Person, file, map, Samples.Someone(), null, CancellationToken.None);

        Assert.Equal((2, 0, 3), (kept.Fresh, again.Fresh, again.Known));
        var rosa = await desk.ReadAsync(db => db.Contacts.Include(contact => contact.OtherPoints).SingleAsync(contact => contact.ExternalId == "P-1"));
        Assert.Equal(("Rosa Cortés", "CC 52123456", acueducto.Id, "Bogotá", true), (rosa.Name, rosa.Document, rosa.CustomerId, rosa.Municipality, rosa.Active));
        Assert.Equal([(PointKind.Email, "rosa@oficina.example"), (PointKind.Telephone, "601 765 4321"), (PointKind.Address, "Cra 7 # 12")], rosa.OtherPoints.OrderBy(point => point.Kind).Select(point => (point.Kind, point.Value)));
        var zoila = await desk.ReadAsync(db => db.Contacts.SingleAsync(contact => contact.ExternalId == "P-5"));
        Assert.Equal(("=Zoila Ruiz", false), (zoila.Name, zoila.Active));
        Assert.Equal(rosa.Id, (await desk.TicketAsync((await desk.FileAsync(petitioner: new() { Name = "Rosa", Email = "ROSA@oficina.example" })).Number)).PetitionerId);
        Assert.Single(await desk.Get<FindContacts>().RunAsync("7654321", CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task People_without_a_document_are_known_by_name_and_email_or_telephone(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        const string list = "Nombre;Correo;Teléfono\nRosa Cortés;rosa@casa.example;\nROSA CORTES;ROSA@casa.example;\nPedro Cortés;rosa@casa.example;\nLuis Peña;;300 123 4567\nLuis Peña;;+57 3001234567\nSin datos;;\n";
        using var file = await FileAsync(list);
        var (import, map) = (desk.Get<ImportParties>(), PartyMap.Guess(PartyKind.Person, file.Header));

        var kept = await import.WriteAsync(PartyKind.Person, file, map, Lead, null, CancellationToken.None);
        var again = await import.LookAsync(PartyKind.Person, file, map, null, CancellationToken.None);

        // Of whoever has nothing but a name nobody can say that they are there.
        Assert.Equal((4, 2), (kept.Fresh, kept.Known));
        Assert.Equal((1, 5), (again.Fresh, again.Known));
    }

    [SkippableTheory, Engines]
    public async Task Organisations_are_known_by_name_too_and_agents_do_not_import_them(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        using var file = await FileAsync("Razón social,NIT,Categoría\r\nÁguilas S.A.,800197268-4,Crítica\r\nAGUILAS S.A.,,\r\nBuses,,crítico\r\n");
        var map = PartyMap.Guess(PartyKind.Organisation, file.Header);

        var kept = await desk.Get<ImportParties>().WriteAsync(PartyKind.Organisation, file, map, Lead, null, CancellationToken.None);

        Assert.Equal((3, 1, 1, 1), (kept.Read, kept.Fresh, kept.Known, kept.Rejected));
        Assert.Equal(("Águilas S.A.", ServiceLevel.Critical, "aguilas s.a."), await desk.ReadAsync(async db => await db.Customers.SingleAsync() is var one ? (one.Name, one.ServiceLevel, one.SortName) : default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Get<ImportParties>().WriteAsync(PartyKind.Organisation, file, map, Samples.Someone(), null, CancellationToken.None));
    }

    [Fact]
    public async Task One_NIT_with_and_without_its_check_digit_is_one_organisation()
    {
        await using var desk = await TestDesk.StartAsync();
        using var file = await FileAsync("Razón social;NIT\nDos Veces S.A.;800.197.268\nDos Veces;8001972684\nD. V. S.A.;NIT 800197268-4\nOtra;800197268-9\nDe afuera;84-1234567\n");

        var kept = await desk.Get<ImportParties>().WriteAsync(PartyKind.Organisation, file, PartyMap.Guess(PartyKind.Organisation, file.Header), Lead, null, CancellationToken.None);

        Assert.Equal((3, 2, 0), (kept.Fresh, kept.Known, kept.Rejected));
        Assert.Equal(["NIT 800197268-4", "800197268-9", "84-1234567"], await desk.ReadAsync(db => db.Customers.OrderBy(customer => customer.Id).Select(customer => customer.Document).ToListAsync()));
        var list = desk.Get<Customers.ListParties>();
        foreach (var typed in new[] { "800197268", "8001972684", "800.197.268-4" })
            Assert.Contains("Dos Veces S.A.", (await list.CustomersAsync(new(typed), null, 50, CancellationToken.None)).Lines.Select(line => line.Name));
    }

    [Theory]
    [InlineData("", "File.Empty")]
    [InlineData("a;\"b\nc;d\n", "Csv.Unclosed")]
    [InlineData("a;b\n\0\0\0;\n", "Csv.NotText")]
    [InlineData("PK esto no es un libro", "Party.NotWorkbook")]
    public async Task What_is_no_list_is_refused_in_words(string content, string key)
    {
        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => FileAsync(content));

        Assert.Equal(key, refused.Problems[0].Key);
    }

    [Fact]
    public async Task A_list_of_Windows_is_read_as_it_was_written()
    {
        // Not registered here: on a desk nobody may have done so.
        using var file = await PartyFile.TakeAsync(new MemoryStream(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Nombre;Municipio\nÍñigo Peña;Bogotá\n")), "lista.csv", CancellationToken.None);

        Assert.Equal(["Íñigo Peña", "Bogotá"], file.Rows().Single().Fields);
    }

    [Fact]
    public async Task Ten_thousand_rows_come_in_with_flat_memory()
    {
        const int rows = 10_000;
        await using var desk = await TestDesk.StartAsync();
        var list = new StringBuilder("Nombre;Documento;Correo;Teléfono;Municipio\n");
        for (var at = 0; at < rows; at++) list.Append(CultureInfo.InvariantCulture, $"Persona {at} Niño;CC {20_000_000 + at};p{at}@example.org;300{at:0000000};Tunja\n");
        using var file = await FileAsync(list.ToString());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();

        var kept = await desk.Get<ImportParties>().WriteAsync(PartyKind.Person, file, PartyMap.Guess(PartyKind.Person, file.Header), Lead, null, CancellationToken.None);

        var (rate, grown) = (rows / watch.Elapsed.TotalSeconds, GC.GetTotalMemory(forceFullCollection: true) - before);
        output.WriteLine($"{rate:N0} rows a second, {grown / 1024.0:N0} KiB more than before.");
        Assert.Equal(rows, kept.Fresh);
        Assert.True(grown < 16 * 1024 * 1024, $"{grown} bytes more than before.");
    }

    private static Task<PartyFile> FileAsync(string content) => PartyFile.TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), "lista.csv", CancellationToken.None);
}
