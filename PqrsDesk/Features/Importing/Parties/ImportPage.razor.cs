using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Importing.Parties;

public sealed partial class ImportPage(ImportParties import, ImportWords words, IStringLocalizer<ImportingTexts> texts) : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private readonly Dictionary<PartyField, int> columns = [];
    private PartyFile? file;
    private PartySummary? summary;
    private PartyKind? shown;
    private string? problem;
    private bool may;
    private bool busy;
    private bool writing;
    private bool written;
    private int done;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;
    [SupplyParameterFromQuery(Name = DeskUrls.PartyParameter)] public string? Clase { get; set; }

    private IStringLocalizer<ImportingTexts> Texts => texts;

    private ImportWords Words => words;

    private PartyKind Kind => Clase == DeskUrls.PeopleValue ? PartyKind.Person : PartyKind.Organisation;

    /// <summary>Whoever leaves stops it: whole batches stay.</summary>
    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
        if (!busy) file?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (shown == Kind) return;
        shown = Kind;
        may = ImportParties.May(Kind, (await SignedIn).User.ToActor());
        Forget();
    }

    private void Forget()
    {
        file?.Dispose();
        (file, summary, problem, written) = (null, null, null, false);
        columns.Clear();
    }

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        Forget();
        if (chosen.File.Size > PartyFile.MostBytes)
        {
            problem = texts["Party.TooLarge", PartyFile.MostBytes / (1024 * 1024)];
            return;
        }

        await BusyAsync(async () =>
        {
            await using var sent = chosen.File.OpenReadStream(PartyFile.MostBytes, gone.Token);
            file = await PartyFile.TakeAsync(sent, chosen.File.Name, gone.Token);
            foreach (var (field, at) in PartyMap.Guess(Kind, file.Header).Columns) columns[field] = at;
            if (columns.ContainsKey(PartyField.Name)) summary = await import.LookAsync(Kind, file, new(columns), Progress(), gone.Token);
        });
    }

    private void Map(PartyField field, string? place)
    {
        if (int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) columns[field] = at;
        else columns.Remove(field);
        (summary, written) = (null, false);
    }

    private Task LookAsync() => BusyAsync(async () => summary = await import.LookAsync(Kind, file!, new(columns), Progress(), gone.Token));

    private Task WriteAsync() => BusyAsync(async () =>
    {
        writing = true;
        summary = await import.WriteAsync(Kind, file!, new(columns), (await SignedIn).User.ToActor(), Progress(), gone.Token);
        written = true;
    });

    private async Task BusyAsync(Func<Task> work)
    {
        if (busy) return;
        (busy, done, problem) = (true, 0, null);
        StateHasChanged();
        try
        {
            // Off the circuit's own thread: the page goes on answering.
            await Task.Run(work);
        }
        catch (ImportRefusedException refused)
        {
            problem = words.Say(refused.Problems);
        }
        catch (OperationCanceledException)
        {
            file?.Dispose();
        }
        catch (Exception wrong)
        {
            // A file is chosen by the browser's own call, which would keep it to itself: nobody would see that nothing came of it.
            await DispatchExceptionAsync(wrong);
        }
        finally
        {
            (busy, writing) = (false, false);
        }
    }

    private Progress<int> Progress() => new(read => _ = InvokeAsync(() =>
    {
        done = read;
        if (!gone.IsCancellationRequested) StateHasChanged();
    }));
}
