using System.Globalization;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Features.Dashboards;

/// <summary>Labels under the steps of a chart: as many as fit on a telephone, the others left blank.</summary>
public sealed class StepLabels
{
    private const int Most = 6;

    private readonly Dictionary<string, string> _labels = [];

    /// <param name="format">A day and its month, in the reader's language.</param>
    public StepLabels(IReadOnlyList<Period> steps, string format)
    {
        var every = Math.Max(1, (int)Math.Ceiling((double)steps.Count / Most));
        for (var i = 0; i < steps.Count; i++)
            _labels[Key(steps[i])] = i % every == 0 ? steps[i].From.ToString(format, CultureInfo.CurrentCulture) : "";
    }

    public static string Key(Period step) => step.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Of(object key) => key is string known ? _labels.GetValueOrDefault(known, "") : "";
}
