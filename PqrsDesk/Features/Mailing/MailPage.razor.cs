using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Mailing;

/// <summary>Correo por clasificar: the messages that nobody could place, read as safe text and sorted by a person.</summary>
public sealed partial class MailPage(ReadMails reading, SortMail sorting, ClassificationShelf classification, MailSettings settings, NavigationManager navigation, IStringLocalizer<MailingTexts> texts, IStringLocalizer<RefusalTexts> refusals)
{
    private MailBoard? board;
    private MailSight? open;
    private MailView shown = MailView.Waiting;
    private MailView? watched;
    private IReadOnlyList<MailArea> areas = [];
    private ClassificationBook book = ClassificationBook.Empty;
    private SortKind? form;
    private string? said;
    private string? saidOf;

    [Parameter]
    public string? Numero { get; set; }

    [SupplyParameterFromQuery(Name = DeskUrls.MailViewParameter)]
    public string? Ver { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<MailingTexts> Texts => texts;

    protected override async Task OnParametersSetAsync()
    {
        shown = Enum.GetValues<MailView>().FirstOrDefault(view => Word(view) == Ver, MailView.Waiting);
        var id = long.TryParse(Numero, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        if (open?.Line.Id != id)
        {
            (open, form) = (id is null ? null : await reading.OneAsync(id.Value, CancellationToken.None), null);
            if (open is not null) (said, saidOf) = (null, null);
            if (open is null && Numero is not null) navigation.NotFound();
        }

        if (watched == shown) return;
        watched = shown;
        book = await classification.BookAsync();
        if (areas.Count == 0) areas = await reading.AreasAsync(CancellationToken.None);
        await WatchAsync("mail", ReadMails.Question(shown), answer => board = answer);
    }

    /// <summary>Does it, and says why not.</summary>
    private async Task<Refusal?> SortAsync(SortKind kind, MailForm filing, string answer)
    {
        var (by, id, seen) = ((await SignedIn).User.ToActor(), open!.Line.Id, open.Line.Fate);
        var outcome = kind switch
        {
            SortKind.File => await sorting.FileAsync(id, seen, filing, by, CancellationToken.None),
            SortKind.Add => await sorting.AddAsync(id, seen, answer, by, CancellationToken.None),
            SortKind.Discard => await sorting.DiscardAsync(id, seen, answer, by, CancellationToken.None),
        };
        if (outcome.Refusal is { } refusal) return refusal;
        (said, saidOf) = (texts[$"Done.{kind}"], outcome.Number);
        (form, open) = (null, null);
        if (board is not null) board = board with { Lines = [.. board.Lines.Where(line => line.Id != id)] };
        navigation.NavigateTo(DeskUrls.MailOf(null, Word(shown)));
        StateHasChanged();
        return null;
    }

    private string Why(MailLine line) => MailReasons.Say(line, texts, refusals);

    private static string? Word(MailView view) => view switch { MailView.Waiting => null, MailView.Automatic => "automaticos", MailView.Discarded => "descartados" };

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
