using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Filings;

/// <summary>Radicar: a member of staff files for a petitioner.</summary>
public sealed partial class FileTicketPage(
    FileTicket fileTicket,
    AddSpoken addSpoken,
    ReadFilingChoices readChoices,
    FilingDraft draft,
    NavigationManager navigation,
    IStringLocalizer<FilingTexts> texts,
    IStringLocalizer<UiTexts> words,
    IStringLocalizer<RefusalTexts> refusals)
{
    /// <summary>The fields as they stand on the page, so that the first wrong one can be found.</summary>
    private static readonly string[] Order =
    [
        nameof(Filing.Kind), nameof(Filing.Regime), nameof(Filing.Subject), nameof(Filing.Description), "Files",
        nameof(PetitionerDetails.Name), nameof(PetitionerDetails.Document), nameof(PetitionerDetails.Email), nameof(PetitionerDetails.Telephone),
        nameof(Filing.CustomerId), nameof(Filing.Channel), nameof(Filing.AreaId), nameof(Filing.Topic), nameof(Filing.Product), nameof(Filing.PriorityReason),
    ];

    private readonly Dictionary<string, ElementReference> places = [];
    private Dictionary<string, string> errors = [];
    private FilingChoices choices = new([], [], []);
    private Receipt? receipt;
    private string? notice;
    private string? wrong;
    private bool busy;
    private bool recovered;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private FilingDraft Draft => draft;
    private FilingForm Form => draft.Form;
    private IStringLocalizer<FilingTexts> Texts => texts;
    private IStringLocalizer<UiTexts> Words => words;

    protected override async Task OnInitializedAsync()
    {
        recovered = draft.Touched;
        choices = await readChoices.RunAsync(CancellationToken.None);
        await ChooseAreaAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (wrong is null || !places.TryGetValue(wrong, out var place)) return;
        wrong = null;
        await place.FocusAsync();
    }

    private async Task FileAsync()
    {
        if (busy) return;
        busy = true;
        try
        {
            IReadOnlyList<Refusal> found =
            [
                .. FilingCheck.All(Form.ToFiling(), Form.ToPetitioner(), choices.Book, FilledBy.Staff, draft.Files.Stored.Count),
                .. FiledFields.Read(choices.Fields, Form.ToFiling(), FieldsSent, FilledBy.Staff).Wrong,
            ];
            if (found.Count > 0) Tell(found);
            else await SendAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private async Task SendAsync()
    {
        var by = (await SignedIn).User.ToActor();
        var outcome = await fileTicket.RunAsync(Form.ToFiling(), Form.ToPetitioner(), by, draft.Files, CancellationToken.None, FieldsSent);
        if (outcome.Refusal is { } refusal)
        {
            Tell([refusal]);
            return;
        }

        receipt = outcome.Receipt;
        Clear();
    }

    /// <summary>Files cannot go along: they are filed.</summary>
    private bool MayAdd(AlikeCase alike) => alike is { Contact: not null, Likeness.IsOnePerson: true } && alike.Status.IsOpen() && draft.Files.All.Count == 0;

    /// <summary>What was written is the petitioner's next turn in that case, in place of another one.</summary>
    private async Task AddAsync(AlikeCase alike)
    {
        if (busy || alike.Contact is not { } contact) return;
        busy = true;
        try
        {
            if (await addSpoken.RunAsync(alike.Number, contact, Form.Description, (await SignedIn).User.ToActor(), CancellationToken.None) is Decision.Refused { Refusal: var refusal })
            {
                Tell([refusal.Field == "Text" ? refusal with { Field = nameof(Filing.Description) } : refusal]);
                return;
            }

            Clear();
            navigation.NavigateTo(DeskUrls.TicketOf(alike.Number));
        }
        finally
        {
            busy = false;
        }
    }

    private void Tell(IReadOnlyList<Refusal> found)
    {
        string[] order = [.. Order, .. choices.Fields.Fields.Select(field => field.Key)];
        errors = found.Where(refusal => order.Contains(refusal.Field)).DistinctBy(refusal => refusal.Field)
            .ToDictionary(refusal => refusal.Field!, refusals.Say);
        wrong = Array.Find(order, errors.ContainsKey);
        notice = wrong is null ? string.Join(' ', found.Select(refusals.Say)) : texts["Errors", errors.Count];
    }

    private void Choose(TicketKind? kind) => Form.Kind = kind;

    private async Task Another()
    {
        receipt = null;
        recovered = false;
        await ChooseAreaAsync();
    }

    private async Task StartOver()
    {
        Clear();
        recovered = false;
        await ChooseAreaAsync();
    }

    private void Clear()
    {
        draft.Clear();
        (errors, notice, wrong) = ([], null, null);
    }

    /// <summary>The person's own area to begin with, or the first.</summary>
    private async Task ChooseAreaAsync()
    {
        if (choices.Areas.Any(area => area.Id == Form.AreaId)) return;
        var own = (await SignedIn).User.AreaId();
        Form.AreaId = choices.Areas.FirstOrDefault(area => area.Id == own)?.Id ?? choices.Areas.Select(area => area.Id).FirstOrDefault();
    }

    /// <summary>What the chosen kind asks for beside the rest.</summary>
    private IReadOnlyList<RequiredField> Asked => Form.Kind is { } kind ? choices.Book.Required.Asked(kind, FilledBy.Staff, Form.Anonymous) : [];

    /// <summary>What the house's own fields say on the form as it stands.</summary>
    private Dictionary<int, string?> FieldsSent => Form.Kind is { } kind ? choices.Fields.Sent(kind, Form.Topic, Form.Product, Form.Fields) : [];

    private bool FieldsShown => FieldsSent.Count > 0;

    private string? ErrorOf(string field) => errors.GetValueOrDefault(field);

    private Dictionary<string, object> Told(string id, string field, bool helped = false) => Described.By(id, ErrorOf(field), helped);
}
