using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>
/// What all watchers see of a row, drawn once for each language and kept with the row: the rows of a live view are the same
/// objects for every circuit. Whether it is picked, and who else is there, is each circuit's own.
/// </summary>
/// <param name="Head">The cells before the subject's.</param>
/// <param name="Subject">Inside the subject's cell, before the marks of who is there.</param>
/// <param name="Rest">The cells after it.</param>
/// <param name="Pick">The words of the row's box.</param>
public sealed record DrawnRow(MarkupString Head, MarkupString Subject, MarkupString Rest, string Pick)
{
    private static readonly ConditionalWeakTable<QueueRow, ConcurrentDictionary<(string Language, DeskZone Zone), DrawnRow>> Drawn = [];

    public static DrawnRow Of(QueueRow row, DeskZone zone, IStringLocalizer<QueueTexts> texts, IStringLocalizer<UiTexts> words) =>
        Drawn.GetOrCreateValue(row).GetOrAdd(
            (CultureInfo.CurrentUICulture.Name, zone),
            static (_, from) => new(
                (MarkupString)Markup.Of(RowCells.Head(from.row, from.words)),
                (MarkupString)Markup.Of(RowCells.Subject(from.row, from.texts)),
                (MarkupString)Markup.Of(RowCells.Rest(from.row, from.zone, from.texts, from.words)),
                from.texts["Pick", from.row.Number]),
            (row, zone, texts, words));
}
