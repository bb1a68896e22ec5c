using PqrsDesk.Domain.Likeness;

namespace PqrsDesk.Features.Supervising;

/// <summary>Somebody who files often.</summary>
/// <param name="Alike">Of their cases, how many say nearly the same; 0: none do.</param>
public sealed record RepeatPetitioner(int Id, string Name, int Count, DateTimeOffset First, DateTimeOffset Last, int Alike);

/// <summary>Cases of several petitioners in nearly the same words.</summary>
/// <param name="FirstId">The ticket that said it first, perhaps longer ago.</param>
/// <param name="Percent">How alike they are to it, about, on the average.</param>
/// <param name="Named">Different petitioners whom the desk may name.</param>
/// <param name="Unnamed">Cases that are anonymous or have a reserved identity.</param>
public sealed record MassFiling(long FirstId, string FirstNumber, string Subject, int Count, DateTimeOffset First, DateTimeOffset Last, int Percent, int Named, int Unnamed)
{
    public bool IsMany => Count > Repetition.ManyAlike;
}

/// <param name="Reading">Filings of late are still being read: groups may grow.</param>
public sealed record RepeatedFilings(IReadOnlyList<RepeatPetitioner> People, IReadOnlyList<MassFiling> Groups, bool Reading);
