using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features.Outages;

/// <summary>Joining to an incident in the menu of the queue, for all cases that are picked there.</summary>
public sealed class JoinBulkAct(IStringLocalizer<OutagesTexts> texts) : IBulkAct
{
    public string Name => texts["Bulk"];

    public string? Key => "join";

    public Type Dialog => typeof(JoinBulkDialog);
}
