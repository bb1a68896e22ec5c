using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Simulating;

/// <summary>What a priority is promised, in business minutes as typed; empty: nothing.</summary>
public sealed class TargetForm(Priority priority)
{
    public Priority Priority { get; } = priority;
    public string Response { get; set; } = "";
    public string Resolution { get; set; } = "";

    public static string Write(int? minutes) => minutes?.ToString(CultureInfo.InvariantCulture) ?? "";
}
