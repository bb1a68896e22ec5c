using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Receiving;

/// <summary>Recepción: somebody speaks, on the telephone or at the counter, and an agent writes.</summary>
public sealed partial class ReceptionPage(
    FileSpoken fileSpoken,
    AddSpoken addSpoken,
    ReadCaller readCaller,
    ReadReceptionChoices readChoices,
    IJSRuntime browser,
    IStringLocalizer<ReceivingTexts> texts,
    IStringLocalizer<UiTexts> words,
    IStringLocalizer<RefusalTexts> refusals)
{
    private readonly Dictionary<string, ElementReference> places = [];
    private readonly ReceptionFaults faults = new(texts, refusals);
    private ReceptionDraft draft = default!;
    private ReceptionForm form = new();
    private ReceptionChoices choices = new([], [], default);
    private ContactPicker search = default!;
    private Actor actor = default!;
    private Reader reader = Reader.Nobody;
    private Constancia? constancia;
    private Caller? theirs;
    private string? calling;
    private string? popped;
    private string? said;
    private string? next;
    private bool focusSearch;
    private bool ready;
    private bool busy;
    private bool recovered;

    /// <summary>The number that a telephone system says is calling.</summary>
    [SupplyParameterFromQuery(Name = DeskUrls.TelephoneParameter)]
    public string? Telefono { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private IStringLocalizer<ReceivingTexts> Texts => texts;
    private IStringLocalizer<UiTexts> Words => words;

    protected override async Task OnInitializedAsync()
    {
        var person = (await SignedIn).User;
        (actor, reader) = (person.ToActor(), person.ToReader());
        draft = new(browser, actor.StaffId);
        choices = await readChoices.RunAsync(CancellationToken.None);
        ChooseArea(person.AreaId());
    }

    protected override Task OnParametersSetAsync() => ready ? PopAsync() : Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && RendererInfo.IsInteractive)
        {
            await RecoverAsync();
            ready = true;
            await PopAsync();
            if (!recovered) focusSearch |= next is null;
            StateHasChanged();
            return;
        }

        if (next is { } field && places.TryGetValue(field, out var place))
        {
            next = null;
            await place.FocusAsync();
        }
        else if (focusSearch)
        {
            focusSearch = false;
            await search.FocusAsync();
        }
    }

    /// <summary>A call that comes while something is written waits: what is written belongs to somebody else.</summary>
    private async Task PopAsync()
    {
        if (string.IsNullOrWhiteSpace(Telefono) || Telefono == popped) return;
        popped = Telefono;
        if (form.Touched) calling = Telefono;
        else await TakeCallAsync(Telefono);
    }

    private async Task AnswerCallAsync()
    {
        var number = calling!;
        await StartOverAsync();
        await TakeCallAsync(number);
    }

    private async Task TakeCallAsync(string number)
    {
        calling = null;
        form.Channel = Channel.Telephone;
        form.Telephone = Domain.Tickets.Texts.Cut(number.Trim(), Contact.TelephoneLimit);
        if (await search.LookAsync(number) is not [var only])
        {
            // Nobody, or several: the agent asks for the name.
            focusSearch = true;
            return;
        }

        search.Clear();
        await PickAsync(only);
    }

    private async Task PickAsync(KnownContact contact)
    {
        form.Know(contact);
        (constancia, said) = (null, null);
        theirs = await readCaller.RunAsync(contact.Id, reader, CancellationToken.None);
        Go(nameof(Filing.Kind));
        await KeepDraftAsync();
    }

    /// <summary>What was typed to find them goes where it belongs.</summary>
    private void BeginNewAsync(string typed)
    {
        (constancia, said, theirs, form.KnownId, form.Anonymous) = (null, null, null, null, false);
        if (typed.Contains('@', StringComparison.Ordinal)) form.Email = typed;
        else if (typed.Any(char.IsLetter)) form.Name = typed;
        else if (form.Channel == Channel.Telephone && form.Telephone.Length == 0) form.Telephone = typed;
        else if (form.Telephone != typed) form.Document = typed;
        Go(form.Name.Length == 0 ? nameof(PetitionerDetails.Name) : nameof(PetitionerDetails.Document));
    }

    private Task ForgetAsync()
    {
        form.Forget();
        theirs = null;
        focusSearch = true;
        return KeepDraftAsync();
    }

    private void ForgetWhoIsAnonymous()
    {
        if (!form.Anonymous) return;
        form.Forget();
        theirs = null;
    }

    private async Task FileAsync()
    {
        if (busy) return;
        busy = true;
        try
        {
            var outcome = await fileSpoken.RunAsync(form, actor, CancellationToken.None);
            if (outcome.Constancia is not { } filed)
            {
                Tell(outcome.Wrong);
                return;
            }

            constancia = filed;
            await BeginAnewAsync(texts["Filed", filed.Receipt.Number]);
        }
        finally
        {
            busy = false;
        }
    }

    /// <summary>Whoever speaks is known to be who filed it: picked, or by document or address.</summary>
    private bool MayAdd(AlikeCase alike) =>
        alike.Contact is { } contact && alike.Status.IsOpen() && (form.KnownId is { } known ? known == contact : alike.Likeness.IsOnePerson);

    private Task AddAsync(string radicado) => AddAsync(radicado, form.KnownId);

    private async Task AddAsync(string radicado, int? contactId)
    {
        if (busy || contactId is not { } contact) return;
        busy = true;
        try
        {
            var decision = await addSpoken.RunAsync(radicado, contact, form.Words, actor, CancellationToken.None);
            if (decision is Decision.Refused { Refusal: var refusal })
            {
                Tell([refusal.Field == "Text" ? refusal with { Field = nameof(Filing.Description) } : refusal]);
                return;
            }

            constancia = null;
            await BeginAnewAsync(texts["Added", radicado]);
        }
        finally
        {
            busy = false;
        }
    }

    private void Tell(IReadOnlyList<Refusal> found) => next = faults.Tell(found, choices.Fields.Fields.Select(field => field.Key));

    private async Task StartOverAsync()
    {
        constancia = null;
        await BeginAnewAsync(null);
    }

    /// <summary>For the next caller: the desk, the channel and the area stay as they are.</summary>
    private async Task BeginAnewAsync(string? message)
    {
        form = new() { AreaId = form.AreaId, BranchId = form.BranchId, Channel = form.Channel };
        faults.Forget();
        (theirs, recovered, said) = (null, false, message);
        search.Clear();
        focusSearch = true;
        await KeepDraftAsync();
    }

    private async Task RecoverAsync()
    {
        if (await draft.ReadAsync() is not { } begun) return;
        if (choices.Areas.All(area => area.Id != begun.AreaId)) begun.AreaId = form.AreaId;
        (form, recovered) = (begun, true);
        if (form.KnownId is { } known) theirs = await readCaller.RunAsync(known, reader, CancellationToken.None);
    }

    private Task KeepDraftAsync() => draft.KeepAsync(form);

    private void ChooseArea(int? own)
    {
        if (choices.Areas.Any(area => area.Id == form.AreaId)) return;
        form.AreaId = choices.Areas.FirstOrDefault(area => area.Id == own)?.Id ?? choices.Areas.Select(area => area.Id).FirstOrDefault();
    }

    /// <summary>What the chosen kind asks for beside the rest.</summary>
    private IReadOnlyList<RequiredField> Asked => form.Kind is { } kind ? choices.Book.Required.Asked(kind, FilledBy.Counter, form.Anonymous) : [];

    private bool FieldsShown => form.Kind is { } kind && choices.Fields.Sent(kind, form.Topic, form.Product, form.Fields).Count > 0;

    private void Go(string field) => next = field;

    private string Say(TicketKind kind) => words.Word(kind);

    private string Say(ConstanciaChoice choice) => texts[$"Constancia.{choice}"];

    private string? ErrorOf(string field) => faults.Of(field);

    private Dictionary<string, object> Told(string id, string field, bool helped = false) => Described.By(id, ErrorOf(field), helped);
}
