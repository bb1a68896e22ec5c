using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PqrsDesk.Infrastructure.Persistence;

// For `dotnet ef migrations add NAME --context SqliteDeskDb -o Infrastructure/Persistence/Migrations/Sqlite`,
// and the same with Postgres. Neither opens a database.
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDeskDb>
{
    public SqliteDeskDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDeskDb>().UseSqlite("Data Source=:memory:").Options);
}

public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDeskDb>
{
    public PostgresDeskDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDeskDb>().UseNpgsql("Host=localhost").Options);
}
