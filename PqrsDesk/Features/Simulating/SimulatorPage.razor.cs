using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features.Simulating;

/// <summary>What would the clocks say: nothing that is typed here is kept, and no case is touched.</summary>
public sealed partial class SimulatorPage(ReadDeskSla read, IStringLocalizer<SimulatingTexts> texts)
{
    private DeskSla? sla;
    private SimulatorForm? form;
    private bool showsTerm;

    /// <summary>Of the last form that could be read: it stays in sight while an input is wrong.</summary>
    private Simulation? found;
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();

    private IStringLocalizer<SimulatingTexts> Texts => texts;

    protected override async Task OnInitializedAsync()
    {
        sla = await read.RunAsync(CancellationToken.None);
        form = SimulatorForm.Example(sla);
        Run();
    }

    private void Run()
    {
        var reading = new FormReading(sla!, texts);
        found = reading.Read(form!) ?? found;
        errors = reading.Errors;
    }

    private string? ErrorOf(string field) => errors.TryGetValue(field, out var words) ? words[0] : null;
}
