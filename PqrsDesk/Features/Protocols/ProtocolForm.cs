using System.Globalization;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Protocols;

/// <summary>What a kind asks of a step, as it is chosen.</summary>
public sealed class StepRow
{
    public StepDemand Demand { get; set; }

    /// <summary>Null: at any time.</summary>
    public StepDueUnit? Unit { get; set; }

    /// <summary>As it was typed.</summary>
    public string Amount { get; set; } = "";

    public static StepRow Of(StepRule rule) => new() { Demand = rule.Demand, Unit = rule.Due?.Unit, Amount = rule.Due?.Amount.ToString(CultureInfo.InvariantCulture) ?? "" };

    /// <summary>What cannot be read becomes a value that the check refuses.</summary>
    public StepRule Read() => new(Demand, Demand == StepDemand.Off || Unit is not { } unit ? null : new(unit, int.TryParse(Amount, CultureInfo.InvariantCulture, out var amount) ? amount : 0));
}

/// <summary>A rule of review, as it is chosen.</summary>
public sealed class ReviewRow
{
    public HashSet<TicketKind> Kinds { get; init; } = [];
    public HashSet<Priority> Priorities { get; init; } = [];
    public HashSet<int> Areas { get; init; } = [];
    public HashSet<string> Regimes { get; init; } = [];
    public int Stages { get; set; } = 1;

    /// <summary>Empty: any lead.</summary>
    public string Approver { get; set; } = "";
    public bool Sends { get; set; }

    public static ReviewRow Of(ReviewRule rule) => new()
    {
        Kinds = [.. rule.Kinds],
        Priorities = [.. rule.Priorities],
        Areas = [.. rule.Areas],
        Regimes = [.. rule.Regimes],
        Stages = rule.Stages,
        Approver = rule.ApproverId?.ToString(CultureInfo.InvariantCulture) ?? "",
        Sends = rule.SendsOnApproval,
    };

    public ReviewRule Read() => new()
    {
        Kinds = [.. Kinds.Order()],
        Priorities = [.. Priorities.Order()],
        Areas = [.. Areas.Order()],
        Regimes = [.. Regimes.Order(StringComparer.Ordinal)],
        Stages = Stages,
        ApproverId = Approver.Length == 0 ? null : int.TryParse(Approver, CultureInfo.InvariantCulture, out var id) ? id : 0,
        SendsOnApproval = Sends,
    };
}

/// <summary>The rules of care as they are being changed.</summary>
public sealed class ProtocolForm
{
    /// <summary>Between a term and what is said instead.</summary>
    private const char Sign = '=';

    /// <summary>The steps that a kind can ask for; a review is asked for by its rules.</summary>
    public static IEnumerable<CareStep> Asked => Enum.GetValues<CareStep>().Where(step => step != CareStep.Review);

    public Dictionary<(TicketKind Kind, CareStep Step), StepRow> Steps { get; } = [];
    public List<ReviewRow> Reviews { get; } = [];
    public bool OwnApproval { get; set; }

    /// <summary>A term a line.</summary>
    public string Jargon { get; set; } = "";

    /// <summary>The version that it was read from.</summary>
    public int Version { get; private init; }

    public static ProtocolForm Of(CareDefinition care, int version)
    {
        var form = new ProtocolForm { Version = version, OwnApproval = care.OwnApproval, Jargon = Lines(care.Jargon ?? ShippedJargon.Terms) };
        foreach (var kind in Enum.GetValues<TicketKind>())
            foreach (var step in Asked)
                form.Steps[(kind, step)] = StepRow.Of(care.Of(kind, step));
        form.Reviews.AddRange(care.Reviews.Select(ReviewRow.Of));
        return form;
    }

    public CareDefinition Read()
    {
        var terms = Terms();
        return new()
        {
            Kinds = Enum.GetValues<TicketKind>().ToDictionary(kind => kind, kind => (IReadOnlyDictionary<CareStep, StepRule>)Asked.ToDictionary(step => step, step => Steps[(kind, step)].Read())),
            Reviews = [.. Reviews.Select(row => row.Read())],
            OwnApproval = OwnApproval,
            Jargon = terms.SequenceEqual(ShippedJargon.Terms) ? null : terms,
        };
    }

    /// <summary>A line without a sign has nothing to say instead, and is refused.</summary>
    private List<JargonTerm> Terms() =>
    [
        .. Jargon.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => line.Split(Sign, 2) is [var term, var plain]
            ? new JargonTerm(term.Trim(), plain.Trim())
            : new JargonTerm(line, "")),
    ];

    private static string Lines(IEnumerable<JargonTerm> terms) => string.Join('\n', terms.Select(term => $"{term.Term} {Sign} {term.Plain}"));
}
