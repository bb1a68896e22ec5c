using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Ui;

namespace PqrsDesk.Features;

/// <summary>Of which cases a field is asked, in words: a browser without script cannot hide it from the others.</summary>
internal static class FieldWhen
{
    /// <returns>Null: of all of them.</returns>
    public static string? Say(CustomField field, FieldBook book, IStringLocalizer<HouseFieldTexts> texts, IStringLocalizer<UiTexts> words)
    {
        var parts = new[]
        {
            field.Kinds.Count == 0 ? null : texts["Only.Kind", string.Join(texts["Or"].Value, field.Kinds.Select(kind => words.Word(kind)))].Value,
            field.Topic is { } topic ? texts["Only.Topic", topic].Value : null,
            field.Product is { } product ? texts["Only.Product", product].Value : null,
            field.When is { } when && book.Find(when.Field) is { } other ? Say(when, other, texts, words) : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? null : texts["Only", string.Join(texts["And"].Value, parts)].Value;
    }

    private static string Say(FieldCondition when, CustomField other, IStringLocalizer<HouseFieldTexts> texts, IStringLocalizer<UiTexts> words) => when switch
    {
        { From: { } from, To: { } to } => texts["Only.Between", other.Name, Number(from), Number(to)].Value,
        { From: { } from } => texts["Only.From", other.Name, Number(from)].Value,
        { To: { } to } => texts["Only.To", other.Name, Number(to)].Value,
        { Values.Count: 0 } => texts["Only.Any", other.Name].Value,
        _ => texts["Only.Value", other.Name, string.Join(texts["Or"].Value, when.Values.Select(value => words.Value(other.Type, value)))].Value,
    };

    private static string Number(decimal number) => number.ToString("#,0.####", CultureInfo.CurrentCulture);
}
