using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.SlaRules;

/// <summary>What is wrong with a rule of law, and what one version of it has otherwise than another, in words.</summary>
public sealed class LegalProblemWords(IStringLocalizer<LegalTexts> texts)
{
    public string Say(LegalProblem problem) => problem.Detail is { } detail ? texts[$"Problem.{problem.Code}", detail] : texts[$"Problem.{problem.Code}"];

    /// <summary>The versions of a code, the newest first.</summary>
    public IReadOnlyList<VersionLine> History(LegalBook law, string code) => [.. law.All
        .Where(rule => rule.Code == code).OrderByDescending(rule => rule.Version)
        .Select(rule => new VersionLine(rule.Version, rule.MadeAt, rule.MadeBy, Changed(law, rule)))];

    private string? Changed(LegalBook law, LegalRule rule) =>
        rule.Replaces is { } before && law.All.FirstOrDefault(each => each.Code == rule.Code && each.Version == before) is { } old
            ? string.Join(", ", LegalDifference.Between(old.Definition, rule.Definition).Select(field => texts[$"Field.{field}"].Value))
            : null;
}
