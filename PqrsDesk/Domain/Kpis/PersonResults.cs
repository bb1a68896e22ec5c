namespace PqrsDesk.Domain.Kpis;

/// <summary>What one ticket contributes to the results of whoever has it.</summary>
/// <param name="Solved">By the petitioner's last word; null while they said nothing.</param>
public sealed record PersonFact(int PersonId, TicketFact Ticket, bool? Solved);

/// <summary>The results of one person in a period, by the count rules of <see cref="Cut"/>.</summary>
/// <remarks>A ticket counts for its owner: they answer for it, and the list behind each number can be opened.</remarks>
/// <param name="FirstReplies">Those of which the business minutes are known.</param>
/// <param name="Resolutions">As <paramref name="FirstReplies"/>, of the answers.</param>
/// <param name="Judged">Answers of the period of which the petitioner said whether they solved it.</param>
public sealed record PersonResults(
    int PersonId, int Answered, Timeliness Resolution, Timeliness FirstResponse, int Closed, int ClosedReopened,
    int FirstReplies, double? FirstReplyMinutes, int Resolutions, double? ResolutionMinutes, int Judged, int Solved)
{
    /// <summary>Null where there is nothing to measure. Shares are fractions of one, times business minutes.</summary>
    public double? this[PersonKpi kpi] => kpi switch
    {
        PersonKpi.Answered => Answered,
        PersonKpi.FirstReplyTime => FirstReplyMinutes,
        PersonKpi.ResolutionTime => ResolutionMinutes,
        PersonKpi.Compliance => Resolution.Compliance,
        PersonKpi.FirstResponseCompliance => FirstResponse.Compliance,
        PersonKpi.ReopenedRate => Percent.Of(ClosedReopened, Closed),
        PersonKpi.Solved => Percent.Of(Solved, Judged),
    };

    public static PersonResults Nothing(int person) => new(person, 0, Timeliness.None, Timeliness.None, 0, 0, 0, null, 0, null, 0, 0);

    /// <summary>Of everybody who has any of them, in no order.</summary>
    public static IReadOnlyList<PersonResults> Of(Cut cut, IEnumerable<PersonFact> facts)
    {
        Dictionary<int, Sums> people = [];
        foreach (var fact in facts)
        {
            if (!people.TryGetValue(fact.PersonId, out var sums)) people.Add(fact.PersonId, sums = new());
            sums.Add(cut, fact);
        }

        return [.. people.Where(person => person.Value.Any).Select(person => person.Value.Results(person.Key))];
    }

    private sealed class Sums
    {
        private readonly List<int> _firstReplies = [];
        private readonly List<int> _resolutions = [];
        private int _answered, _closed, _closedReopened, _judged, _solved;
        private Timeliness _resolution = Timeliness.None, _firstResponse = Timeliness.None;

        /// <summary>Whether anything of the period was theirs.</summary>
        public bool Any => _answered + _closed + _firstReplies.Count + _resolution.Total + _firstResponse.Total > 0;

        public void Add(Cut cut, PersonFact fact)
        {
            var ticket = fact.Ticket;
            var answered = cut.Answered(ticket);
            _resolution = Tallied(_resolution, cut.InTime(ticket), answered);
            var replied = cut.FirstReplied(ticket);
            _firstResponse = Tallied(_firstResponse, cut.FirstReplyInTime(ticket), replied);
            if (replied && ticket.BusinessMinutesToFirstReply is { } toReply) _firstReplies.Add(toReply);
            if (cut.Closed(ticket))
            {
                _closed++;
                if (ticket.ReopenedCount > 0) _closedReopened++;
            }

            if (!answered) return;
            _answered++;
            if (ticket.BusinessMinutesToResolution is { } toAnswer) _resolutions.Add(toAnswer);
            if (fact.Solved is not { } solved) return;
            _judged++;
            if (solved) _solved++;
        }

        public PersonResults Results(int person) => new(
            person, _answered, _resolution, _firstResponse, _closed, _closedReopened,
            _firstReplies.Count, Median(_firstReplies), _resolutions.Count, Median(_resolutions), _judged, _solved);

        private static Timeliness Tallied(Timeliness so, bool? inTime, bool done) => inTime switch
        {
            null => so,
            true => so with { InTime = so.InTime + 1 },
            false when done => so with { AnsweredLate = so.AnsweredLate + 1 },
            false => so with { OpenOverdue = so.OpenOverdue + 1 },
        };

        private static double? Median(List<int> minutes)
        {
            if (minutes.Count == 0) return null;
            minutes.Sort();
            return (minutes[(minutes.Count - 1) / 2] + minutes[minutes.Count / 2]) / 2d;
        }
    }
}
