using System.Net;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.TimeKeeping;

/// <summary>The time of a month, as text.</summary>
public sealed class TimeFileTests
{
    [SkippableTheory, Engines]
    public async Task Each_entry_and_what_they_add_up_to_by_person_and_by_case(Engine engine)
    {
        await using var desk = await WebDesk.StartAsync(new() { Engine = engine });
        desk.Clock.Now = TestClock.Tuesday;
        var (one, two) = ((await desk.FileAsync(Samples.Filing with { Subject = "=1+1" })).Number, (await desk.FileAsync()).Number);
        var (ana, beto) = (Samples.Someone(), Samples.Someone(id: 2, name: "Beto; Cruz"));
        await desk.Get<KeepTime>().SpendAsync(one, 30, "Llamada\n<b>larga</b>", null, true, ana, CancellationToken.None);
        await desk.Get<KeepTime>().SpendAsync(one, 20, null, null, false, beto, CancellationToken.None);
        await desk.Get<KeepTime>().SpendAsync(two, 45, "Visita", null, false, ana, CancellationToken.None);
        await desk.Get<KeepTime>().SpendAsync(two, 10, "De febrero", new DateOnly(2026, 2, 27), false, ana, CancellationToken.None);
        await desk.Get<KeepTime>().CorrectAsync(two, 1, 40, "Fue menos", ana, CancellationToken.None);
        using var http = await desk.ProgramAsync(Role.Manager);
        http.DefaultRequestHeaders.Add("Accept-Language", "es-CO");

        var entries = await LinesAsync(http, "month=2026-03");
        Assert.Equal("Fecha;Persona;Radicado;Asunto;Dependencia;Minutos;En qué;Con cronómetro;Corregido", entries[0].TrimStart('\uFEFF'));
        Assert.Equal(4, entries.Count(line => line.StartsWith("2026-03-03", StringComparison.Ordinal) || line.StartsWith("Fecha", StringComparison.Ordinal) || line.TrimStart('\uFEFF').StartsWith("Fecha", StringComparison.Ordinal)));
        Assert.Contains(entries, line => line.Contains("'=1+1", StringComparison.Ordinal) && line.Contains("\"Beto; Cruz\"", StringComparison.Ordinal));
        Assert.Contains(entries, line => line.EndsWith(";40;Visita;No;Sí", StringComparison.Ordinal));
        Assert.Equal(["Ana Restrepo;70;2", "\"Beto; Cruz\";20;1"], (await LinesAsync(http, "month=2026-03&by=person"))[1..]);
        Assert.Equal([$"{one};'=1+1;Atención al ciudadano;50;2", two], (await LinesAsync(http, "month=2026-03&by=case"))[1..].Select(line => line.StartsWith(two, StringComparison.Ordinal) ? two : line));
        Assert.Equal(["Ana Restrepo;10;1"], (await LinesAsync(http, "month=2026-02&by=person"))[1..]);

        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync($"{DeskUrls.ApiTimeSpent}?month=marzo&by=nadie")).StatusCode);
        using var agent = await desk.ProgramAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync($"{DeskUrls.ApiTimeSpent}?month=2026-03")).StatusCode);
    }

    private static async Task<List<string>> LinesAsync(HttpClient http, string query) => [.. (await http.GetStringAsync($"{DeskUrls.ApiTimeSpent}?{query}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
}
