using PqrsDesk.Features.Importing;
using Xunit;

namespace PqrsDesk.Shell;

public sealed class CommandsTests : IDisposable
{
    private readonly CommandRun _program = new();

    [Theory]
    [InlineData(true, "import")]
    [InlineData(true, "improt")]
    [InlineData(true, "--help")]
    [InlineData(true, "--version")]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://localhost:1")]
    [InlineData(false, "--environment=Development")]
    [InlineData(false, "Desk:Name=Mesa")]
    [InlineData(false, "/urls", "http://localhost:1")]
    public void A_bare_word_is_a_command_and_settings_are_for_the_site(bool asked, params string[] args) => Assert.Equal(asked, Commands.Asked(args));

    [Fact]
    public async Task Migrate_says_what_it_did_and_then_that_there_is_nothing_to_do()
    {
        var first = await _program.RunAsync("migrate");
        var second = await _program.RunAsync("migrate");

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains("_Start", Assert.Single(first.Output), StringComparison.Ordinal);
        Assert.Equal("Base de datos Sqlite: estaba al día.", Assert.Single(second.Output));
        Assert.Empty(first.Error);
    }

    [Fact]
    public async Task An_import_shows_its_sum_in_plain_lines()
    {
        _program.Write("rows.csv", string.Join('\n', SampleImport.Header, SampleImport.Row(1), SampleImport.Row(2, opened: "2015-02-30 10:00")));
        var map = _program.Write("map.json", SampleImport.Map);
        var first = await _program.RunAsync("import", "rows.csv", "--map", map, "--rejects", "rejects.csv");
        var english = await _program.RunAsync("en_US.UTF-8", ["import", "rows.csv", "--map", map]);

        Assert.Equal((0, 0), (first.Code, english.Code));
        Assert.Empty(first.Error);
        Assert.Equal(["2 de 2 filas", "Leídas        2", "Importadas    1", "Ya estaban    0", "Rechazadas    1"], first.Output[..5]);
        Assert.Equal("Línea 3: filedAt: «2015-02-30 10:00» no es una fecha de los formatos del mapa", first.Output[5]);
        Assert.Contains("Already there 1", english.Output);
        Assert.EndsWith("línea,motivo", File.ReadAllLines(Path.Combine(_program.Folder, "rejects.csv"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Se requiere la opción '--map'.", "import", "rows.csv")]
    [InlineData("No se encontró el archivo none.csv.", "import", "none.csv", "--map", "map.json")]
    [InlineData("Mapa, dates.timeZone: no se conoce la zona horaria «Mars»; escriba un nombre como America/Bogota.", "import", "rows.csv", "--map", "mars.json")]
    [InlineData("Línea 2: unas comillas se abren y no se cierran.", "import", "broken.csv", "--map", "map.json")]
    [InlineData("El rol «Boss» no existe. Puede ser: Agent, Lead, Manager, Admin.", "apikey", "create", "--name", "n", "--role", "Boss")]
    [InlineData("Database:Provider is \"Oracle\"; it must be Sqlite or Postgres.", "migrate", "--Database:Provider=Oracle")]
    public async Task Wrong_input_is_one_clear_line_and_nothing_is_made(string line, params string[] args)
    {
        _program.Write("map.json", SampleImport.Map);
        _program.Write("mars.json", SampleImport.Map.Replace("America/New_York", "Mars", StringComparison.Ordinal));
        _program.Write("rows.csv", $"{SampleImport.Header}\n{SampleImport.Row(1)}");
        _program.Write("broken.csv", $"{SampleImport.Header}\n\"{SampleImport.Row(1)}");

        var ended = await _program.RunAsync(args);

        Assert.Equal((2, line), (ended.Code, Assert.Single(ended.Error)));
        Assert.Empty(ended.Output);
        Assert.False(Directory.Exists(_program.DataFolder));
    }

    [Fact]
    public async Task An_unknown_command_does_not_start_the_site()
    {
        var ended = await _program.RunAsync("improt", "rows.csv");
        Assert.Equal(2, ended.Code);
        Assert.Contains("improt", Assert.Single(ended.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_printed_alone_listed_without_it_and_revoked()
    {
        var made = await _program.RunAsync("apikey", "create", "--name", "portal", "--role", "agent");
        var again = await _program.RunAsync("apikey", "create", "--name", "portal", "--role", "Agent");
        var revoked = await _program.RunAsync("apikey", "revoke", "--name", "portal");
        var list = await _program.RunAsync("apikey", "list");

        Assert.Equal((0, 2, 0, 0), (made.Code, again.Code, revoked.Code, list.Code));
        Assert.Matches("^pqrs_[A-Za-z0-9_-]{43}$", Assert.Single(made.Output));
        Assert.Equal("Ya hay una clave con el nombre «portal», vigente o revocada; elija otro.", Assert.Single(again.Error));
        Assert.StartsWith("portal\tAgent\t", list.Output[1], StringComparison.Ordinal);
        Assert.DoesNotContain(made.Output[0], string.Join('\n', list.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        var ended = await _program.RunAsync("--help");
        Assert.Equal(0, ended.Code);
        foreach (var command in (string[])["import <FILE>", "migrate", "apikey"])
            Assert.Contains(ended.Output, line => line.StartsWith(command, StringComparison.Ordinal));
    }

    public void Dispose() => _program.Dispose();
}
