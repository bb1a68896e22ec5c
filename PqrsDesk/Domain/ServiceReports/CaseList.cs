using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.ServiceReports;

/// <summary>What the report may say of who filed.</summary>
public enum CaseIdentity
{
    /// <summary>Somebody of the customer filed, and the customer may know of it.</summary>
    Known = 1,

    /// <summary>Identidad reservada: the case is listed, and not what it is about.</summary>
    Reserved = 2,

    /// <summary>Nobody may find out who it was: it is counted, and not listed.</summary>
    Anonymous = 3,
}

/// <summary>A ticket of the customer, and what may be said of it.</summary>
public sealed record CustomerCase(TicketFact Fact, CaseIdentity Identity, bool? Solved);

/// <summary>One line of the list of cases.</summary>
/// <param name="Subject">Null: it would tell who filed.</param>
/// <param name="InTime">Null: nothing is late, and nothing was due yet.</param>
public sealed record CaseLine(
    string Number, string? Subject, TicketKind Kind, Priority Priority, DateTimeOffset FiledAt, DateTimeOffset? AnsweredAt, Standing Standing, bool? InTime);

/// <summary>The cases of the month: filed, answered or closed in it, or open at its end.</summary>
/// <param name="Unnamed">Filed without a name: counted and not listed.</param>
/// <param name="Total">All that the month's figures count.</param>
public sealed record CaseList(IReadOnlyList<CaseLine> Lines, int Unnamed, int Total)
{
    /// <summary>A list that is longer is no list for a reader.</summary>
    public const int Most = 500;

    public static CaseList Of(Cut cut, IEnumerable<CustomerCase> cases)
    {
        var concerned = cases.Where(each => cut.Concerns(each.Fact)).ToList();
        var listed = concerned.Where(each => each.Identity != CaseIdentity.Anonymous).ToList();
        return new(
            [.. listed.OrderBy(each => each.Fact.FiledAt).ThenBy(each => each.Fact.FilingNumber, StringComparer.Ordinal).Take(Most).Select(each => Line(cut, each))],
            concerned.Count - listed.Count, concerned.Count);
    }

    private static CaseLine Line(Cut cut, CustomerCase each)
    {
        var standing = cut.Standing(each.Fact);
        return new(
            each.Fact.FilingNumber, each.Identity == CaseIdentity.Reserved ? null : each.Fact.Subject, each.Fact.Kind, each.Fact.Priority, each.Fact.FiledAt,
            standing is Standing.Answered or Standing.Closed ? each.Fact.AnsweredAt : null, standing,
            standing is Standing.Answered or Standing.Closed ? each.Fact.BreachedAt is null : cut.Overdue(each.Fact) ? false : null);
    }
}
