using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.CaseFiles;

/// <summary>One field that was filled in as the case was filed.</summary>
public sealed record FiledField(string Key, FieldChange Change);

/// <summary>What was said of the house's own fields as a case was filed.</summary>
/// <param name="Said">In the order in which they are asked.</param>
/// <param name="Wrong">Why it cannot be filed so, all of it at once.</param>
public sealed record FiledFields(IReadOnlyList<FiledField> Said, IReadOnlyList<Refusal> Wrong)
{
    /// <summary>Nobody was asked: a message, a paper, a program that says nothing of them.</summary>
    public static FiledFields None { get; } = new([], []);

    /// <param name="filing">As it was filled in: a topic that a rule of words gives it later has fields that nobody was shown.</param>
    /// <param name="sent">By the field's number, as <see cref="FieldValues"/> reads it.</param>
    /// <remarks>What a citizen said of a field that is not shown is passed over: a browser without script shows them all. Whoever else does so is told.</remarks>
    public static FiledFields Read(FieldBook book, Filing filing, IReadOnlyDictionary<int, string?> sent, FilledBy by)
    {
        var (asked, strict) = (book.AskedBy(by), by != FilledBy.Citizen);
        var wrong = new List<Refusal>();
        var answers = new List<Answer>();
        foreach (var (id, typed) in sent.Where(each => !string.IsNullOrWhiteSpace(each.Value)))
        {
            if (asked.Find(id) is { Active: true } field) answers.Add(new(field, FieldValues.Read(field, typed, null, out var value), value));
            else if (strict) wrong.Add(new(RefusalCode.FieldUnknown, "Fields"));
        }

        var values = answers.Where(answer => answer.Value is not null).ToDictionary(answer => answer.Field.Id, answer => answer.Value!);
        var shown = asked.Shown(filing.Kind, FieldBook.Given(filing.Topic), FieldBook.Given(filing.Product), values);
        foreach (var answer in answers)
        {
            if (shown.Contains(answer.Field)) wrong.AddRange(new[] { answer.Wrong }.OfType<Refusal>());
            else if (strict) wrong.Add(new(RefusalCode.FieldNotShown, answer.Field.Key, answer.Field.Name));
        }

        wrong.AddRange(shown.Where(field => field.Need == FieldNeed.Always && !answers.Exists(answer => answer.Field == field)).Select(field => new Refusal(RefusalCode.FieldMissing, field.Key, field.Name)));
        return new([.. shown.Where(field => values.ContainsKey(field.Id)).Select(field => new FiledField(field.Key, new(field.Id, field.Name, field.Type, null, values[field.Id])))], wrong);
    }

    private sealed record Answer(CustomField Field, Refusal? Wrong, string? Value);
}
