using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Views;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>
/// What all watchers see of a row, drawn once for each language and choice of columns and kept with the row: the rows of a live view are the same
/// objects for every circuit. Whether it is picked, and who else is there, is each circuit's own.
/// </summary>
/// <param name="Head">The cells before the subject's.</param>
/// <param name="Subject">Inside the subject's cell, before the marks of who is there.</param>
/// <param name="Rest">The cells after it.</param>
/// <param name="Pick">The words of the row's box.</param>
public sealed record DrawnRow(MarkupString Head, MarkupString Subject, MarkupString Rest, string Pick)
{
    private static readonly ConditionalWeakTable<QueueRow, ConcurrentDictionary<(string Language, DeskZone Zone, string Columns), DrawnRow>> Drawn = [];

    public static DrawnRow Of(QueueRow row, DrawnColumns columns, DeskZone zone, IStringLocalizer<QueueTexts> texts, IStringLocalizer<UiTexts> words) =>
        Drawn.GetOrCreateValue(row).GetOrAdd(
            (CultureInfo.CurrentUICulture.Name, zone, columns.Key),
            static (_, from) => new(
                (MarkupString)Markup.Of(RowCells.Cells(from.row, from.columns.Before, from.zone, from.texts, from.words)),
                (MarkupString)Markup.Of(RowCells.Subject(from.row, from.columns.PetitionerUnderSubject, from.texts)),
                (MarkupString)(Markup.Of(RowCells.Cells(from.row, from.columns.After, from.zone, from.texts, from.words)) + Markup.Of(RowCells.Fields(from.row, from.columns.Fields, from.words))
                    + Markup.Of(RowCells.Cells(from.row, from.columns.Last, from.zone, from.texts, from.words))),
                from.texts["Pick", from.row.Number]),
            (row, columns, zone, texts, words));
}

/// <summary>The columns of a table as its rows are drawn by them: around the subject, in whose cell each circuit has something of its own.</summary>
public sealed class DrawnColumns
{
    /// <param name="fields">The house's own: before the deadline, where that comes last.</param>
    public DrawnColumns(QueueLayout layout, IReadOnlyList<CustomField> fields)
    {
        var columns = layout.Columns;
        (Key, Fields) = (KeyOf(layout, fields), fields);
        Before = [.. columns.TakeWhile(column => column != QueueColumn.Subject)];
        List<QueueColumn> after = [.. columns.SkipWhile(column => column != QueueColumn.Subject).Skip(1)];
        Last = after is [.., QueueColumn.Due] ? [QueueColumn.Due] : [];
        After = [.. after.Take(after.Count - Last.Count)];
        PetitionerUnderSubject = !columns.Contains(QueueColumn.Petitioner);
    }

    public string Key { get; }
    public IReadOnlyList<CustomField> Fields { get; }

    /// <summary>The deadline, where it comes behind all others.</summary>
    public IReadOnlyList<QueueColumn> Last { get; }
    public IReadOnlyList<QueueColumn> Before { get; }
    public IReadOnlyList<QueueColumn> After { get; }
    public bool PetitionerUnderSubject { get; }

    public static string KeyOf(QueueLayout layout, IEnumerable<CustomField> fields) =>
        string.Join(',', layout.Columns) + "|" + string.Join(',', fields.Select(field => field.Id.ToString(CultureInfo.InvariantCulture)));
}
