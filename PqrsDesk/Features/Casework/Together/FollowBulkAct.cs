using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>Follows what is picked in the queue, or lets it go.</summary>
public sealed class FollowBulkAct(IStringLocalizer<TogetherTexts> texts) : IBulkAct
{
    public string Name => texts["Bulk"];

    public string? Key => "follow";

    public Type Dialog => typeof(FollowBulkDialog);
}
