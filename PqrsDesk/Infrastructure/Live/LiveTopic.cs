using System.Globalization;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Something beside the log of the cases that views read: what is said beside a case, a person's notices. A value.</summary>
public readonly record struct LiveTopic(string Name, long Id)
{
    /// <summary>Who follows a case, and what is said beside it.</summary>
    public static LiveTopic Together(long ticketId) => new("together", ticketId);

    /// <summary>What a member of staff is told.</summary>
    public static LiveTopic Notices(int staffId) => new("notices", staffId);

    /// <summary>Which cases a member of staff follows.</summary>
    public static LiveTopic Followed(int staffId) => new("followed", staffId);

    /// <summary>What fails, what is planned, and what everybody is told of it.</summary>
    public static LiveTopic Outages { get; } = new("outages", 0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}:{Id}");

    /// <returns>Null for what no version wrote.</returns>
    public static LiveTopic? Read(string text) =>
        text.Split(':') is [{ Length: > 0 } name, var id] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(name, number) : null;
}
