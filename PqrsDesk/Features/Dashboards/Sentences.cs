using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Dashboards;

/// <summary>What each chart shows, said in one sentence above it.</summary>
public sealed class Sentences(Board board, IStringLocalizer<DashboardsTexts> texts)
{
    public string Flow => texts["Flow.Sentence", Say("Flow.In", board.Now.Flow.Received), Say("Flow.Out", board.Now.Flow.Closed)];

    public string Backlog
    {
        get
        {
            var last = board.Now.Stock.Open;
            if (board.Backlog.Count == 0) return texts["Backlog.Now", Say("Backlog.Left", last)];
            var atFirst = board.Backlog[0].Count - board.Parts.Days[0].Received + board.Parts.Days[0].Answered;
            var change = last - atFirst;
            var key = Math.Sign(change) switch { > 0 => "More", < 0 => "Less", _ => "Same" };
            return texts[$"Backlog.{key}", Say("Backlog.Left", last), Comparisons.Whole(Math.Abs(change))];
        }
    }

    public string Compliance(double goal) => board.Now.Resolution is { Compliance: { } share, Total: var total }
        ? texts[share >= goal ? "Compliance.Met" : "Compliance.Missed", Comparisons.Share(share), Cases(total), Comparisons.WholeShare(goal)]
        : texts["Compliance.Nothing"];

    public string Kinds(Func<TicketKind, string> word) => Most("Kind.Sentence", board.Parts.ByKind, word);

    public string Channels(Func<Channel, string> word) => Most("Channel.Sentence", board.Parts.ByChannel, word);

    public string Priorities(Func<Priority, string> word) => Most("Priority.Sentence", board.Parts.ByPriority, word);

    public string Areas => Most("Area.Sentence", board.Parts.ByArea, name => name);

    public string Topics
    {
        get
        {
            var topics = board.Parts.Topics;
            var vital = topics.Count(topic => topic.IsVital);
            return topics.Count == 0 ? texts["Nothing"]
                : topics.Count == 1 ? texts["Topic.One", topics[0].Topic ?? texts["Topic.None"]]
                : texts["Topic.Sentence", Comparisons.Whole(vital), Comparisons.Whole(topics.Count), Comparisons.WholeShare(topics[vital - 1].Cumulative)];
        }
    }

    private string Most<T>(string sentence, IReadOnlyList<CountBy<T>> rows, Func<T, string> word) => rows.Count == 0
        ? texts["Nothing"]
        : texts[sentence, word(rows[0].Key), Comparisons.Whole(rows[0].Count), Comparisons.Whole(rows.Total()), Comparisons.WholeShare((double)rows[0].Count / rows.Total())];

    private string Cases(int count) => Say("Cases", count);

    private string Say(string what, int count) => texts[$"{what}.{(count == 1 ? "One" : "Many")}", Comparisons.Whole(count)];
}
