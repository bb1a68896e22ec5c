using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Portal;

/// <summary>Radicar, for everybody: drawn on the server, and sent as a form.</summary>
public sealed partial class FilePage(
    FilePublicly filePublicly,
    FormFiles formFiles,
    ReadPublicForm readForm,
    Seals seals,
    FileStore store,
    IAntiforgery antiforgery,
    DeskZone zone,
    NavigationManager navigation,
    IStringLocalizer<PortalTexts> texts,
    IStringLocalizer<UiTexts> words,
    IStringLocalizer<RefusalTexts> refusals)
{
    /// <summary>The four of the acronym first.</summary>
    private static readonly TicketKind[] Kinds = Enum.GetValues<TicketKind>();

    private static readonly string[] Order =
    [
        nameof(PublicForm.Kind), nameof(PublicForm.Subject), nameof(PublicForm.Description), "Files", nameof(PublicForm.Topic), nameof(PublicForm.Product), nameof(PublicForm.Branch), nameof(PublicForm.Person), nameof(PublicForm.Name),
        nameof(PublicForm.DocumentType), nameof(PublicForm.Document), nameof(PublicForm.Email), nameof(PublicForm.Telephone), nameof(PublicForm.Address), nameof(PublicForm.Municipality),
        nameof(PublicForm.AnswerChannel), nameof(PublicForm.Consents),
    ];

    /// <summary>The house's own fields stand behind the product.</summary>
    private static readonly int PlaceOfFields = Array.IndexOf(Order, nameof(PublicForm.Product)) + 1;

    private PublicFormOffer offer = new([], null);
    private IReadOnlyList<(string Field, string Text)> errors = [];
    private PublicOutcome.Alike? alike;
    private string? notice;
    private string? hint;
    private IReadOnlyList<StoredFile> held = [];

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery(Name = DeskUrls.BranchParameter)]
    private string? Branch { get; set; }

    private PublicForm Form { get; set; } = new();
    private FileStore Store => store;
    private IStringLocalizer<PortalTexts> Texts => texts;
    private IStringLocalizer<UiTexts> Words => words;

    private static string Limit => Filing.DescriptionLimit.ToString("N0", CultureInfo.CurrentCulture);

    protected override async Task OnInitializedAsync()
    {
        offer = await readForm.RunAsync(Http.RequestAborted);
        Form = HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType ? PublicForm.Read(await Http.Request.ReadFormAsync(Http.RequestAborted)) : new() { Seal = seals.NewForm(), Branch = Branch ?? "" };
    }

    private async Task SendAsync()
    {
        var arrivals = Arrivals.Of(Http);
        held = await formFiles.OfAsync(seals.Form(Form.Seal), Form.Held, CancellationToken.None);
        var outcome = await antiforgery.IsRequestValidAsync(Http)
            ? await filePublicly.RunAsync(Form, [.. held, .. arrivals.Files], arrivals.Refusal, CancellationToken.None, held.Count)
            : new PublicOutcome.Outdated();
        if (outcome is PublicOutcome.Filed filed)
        {
            if (filed.New) arrivals.Keep();
            navigation.NavigateTo(DeskUrls.PublicReceiptOf(seals.Receipt(filed.TicketId, filed.Code)));
            return;
        }

        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Tell(outcome);

        // What a trap caught is nobody's to keep. A form that was drawn anew has its files under its new word.
        if (outcome is not PublicOutcome.Trapped && seals.Form(Form.Seal) is { } word) held = await formFiles.HoldAsync(word, outcome is PublicOutcome.Outdated ? [] : held, arrivals, CancellationToken.None);
    }

    private void Tell(PublicOutcome outcome)
    {
        alike = outcome as PublicOutcome.Alike;
        notice = outcome switch
        {
            PublicOutcome.Alike before => texts["Alike", before.Number, zone.LocalOf(before.At).ToString(words["Instant.Time"], CultureInfo.CurrentCulture)].Value,
            PublicOutcome.TooQuick => texts["TooQuick"].Value,
            PublicOutcome.Trapped => texts["Trapped"].Value,
            PublicOutcome.Outdated => texts["Outdated"].Value,
            _ => null,
        };

        // A form that is too old, or not ours, is as good as a new one: what was typed is in it.
        if (outcome is PublicOutcome.Outdated) Form.Seal = seals.NewForm();
        if (outcome is not PublicOutcome.Refused refused) return;
        string[] order = [.. Order[..PlaceOfFields], .. offer.Fields.Fields.Select(field => PublicFields.PlaceOf(field.Key)), .. Order[PlaceOfFields..]];
        errors =
        [
            .. refused.Why.Select(why => offer.Fields.Find(why.Field ?? "") is { } field ? why with { Field = PublicFields.PlaceOf(field.Key) } : why)
                .Where(why => order.Contains(why.Field)).DistinctBy(why => why.Field).OrderBy(why => Array.IndexOf(order, why.Field)).Select(why => (why.Field!, refusals.Say(why))),
        ];
        if (errors.Count == 0) notice = string.Join(' ', refused.Why.Select(refusals.Say));
        if (KindHint.Of(offer.Book, Form.Kind, Form.Subject, Form.Description) is { } other) hint = KindHint.Say(other, texts, words);
    }

    /// <summary>What the kind that came with the form asks for; before that nobody knows it.</summary>
    private IReadOnlyList<RequiredField> Asked =>
        Enum.TryParse<TicketKind>(Form.Kind, out var kind) ? offer.Book.Required.Asked(kind, FilledBy.Citizen, Form.Anonymous || Form.Reserved) : [];

    /// <summary>The same for each kind, for the script that says it as soon as one is chosen.</summary>
    private string? AskedBy(bool nameless)
    {
        var asked = Kinds.Select(kind => (Kind: kind, Fields: offer.Book.Required.Asked(kind, FilledBy.Citizen, nameless))).Where(each => each.Fields.Count > 0)
            .ToDictionary(each => each.Kind.ToString(), each => Names(each.Fields));
        return asked.Count == 0 && !nameless ? null : JsonSerializer.Serialize(asked);
    }

    private string Names(IEnumerable<RequiredField> fields) => string.Join(", ", fields.Select(field => words[$"RequiredField.{field}"].Value));

    private string? ErrorOf(string field) => errors.FirstOrDefault(error => error.Field == field).Text;

    private Dictionary<string, object> Described(string field, bool helped = false)
    {
        var said = new Dictionary<string, object>();
        var id = Id(field);
        var wrong = ErrorOf(field) is not null;
        string[] by = [.. helped ? [Field.HelpId(id)] : Array.Empty<string>(), .. wrong ? [Field.ErrorId(id)] : Array.Empty<string>()];
        if (by.Length > 0) said["aria-describedby"] = string.Join(' ', by);
        if (wrong) said["aria-invalid"] = "true";
        return said;
    }

    private static string Id(string field) => $"campo-{field.ToLowerInvariant()}";

    private static string Version(int version) => version.ToString(CultureInfo.InvariantCulture);

    private RenderFragment? Error(string field) => ErrorOf(field) is not { } text ? null : builder =>
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", "field-error");
        builder.AddAttribute(2, "id", Field.ErrorId(Id(field)));
        builder.AddContent(3, text);
        builder.CloseElement();
    };
}
