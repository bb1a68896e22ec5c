using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>Why a deadline is due when it is, in sentences.</summary>
public sealed class WorkingWords(ExplanationWords words, IStringLocalizer<CaseworkTexts> texts, IStringLocalizer<UiTexts> names, ContractWords contracts)
{
    public IEnumerable<string> Say(DeadlineWorking working)
    {
        if (working.Policy is { } policy) yield return texts["Why.Policy", policy.Name, policy.Version, working.CalendarName];
        else yield return texts["Why.Calendar", working.CalendarName];
        if (working.OfContract is { } agreed)
        {
            yield return texts["Why.Contract", agreed.ContractNumber ?? "", string.Join(", ", agreed.Products), Day(agreed.From ?? working.FiledOn), Day(agreed.Until ?? working.FiledOn)];
            if (agreed.Criticality is { } criticality) yield return texts["Why.Contract.Class", contracts.Class(criticality)];
        }

        if (working.Rule is { Definition: { } rule } written)
        {
            yield return texts["Why.Rule", rule.Name, rule.Source, written.Version];
            if (!rule.IsConfirmed) yield return texts["Why.ToConfirm", rule.Note ?? ""];
        }

        if (working.EffectiveOn is { } effective) yield return words.Effective(working.FiledOn, effective);
        foreach (var line in Lines(working)) yield return line;
        if (working.ExtendedBy > 0) yield return texts["Why.Extended", names.Term(working.Unit, working.ExtendedBy)];
        if (working.IsPaused) yield return texts["Why.Paused"];
    }

    private IReadOnlyList<string> Lines(DeadlineWorking working) => working switch
    {
        { Unit: DeadlineUnit.BusinessDays, IsPaused: false } => words.Term(working.Calendar, working.CountsFrom, working.Amount + working.ExtendedBy),
        { Unit: DeadlineUnit.Months or DeadlineUnit.CalendarDays, LastDay: { } last } =>
            [texts[$"Why.{working.Unit}", names.Term(working.Unit, working.Amount), Day(working.CountsFrom), Day(last)]],
        { DueAt: { } due } => words.Due(working.Calendar, working.StartedAt, due, working.Pauses),
        _ => words.Working(working.Calendar, working.StartedAt, working.Until, working.Pauses),
    };

    private string Day(DateOnly day) => day.ToString(texts["Date"], CultureInfo.CurrentCulture);
}
