using Microsoft.EntityFrameworkCore.Migrations;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>The tables of the index, which the model does not know: for a migration of each engine.</summary>
/// <remarks>
/// <c>SearchBuild</c> says how much of the history is still to be read: the tickets up to <c>Remaining</c>. Tickets
/// that come in from then on bring their own rows.
/// </remarks>
public static class SearchSchema
{
    /// <remarks>
    /// FTS5: the words come already folded and parted, so its simplest tokenizer is told apart by the gaps alone; what it
    /// need not answer (phrases, columns, ranks) it does not store.
    /// </remarks>
    public static void CreateOnSqlite(MigrationBuilder migration)
    {
        migration.Sql("""CREATE TABLE "SearchRows" ("TicketId" INTEGER NOT NULL PRIMARY KEY, "Head" TEXT NOT NULL, "Body" TEXT NOT NULL)""");
        migration.Sql("""CREATE VIRTUAL TABLE "SearchIndex" USING fts5("Words", content='', contentless_delete=1, detail=none, tokenize='ascii')""");
        migration.Sql("""CREATE VIRTUAL TABLE "SearchVocabulary" USING fts5vocab('SearchIndex', 'row')""");
        Begin(migration, "INTEGER");
    }

    /// <remarks>
    /// GIN: new rows wait in a short list that every search reads; kept short, it costs a search little and spares each
    /// filing some fifty entries of the index.
    /// </remarks>
    public static void CreateOnPostgres(MigrationBuilder migration)
    {
        migration.Sql("""CREATE TABLE "SearchRows" ("TicketId" bigint NOT NULL PRIMARY KEY, "Words" tsvector NOT NULL)""");
        migration.Sql("""CREATE INDEX "IX_SearchRows_Words" ON "SearchRows" USING gin ("Words") WITH (fastupdate = on, gin_pending_list_limit = 256)""");
        Begin(migration, "bigint");
    }

    /// <summary>All words that any ticket has had, in order: FTS5's own list counts the tickets of each word that it is asked for.</summary>
    public static void ListWordsOnSqlite(MigrationBuilder migration)
    {
        migration.Sql("""CREATE TABLE "SearchWords" ("Word" TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID""");
        migration.Sql($"""INSERT INTO "SearchWords" ("Word") SELECT term FROM "SearchVocabulary" WHERE term GLOB '*[^0-9{Lexeme.Head}{Lexeme.Sequence}]*'""");
        migration.Sql("""DROP TABLE "SearchVocabulary" """);
    }

    /// <remarks>
    /// Not unique: two that bring the same new word would wait for each other's commit, one of them perhaps with the log's
    /// turn in its hand. A word that is there twice does no harm. The history is read again to fill the list.
    /// </remarks>
    public static void ListWordsOnPostgres(MigrationBuilder migration)
    {
        migration.Sql("""CREATE TABLE "SearchWords" ("Word" text COLLATE "C" NOT NULL)""");
        migration.Sql("""CREATE INDEX "IX_SearchWords_Word" ON "SearchWords" ("Word")""");
        migration.Sql("""UPDATE "SearchBuild" SET "Remaining" = (SELECT coalesce(max("Id"), 0) FROM "Tickets"), "Tickets" = (SELECT coalesce(max("Id"), 0) FROM "Tickets")""");
    }

    public static void UnlistWords(MigrationBuilder migration, bool vocabulary)
    {
        if (vocabulary) migration.Sql("""CREATE VIRTUAL TABLE "SearchVocabulary" USING fts5vocab('SearchIndex', 'row')""");
        migration.Sql("""DROP TABLE "SearchWords" """);
    }

    public static void Drop(MigrationBuilder migration)
    {
        foreach (var table in (string[])["SearchWords", "SearchVocabulary", "SearchIndex", "SearchRows", "SearchBuild"]) migration.Sql($"""DROP TABLE IF EXISTS "{table}" """);
    }

    private static void Begin(MigrationBuilder migration, string number)
    {
        migration.Sql($"""CREATE TABLE "SearchBuild" ("Id" integer NOT NULL PRIMARY KEY, "Remaining" {number} NOT NULL, "Tickets" {number} NOT NULL)""");
        migration.Sql("""INSERT INTO "SearchBuild" ("Id", "Remaining", "Tickets") SELECT 1, coalesce(max("Id"), 0), coalesce(max("Id"), 0) FROM "Tickets" """);
    }
}
