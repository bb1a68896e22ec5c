using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench.Handwork;

/// <summary>Ten jobs of an ordinary day.</summary>
internal static class Jobs
{
    private const string Colleague = "Beto Ruiz";
    private const string Answer = ".composer:not(.note) textarea";
    private const string FirstRow = "[data-row] [data-open]";

    public static IReadOnlyList<Job> All { get; } =
    [
        new(
            "take the most urgent case, answer it with a template and close it",
            async (desk, me) =>
            {
                await desk.AddAsync(new ReplyTemplate { Name = "Devolución hecha", Spanish = "Se devolvió el valor cobrado de más.", OwnerId = me.Id, ChangedAt = desk.Clock.Now, ChangedBy = me.Name });
                return (await FiledAsync(desk, 3))[0];
            },
            async (hands, number) =>
            {
                await hands.PressAsync("s");
                await hands.SeeAsync(".ticket-head", number);
                await hands.SeeAsync("[data-key=insert]");
                await hands.PressAsync("Control+Space");
                await hands.InAsync("#insertar");
                await hands.WriteAsync("devol");
                await hands.SeeAsync("#insertar-lista [role=option].on", "Devolución hecha");
                await hands.PressAsync("Enter");
                await ToHaveAsync(hands, "Se devolvió");
                await hands.PressAsync("Control+Alt+Shift+Enter");
                await hands.SeeAsync(".ticket-head", "Cerrado");
            },
            async (hands, number) =>
            {
                await hands.ClickAsync("[data-key=next]", "Siguiente mejor caso");
                await hands.SeeAsync(".ticket-head", number);
                await hands.ClickAsync("[data-key=insert]", "Insertar");
                await hands.ClickAsync("#insertar-lista [role=option]", "Devolución hecha");
                await ToHaveAsync(hands, "Se devolvió");
                await hands.ClickAsync("[popovertarget=mas-envios]", "Más");
                await hands.ClickAsync("[data-key=send-close]", "Responder de fondo y cerrar");
                await hands.SeeAsync(".ticket-head", "Cerrado");
            },
            async (desk, number) => (await desk.TicketAsync(number)).Status == TicketStatus.Closed),
        new(
            "give five cases to a colleague",
            async (desk, me) => (await FiledAsync(desk, 5))[0],
            async (hands, _) =>
            {
                await hands.PressAsync("j", "x");
                await hands.SeeAsync("[data-row][data-picked]");
                await hands.PressAsync("j", "j", "j", "j", "Shift+X");
                await hands.SeeAsync(".bulk-bar", "5");
                await hands.PressAsync("a");
                await hands.InAsync("dialog input[type=search]");
                await hands.WriteAsync("beto");
                await hands.SeeAsync("dialog .people kbd");
                await hands.PressAsync("Enter");
                await hands.SeeAsync(".notice", "5");
            },
            async (hands, _) =>
            {
                await hands.ClickAsync("[data-row] [data-act=pick]", "la casilla de la primera");
                await hands.SeeAsync("[data-row][data-picked]");
                await hands.ClickAsync("[data-row]:nth-of-type(5) [data-act=pick]", "con Mayús la de la quinta", withShift: true);
                await hands.SeeAsync(".bulk-bar", "5");
                await hands.ClickAsync("[data-bulk-assign]", "Asignar");
                await hands.ClickAsync($".people button:has-text('{Colleague}')", Colleague);
                await hands.SeeAsync(".notice", "5");
            },
            async (desk, _) => await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.Owner!.Name == Colleague)) == 5),
        new(
            "find a case by the petitioner's document",
            async (desk, _) =>
            {
                var number = (await desk.FileAsync(petitioner: Samples.Petitioner with { Name = "Rosa Cortés", Document = "CC 79.456.123", Email = "rosa@example.org" })).Number;
                for (var i = 0; i < 3; i++) await desk.FileAsync();
                return number;
            },
            async (hands, number) =>
            {
                await hands.PressAsync("Control+k");
                await hands.InAsync("#paleta");
                await hands.WriteAsync("79456123");
                await hands.SeeAsync("[data-palette] [data-active]", number);
                await hands.PressAsync("Enter");
                await hands.SeeAsync(".ticket-head", number);
            },
            async (hands, number) =>
            {
                await hands.ClickAsync("[data-palette-open]", "Ctrl K");
                await hands.InAsync("#paleta");
                await hands.WriteAsync("79456123");
                await hands.ClickAsync($"[data-palette] a[href='/casos/{number}']", "el caso");
                await hands.SeeAsync(".ticket-head", number);
            },
            (_, _) => Task.FromResult(true)),
        new(
            "put a case aside until Monday",
            OwnAsync,
            async (hands, number) =>
            {
                await OpenAsync(hands, number);
                await hands.PressAsync("z");
                await hands.InAsync(".snooze-time >> nth=0");
                await hands.PressAsync("4");
                await hands.SeeAsync(".snooze-said");
            },
            async (hands, number) =>
            {
                await ClickOpenAsync(hands, number);
                await hands.ClickAsync("[data-key=snooze]", "Posponer");
                await hands.ClickAsync(".snooze-time:has-text('lunes')", "El lunes");
                await hands.SeeAsync(".snooze-said");
            },
            async (desk, number) => (await desk.TicketAsync(number)).SnoozedUntil?.DayOfWeek == DayOfWeek.Monday),
        new(
            "ask the petitioner for information and wait",
            OwnAsync,
            async (hands, number) =>
            {
                await OpenAsync(hands, number);
                await hands.PressAsync("r");
                await hands.InAsync(Answer);
                await hands.WriteAsync("¿Nos envía la factura?");
                await hands.PressAsync("Control+Alt+Enter");
                await hands.SeeAsync(".ticket-head", "espera");
            },
            async (hands, number) =>
            {
                await ClickOpenAsync(hands, number);
                await hands.ClickAsync(Answer, "la respuesta");
                await hands.WriteAsync("¿Nos envía la factura?");
                await hands.ClickAsync("[data-key=send-wait]", "Enviar y esperar");
                await hands.SeeAsync(".ticket-head", "espera");
            },
            async (desk, number) => (await desk.LogAsync(number)).OfType<TicketEvent.WaitStarted>().Any(waits => waits.Reason == "¿Nos envía la factura?")),
        new(
            "merge a duplicate",
            async (desk, _) => (await FiledAsync(desk, 2))[0],
            async (hands, number) =>
            {
                await OpenAsync(hands, number);
                await hands.SeeAsync("[data-key=merge-alike]");
                await hands.PressAsync("Shift+U");
                await hands.InAsync("#accion-texto");
                await hands.WriteAsync("Es lo mismo.");
                await hands.PressAsync("Control+Enter");
                await hands.SeeAsync("[aria-labelledby=relacionados] .radicado");
            },
            async (hands, number) =>
            {
                await ClickOpenAsync(hands, number);
                await hands.ClickAsync("[data-key=merge-alike]", "Acumular");
                await hands.InAsync("#accion-texto");
                await hands.WriteAsync("Es lo mismo.");
                await hands.ClickAsync("dialog [data-key=send]", "Acumular");
                await hands.SeeAsync("[aria-labelledby=relacionados] .radicado");
            },
            async (desk, _) => await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.Status == TicketStatus.Merged)) == 1),
        new(
            "classify a case and move it to the area that answers for it",
            async (desk, _) =>
            {
                var area = await desk.OpenAreaAsync();
                var topic = await desk.AddAsync(new Topic { Name = "Facturación", AreaId = area.Id });
                await desk.AddAsync(new Topic { Name = "Cobro doble", ParentId = topic.Id });
                await desk.AddAsync(new Topic { Name = "Lectura errada", ParentId = topic.Id });
                desk.Get<ClassificationShelf>().Refresh();
                return (await desk.FileAsync()).Number;
            },
            async (hands, number) =>
            {
                await OpenAsync(hands, number);
                await hands.PressAsync("l");
                await hands.InAsync("#accion-tema");
                await hands.WriteAsync("doble");
                await hands.SeeAsync("#accion-tema-lista [role=option]", "Cobro doble");
                await hands.PressAsync("Enter");
                await hands.SeeAsync("dialog [data-key=send-answer]");
                await hands.PressAsync("Control+Shift+Enter");
                await GoneAsync(hands);
            },
            async (hands, number) =>
            {
                await ClickOpenAsync(hands, number);
                await hands.ClickAsync("[data-key=classify]", "Cambiar el tema");
                await hands.ClickAsync("#accion-tema", "la lista");
                await hands.ClickAsync("#accion-tema-lista [role=option]:has-text('Cobro doble')", "Cobro doble");
                await hands.ClickAsync("dialog [data-key=send-answer]", "Clasificar y pasar");
                await GoneAsync(hands);
            },
            async (desk, number) => await desk.TicketAsync(number) is { AreaId: not Samples.FirstArea, Topic: "Facturación › Cobro doble" }),
        new(
            "file a case by telephone for a caller who is known",
            async (desk, _) =>
            {
                await desk.FileAsync(petitioner: Samples.Petitioner with { Name = "Rosa Cortés", Document = "CC 79.456.123", Email = "rosa@example.org" });
                return "";
            },
            async (hands, _) =>
            {
                await hands.PressAsync("g", "r");
                await hands.InAsync("#recepcion-buscar");
                await hands.WriteAsync("rosa cortes");
                await hands.SeeAsync("[role=option]", "Rosa Cortés");
                await hands.PressAsync("Enter");
                await hands.InAsync("#recepcion-kind input >> nth=0");
                await hands.PressAsync("Q", "Tab");
                await hands.InAsync("#recepcion-words");
                await hands.WriteAsync("El bus no paró.");
                await hands.PressAsync("Control+Enter");
                await hands.InAsync("#recepcion-constancia input >> nth=0");
                await hands.PressAsync("L", "Control+Enter");
                await hands.SeeAsync(".constancia", "PQRS-");
            },
            async (hands, _) =>
            {
                await hands.ClickAsync(".rail a[href='/recepcion']", "Recepción");
                await hands.InAsync("#recepcion-buscar");
                await hands.WriteAsync("rosa cortes");
                await hands.ClickAsync("[role=option]:has-text('Rosa Cortés')", "Rosa Cortés");
                await hands.ClickAsync("#recepcion-kind label:has-text('Queja')", "Queja");
                await hands.InAsync("#recepcion-words");
                await hands.WriteAsync("El bus no paró.");
                await hands.ClickAsync("#recepcion-constancia label:has-text('Leída')", "Leída por teléfono");
                await hands.ClickAsync(".reception-actions [data-key=send]", "Radicar");
                await hands.SeeAsync(".constancia", "PQRS-");
            },
            async (desk, _) => await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.Kind == TicketKind.Complaint && ticket.Channel == Channel.Telephone)) == 1),
        new(
            "hand a case over to a colleague with a note",
            OwnAsync,
            async (hands, number) =>
            {
                await OpenAsync(hands, number);
                await hands.PressAsync("a");
                await hands.InAsync("#accion-valor");
                await hands.PressAsync("B", "Tab");
                await hands.InAsync("#accion-texto");
                await hands.WriteAsync("Usted conoce el contrato.");
                await hands.PressAsync("Control+Enter");
                await hands.SeeAsync(".state-line", Colleague);
            },
            async (hands, number) =>
            {
                await ClickOpenAsync(hands, number);
                await hands.ClickAsync("[data-key=assign]", "Asignar");
                await hands.ClickLineAsync("#accion-valor", Colleague);
                await hands.InAsync("#accion-texto");
                await hands.WriteAsync("Usted conoce el contrato.");
                await hands.ClickAsync("dialog [data-key=send]", "Asignar");
                await hands.SeeAsync(".state-line", Colleague);
            },
            async (desk, number) => (await desk.LogAsync(number)).OfType<TicketEvent.Assigned>().Last() is { OwnerName: Colleague, Note: not null }),
        new(
            "take the whole case file home",
            OwnAsync,
            async (hands, number) =>
            {
                await OpenAsync(hands, number);
                await hands.SeeAsync("[data-fold=expediente]");
                var file = await hands.Page.RunAndWaitForDownloadAsync(() => hands.PressAsync("Shift+E"));
                await file.PathAsync();
            },
            async (hands, number) =>
            {
                await ClickOpenAsync(hands, number);
                await hands.ClickAsync("[data-fold=expediente] summary", "Expediente");
                var file = await hands.Page.RunAndWaitForDownloadAsync(() => hands.ClickAsync("[data-key=case-file]", "Descargar"));
                await file.PathAsync();
            },
            async (desk, number) => (await desk.LogAsync(number)).OfType<TicketEvent.ExpedienteTaken>().Any()),
    ];

    private static async Task<List<string>> FiledAsync(WebDesk desk, int count)
    {
        List<string> numbers = [];
        for (var i = 0; i < count; i++) numbers.Add((await desk.FileAsync()).Number);
        return numbers;
    }

    /// <summary>One's own, at the head of the queue.</summary>
    private static async Task<string> OwnAsync(WebDesk desk, StaffMember me)
    {
        var number = (await desk.FileAsync(Samples.Filing with { Kind = TicketKind.Petition, Urgency = Urgency.Low, Impact = Impact.Low })).Number;
        await desk.TakeAsync(number, me);
        await desk.ReplyAsync(number, by: Actor.Staff(me));
        return number;
    }

    private static async Task OpenAsync(Hands hands, string number)
    {
        await hands.PressAsync("j", "Enter");
        await hands.SeeAsync(".ticket-head", number);
        await hands.SeeAsync(".composer");
    }

    private static async Task ClickOpenAsync(Hands hands, string number)
    {
        await hands.ClickAsync(FirstRow, "el caso");
        await hands.SeeAsync(".ticket-head", number);
        await hands.SeeAsync(".composer");
    }

    private static Task ToHaveAsync(Hands hands, string words) =>
        Microsoft.Playwright.Assertions.Expect(hands.Page.Locator(Answer)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(words)));

    private static Task GoneAsync(Hands hands) => Microsoft.Playwright.Assertions.Expect(hands.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
}
