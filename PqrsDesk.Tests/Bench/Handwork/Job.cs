using PqrsDesk.Domain.People;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench.Handwork;

/// <summary>An ordinary job, done from the open queue to the end.</summary>
/// <param name="PrepareAsync">Brings the desk to where somebody would have to do it; gives the radicado that it is about, where there is one.</param>
/// <param name="IsDoneAsync">Whether the desk is now as it should be.</param>
internal sealed record Job(
    string Name,
    Func<WebDesk, StaffMember, Task<string>> PrepareAsync,
    Func<Hands, string, Task> ByKeyboardAsync,
    Func<Hands, string, Task> ByMouseAsync,
    Func<WebDesk, string, Task<bool>> IsDoneAsync);
