using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Starting;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

public sealed class DatabaseTests
{
    [Fact]
    public void The_models_have_no_change_that_lacks_a_migration()
    {
        using var sqlite = new SqliteDesignTime().CreateDbContext([]);
        using var postgres = new PostgresDesignTime().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "dotnet ef migrations add NAME --context SqliteDeskDb");
        Assert.False(postgres.Database.HasPendingModelChanges(), "dotnet ef migrations add NAME --context PostgresDeskDb");
    }

    [SkippableTheory, Engines]
    public async Task An_empty_database_is_brought_to_the_model_and_laid_once(Engine engine)
    {
        await using var desk = await TestDesk.StartBlankAsync(engine);
        Assert.NotEmpty(await desk.Get<DeskMigrations>().ApplyAsync(CancellationToken.None));
        Assert.Empty(await desk.Get<DeskMigrations>().ApplyAsync(CancellationToken.None));
        for (var start = 0; start < 2; start++) await desk.Get<StandardDesk>().LayAsync(CancellationToken.None);
        Assert.Equal((3, 3, 1), await desk.ReadAsync(async db => (await db.Calendars.CountAsync(), await db.Policies.CountAsync(), await db.Areas.CountAsync())));
        Assert.Equal("PQRS-2026-000001", (await desk.FileAsync()).Number);
    }

    [SkippableTheory, Engines]
    public async Task Instants_come_back_as_they_were_and_the_store_orders_and_compares_them(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        DateTimeOffset[] instants =
        [
            new(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero), DateTimeOffset.UnixEpoch, TestClock.Tuesday,
            TestClock.Tuesday.AddTicks(TimeSpan.TicksPerMicrosecond), TestClock.Tuesday.AddYears(400), Ticket.Never,
        ];
        foreach (var (instant, place) in instants.Select((instant, place) => (instant, place)).Reverse())
            await desk.AddAsync(new ApiKey { Name = $"{place}", Role = Role.Agent, Hash = $"{place}", CreatedAt = instant.ToOffset(TimeSpan.FromHours(-5)) });
        Assert.Equal(instants, await desk.ReadAsync(db => db.ApiKeys.OrderBy(key => key.CreatedAt).Select(key => key.CreatedAt).ToListAsync()));
        Assert.Equal(3, await desk.ReadAsync(db => db.ApiKeys.CountAsync(key => key.CreatedAt < instants[3])));
        Assert.Equal(1, await desk.ReadAsync(db => db.ApiKeys.CountAsync(key => key.CreatedAt == instants[3])));
    }

    [SkippableTheory, Engines]
    public async Task Every_kind_of_event_comes_back_as_it_was(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync(Samples.Filing with { Topic = "Ñ \"comillas\" <b> 🙂", PriorityOverride = Priority.High, PriorityReason = "Se acordó." })).Number;
        await desk.ReplyAsync(number, "Uno\ndos «tres» 🙂");
        var log = await desk.LogAsync(number);
        Assert.Equal("Ñ \"comillas\" <b> 🙂", Assert.IsType<TicketEvent.Filed>(log[0]).Filing.Topic);
        Assert.Equal(new TicketEvent.Replied("Uno\ndos «tres» 🙂"), log[1]);
    }

    [Fact]
    public async Task Sqlite_writes_ahead_keeps_foreign_keys_and_is_on_disk_when_it_says_so()
    {
        await using var desk = await TestDesk.StartAsync();
        Task<int> AskAsync(string sql) => desk.ReadAsync(async db => (await db.Database.SqlQueryRaw<int>(sql).ToListAsync()).Single());
        Assert.Equal(1, await AskAsync("SELECT journal_mode = 'wal' AS \"Value\" FROM pragma_journal_mode"));
        Assert.Equal(1, await AskAsync("SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys"));
        Assert.Equal(2, await AskAsync("SELECT synchronous AS \"Value\" FROM pragma_synchronous"));
    }

    [Fact]
    public async Task What_the_writer_acknowledges_survives_a_power_cut()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FileAsync();
        for (var turn = 0; turn < 2; turn++)
        {
            var (journal, synchronous) = await desk.Get<DeskWriter>().RunAsync(async db => (
                (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").ToListAsync()).Single(),
                (await db.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").ToListAsync()).Single()), CancellationToken.None);

            // In WAL mode only FULL (2) flushes the log to disk at every commit; NORMAL may lose the last of them.
            Assert.Equal(("wal", 2), (journal, synchronous));
        }
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_one_sentence()
    {
        await using var desk = await TestDesk.StartBlankAsync(Engine.Sqlite, ("ConnectionStrings:Desk", $"Data Source={Path.GetTempPath()}"));
        var wrong = await Assert.ThrowsAsync<SettingException>(() => desk.Get<DeskMigrations>().ApplyAsync(CancellationToken.None));
        Assert.StartsWith("The Sqlite database that ConnectionStrings:Desk names cannot be opened: ", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Oracle", "", "Database:Provider is \"Oracle\"; it must be Sqlite or Postgres.")]
    [InlineData("Postgres", "", "Database:Provider is Postgres, and ConnectionStrings:Desk is empty")]
    [InlineData("Postgres", "Colour=Blue", "ConnectionStrings:Desk is not a connection string for Postgres")]
    [InlineData("Sqlite", "Data Source=", "ConnectionStrings:Desk names no file")]
    public async Task Settings_that_name_no_database_are_one_sentence(string provider, string connection, string sentence)
    {
        var wrong = await Assert.ThrowsAsync<SettingException>(() => TestDesk.StartAsync(Engine.Sqlite, ("Database:Provider", provider), ("ConnectionStrings:Desk", connection)));
        Assert.StartsWith(sentence, wrong.Message, StringComparison.Ordinal);
    }
}
