using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Customers;

public sealed partial class PartyPage(
    ReadParty read, KeepParties keep, UndoMerge undo, ReadCustomerChoices choices, NavigationManager navigation, IStringLocalizer<CustomersTexts> texts, IStringLocalizer<RefusalTexts> refusals)
{
    private PartySight? sight;
    private PartyForm? form;
    private IReadOnlyList<CustomerChoice> customers = [];
    private Refusal? refused;
    private string? noteRefused;
    private string? undoRefused;
    private string? said;
    private bool mayKeep;

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;
    [Parameter] public int Numero { get; set; }

    private IStringLocalizer<CustomersTexts> Texts => texts;

    private PartyKind Kind => new Uri(navigation.Uri).AbsolutePath.StartsWith(DeskUrls.People + "/", StringComparison.Ordinal) ? PartyKind.Person : PartyKind.Organisation;

    private string Hint => string.Join(" · ", new[]
    {
        sight!.Details.Document, sight.Kind == PartyKind.Organisation ? texts[$"Category.{sight.Details.Category}"].Value : sight.Customer, sight.Details.Active ? null : texts["Inactive"].Value,
    }.OfType<string>());

    protected override async Task OnParametersSetAsync()
    {
        if (sight?.Kind == Kind && sight.Id == Numero) return;
        (sight, form, refused, noteRefused, undoRefused, said) = (null, null, null, null, null, null);
        mayKeep = KeepParties.MayKeep(Kind, await ActorAsync());
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var (kind, id) = (Kind, Numero);
        var found = await read.RunAsync(kind, id, Reader.Of(await ActorAsync()), CancellationToken.None);
        if (kind != Kind || id != Numero) return;
        sight = found;
        if (found is not null) return;
        if (await read.MergedIntoAsync(kind, id, CancellationToken.None) is { } survivor) navigation.NavigateTo(DeskUrls.PartyOf(kind == PartyKind.Person, survivor), replace: true);
        else navigation.NotFound();
    }

    private async Task Edit()
    {
        customers = Kind == PartyKind.Person ? await choices.RunAsync(sight!.Details.CustomerId, CancellationToken.None) : [];
        (form, refused, said) = (PartyForm.Of(sight!), null, null);
    }

    private async Task SaveAsync()
    {
        var outcome = await keep.SaveAsync(form!.Kind, form.Id, form.Seen, form.Details, await ActorAsync(), CancellationToken.None);
        refused = outcome.Refusal;
        if (refused is not null) return;
        (form, said) = (null, texts["Saved"]);
        await ReadAsync();
    }

    private async Task<bool> NoteAsync(string text)
    {
        var refusal = await keep.NoteAsync(sight!.Kind, sight.Id, text, await ActorAsync(), CancellationToken.None);
        noteRefused = refusal is null ? null : refusals.Say(refusal);
        if (refusal is null) await ReadAsync();
        StateHasChanged();
        return refusal is null;
    }

    private async Task UndoAsync(MergeLine merge)
    {
        var refusal = await undo.RunAsync(merge.Id, await ActorAsync(), CancellationToken.None);
        undoRefused = refusal is null ? null : refusals.Say(refusal);
        said = refusal is null ? texts["Merge.Undone", merge.FromName].Value : null;
        await ReadAsync();
    }

    private async Task<Actor> ActorAsync() => (await SignedIn).User.ToActor();
}
