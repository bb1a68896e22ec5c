using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Simulating;

/// <summary>The ids of the simulator's fields, under which their errors are kept.</summary>
internal static class FieldIds
{
    public const string Calendar = "sim-calendario";
    public const string Zone = "sim-zona";
    public const string Holidays = "sim-festivos";
    public const string Until = "sim-hasta";
    public const string TermFiled = "plazo-radicado";
    public const string TermCalendar = "plazo-calendario";
    public const string TermRegime = "plazo-regimen";
    public const string TermDays = "plazo-dias";

    public static string Hours(DayOfWeek day) => $"sim-horas-{(int)day}";

    public static string Response(Priority priority) => $"sim-respuesta-{priority}".ToLowerInvariant();

    public static string Resolution(Priority priority) => $"sim-solucion-{priority}".ToLowerInvariant();

    public static string EventAt(int index) => string.Create(CultureInfo.InvariantCulture, $"sim-evento-{index}-cuando");

    public static string EventType(int index) => string.Create(CultureInfo.InvariantCulture, $"sim-evento-{index}-tipo");

    public static string EventPriority(int index) => string.Create(CultureInfo.InvariantCulture, $"sim-evento-{index}-prioridad");
}
