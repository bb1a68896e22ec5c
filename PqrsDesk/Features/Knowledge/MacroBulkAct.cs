using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features.Knowledge;

/// <summary>Macros in the menu of the queue, for all cases that are picked there.</summary>
public sealed class MacroBulkAct(IStringLocalizer<KnowledgeTexts> texts) : IBulkAct
{
    public string Name => texts["Bulk"];

    public string? Key => "macro";

    public Type Dialog => typeof(MacroBulkDialog);
}
