using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Receiving;

/// <summary>What is wrong with what was taken down: beside its field, or else above the button.</summary>
internal sealed class ReceptionFaults(IStringLocalizer<ReceivingTexts> texts, IStringLocalizer<RefusalTexts> refusals)
{
    /// <summary>The fields as they stand on the page, so that the first wrong one can be found.</summary>
    private static readonly string[] Order =
    [
        nameof(PetitionerDetails.Name), nameof(PetitionerDetails.Document), nameof(PetitionerDetails.Telephone), nameof(PetitionerDetails.Email), nameof(PetitionerDetails.Address),
        nameof(Filing.Kind), nameof(Filing.AreaId), nameof(Filing.Description), nameof(Filing.Subject), nameof(Filing.Topic), nameof(Filing.Product),
        nameof(Filing.Channel), nameof(Filing.BranchId), nameof(Filing.AnswerChannel), nameof(VerbalRecord.Constancia),
    ];

    private Dictionary<string, string> _errors = [];

    /// <summary>What stands above the button.</summary>
    public string? Notice { get; private set; }

    public string? Of(string field) => _errors.GetValueOrDefault(field);

    public void Forget() => (_errors, Notice) = ([], null);

    /// <param name="house">The house's own fields, which come after all others.</param>
    /// <returns>The first field that is wrong; null: it is none of them.</returns>
    public string? Tell(IReadOnlyList<Refusal> found, IEnumerable<string> house)
    {
        string[] order = [.. Order, .. house];
        _errors = found.Where(refusal => order.Contains(refusal.Field)).DistinctBy(refusal => refusal.Field).ToDictionary(refusal => refusal.Field!, refusals.Say);
        var first = Array.Find(order, _errors.ContainsKey);
        Notice = first is null ? string.Join(' ', found.Select(refusals.Say)) : texts["Errors", _errors.Count];
        return first;
    }
}
