using PqrsDesk.Domain.CaseFiles;

namespace PqrsDesk.Features.Casework.Sending;

/// <summary>What a person wants sent later, and when.</summary>
public sealed record PlanWish(PlannedAct Act, DateTimeOffset At, bool HoldsForPetitioner);
