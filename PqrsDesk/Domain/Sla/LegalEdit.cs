namespace PqrsDesk.Domain.Sla;

/// <summary>What an administrator wants a rule of law to be from now on. Ending it is a correction with an end.</summary>
/// <param name="Replaces">The version that was before their eyes; null for a rule that is not there yet.</param>
public sealed record LegalEdit(string Code, int? Replaces, LegalDefinition Definition)
{
    /// <summary>The row that saving it adds; <see cref="LegalEditCheck.Refuse(LegalEdit, LegalBook)"/> has been asked first.</summary>
    public LegalRule In(LegalBook law, DateTimeOffset at, string by) => new()
    {
        Code = Code,
        Version = law.All.Where(rule => rule.Code == Code).Max(rule => (int?)rule.Version) + 1 ?? 1,
        Replaces = Replaces,
        Definition = Definition,
        MadeAt = at,
        MadeBy = by,
    };
}
