using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Tells what was written beside the log, after the commit and never before it, on all nodes.</summary>
/// <remarks>PostgreSQL carries the names of the topics by NOTIFY inside the transaction; whoever hears them asks the store.</remarks>
public sealed class TopicInterceptor(TopicFeed feed, Node node) : AfterCommitInterceptor<HashSet<LiveTopic>>
{
    public const string Topic = "topics";

    /// <summary>Inside a transaction of <paramref name="db"/>; they hear of it when it is committed.</summary>
    public async Task TellAsync(DeskDb db, IEnumerable<LiveTopic> topics, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Topics are told inside a transaction.");
        var told = Of(db);
        var fresh = topics.Where(told.Add).ToList();
        if (db is not PostgresDeskDb) return;
        foreach (var text in Texts(fresh))
        {
            await db.Database.ExecuteSqlRawAsync(
                "SELECT pg_notify(@channel, @said)",
                [new NpgsqlParameter<string>("channel", PostgresWire.Channel), new NpgsqlParameter<string>("said", PostgresWire.Payload(node, Topic, text))],
                cancel);
        }
    }

    /// <summary>Notices are told of to whom they are for, whoever wrote them.</summary>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is not DeskDb db) return result;
        var members = db.ChangeTracker.Entries<Notice>().Where(each => each.State is EntityState.Added or EntityState.Modified).Select(each => LiveTopic.Notices(each.Entity.StaffId)).Distinct().ToList();
        if (members.Count > 0) await TellAsync(db, members, cancel);
        return result;
    }

    /// <summary>No text is longer than the wire takes.</summary>
    internal static IEnumerable<string> Texts(IEnumerable<LiveTopic> topics)
    {
        var text = new StringBuilder();
        foreach (var topic in topics.Select(each => each.ToString()))
        {
            if (text.Length + topic.Length + 1 > INodeWire.MostBytes)
            {
                yield return text.ToString();
                text.Clear();
            }

            if (text.Length > 0) text.Append(';');
            text.Append(topic);
        }

        if (text.Length > 0) yield return text.ToString();
    }

    protected override void Publish(HashSet<LiveTopic> gathered)
    {
        if (gathered.Count > 0) feed.Publish(gathered);
    }
}
