using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Ui;

/// <summary>Why something is suggested, as people read it: <c>por «corte», «sin servicio» (regla Cortes)</c>.</summary>
public static class SuggestionWords
{
    public static string Why(this IStringLocalizer<UiTexts> texts, IEnumerable<SuggestionReason> why) => string.Join("; ", why.Select(reason =>
        texts["Suggestion.Why", string.Join(", ", reason.Words.Select(word => texts["Suggestion.Quote", word].Value)), reason.Rule].Value));
}
