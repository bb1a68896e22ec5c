using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Testing;

/// <summary>A case that has been talked about for months: of all that can happen to one, a little of each, over and over.</summary>
public static class LongCase
{
    /// <summary>Words of an ordinary complaint; no two sentences are alike, so that nothing is smaller than it would be in earnest.</summary>
    private static readonly string[] Words =
        ("la factura del periodo anterior llegó con un cobro doble por el servicio de acueducto y alcantarillado según consta en el recibo que adjunto a esta comunicación "
        + "solicito a la entidad que revise las lecturas tomadas por el contratista en mi predio ubicado cerca del parque principal donde las luminarias siguen apagadas desde hace semanas "
        + "los funcionarios de la ventanilla informaron que debía esperar quince días hábiles pero nadie respondió ni explicó cuál dependencia responde por estos hechos "
        + "agradezco una solución definitiva porque mi familia depende de ese certificado para el trámite ante la curaduría").Split(' ');

    /// <param name="events">In its log, at the least; a verb may bring a second one with it.</param>
    /// <param name="last">What the newest line says: when it is there, all of the page is.</param>
    /// <returns>Its radicado.</returns>
    public static async Task<string> LiveLongAsync(this AnyDesk desk, int events, string last = "Esto es lo último que se dijo.")
    {
        var chance = new Random(1755);
        var area = await desk.OpenAreaAsync($"Cartera de {events}");
        var owner = await desk.HireAsync();
        var number = (await desk.FileAsync(Samples.Filing with { Description = Text(chance, 60) })).Number;
        await desk.TakeAsync(number, owner);
        for (var version = 1; version < events - 1; version = (await desk.TicketAsync(number)).Version) await LiveAsync(desk, number, area, Actor.Staff(owner), version, chance);
        await desk.NoteAsync(number, last, Actor.Staff(owner));
        return number;
    }

    private static async Task LiveAsync(AnyDesk desk, string number, Area area, Actor by, int turn, Random chance)
    {
        var task = await OpenTaskAsync(desk, number);
        await ((turn % 10) switch
        {
            1 => desk.HearAsync(number, Text(chance, 60)),
            2 => desk.ReplyAsync(number, $"Buenos días.\n\n{Text(chance, 40)}\n\n- **{Text(chance, 5)}**\n- {Text(chance, 8)}\n- [{Text(chance, 3)}](https://www.example.org/tramites/{chance.Next()})\n\n{Text(chance, 20)}", by),
            3 => desk.NoteAsync(number, Text(chance, 25), by),
            4 => AttachAsync(desk, number, $"recibo-{turn}.pdf", by),
            5 => desk.ChangeAsync(number, (ticket, book, now) => ticket.Classify($"Facturación / {Text(chance, 3)}", null, book, now), by),
            6 => desk.WaitAsync(number, Text(chance, 6), by),
            7 => desk.ResumeAsync(number, Text(chance, 6), by),
            8 => desk.ChangeAsync(number, (ticket, book, now) => task is { } open
                ? ticket.AnswerTask(open, Text(chance, 30), null, book, now)
                : ticket.AskTask(new(area, null, null, 5, Text(chance, 25)), book, now), task is null ? by : Actor.Program("pruebas", Role.Agent)),
            9 => desk.ChangeAsync(number, (ticket, book, now) => ticket.Tag([$"lote-{turn}"], [$"lote-{turn - 10}"], book, now), by),
            _ => desk.ReplyAsync(number, Text(chance, 50), by),
        });
    }

    private static async Task<int?> OpenTaskAsync(AnyDesk desk, string number) => (await desk.TicketAsync(number)).CaseFile?.OpenTasks.FirstOrDefault()?.Number;

    private static async Task AttachAsync(AnyDesk desk, string number, string name, Actor by)
    {
        var file = await desk.StoreAsync(name);
        var decision = await desk.Get<TicketDoor>().ChangeAsync(number, null, by, (db, ticket, book, now) =>
        {
            file.TicketId = ticket.Id;
            db.Set<StoredFile>().Add(file);
            return Task.FromResult(ticket.Attach(file.Id, file.Name, file.Bytes, book, now, false));
        }, CancellationToken.None);
        if (!decision.Succeeded) throw new InvalidOperationException($"A file could not be put on {number}: {decision}.");
    }

    private static string Text(Random chance, int words)
    {
        var from = chance.Next(Words.Length);
        return string.Join(' ', Enumerable.Range(0, words).Select(i => Words[(from + i * (i % 3 == 0 ? 1 : chance.Next(1, 5))) % Words.Length])) + ".";
    }
}
