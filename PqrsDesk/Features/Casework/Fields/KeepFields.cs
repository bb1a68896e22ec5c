using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Fields;

/// <summary>Why a field was not saved.</summary>
public enum FieldProblem
{
    NotAllowed = 1,
    Gone,
    NameMissing,
    NameTooLong,
    NameTaken,
    TooMany,
    OptionsMissing,
    OptionsTooMany,
    OptionTooLong,
    WhenUnknown,
    ValuesUnknown,
    BoundsInvalid,
    Ring,
    InUse,
}

/// <param name="Detail">What the text quotes.</param>
public sealed record FieldFault(FieldProblem Problem, string? Detail = null)
{
    public static implicit operator FieldFault(FieldProblem problem) => new(problem);
}

/// <summary>The house's own fields, as administrators keep them.</summary>
public sealed class KeepFields(DeskWriter writer, FieldShelf shelf, IDbContextFactory<DeskDb> desk)
{
    public async Task<FieldBook> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new(await db.CustomFields.AsNoTracking().ToListAsync(cancel));
    }

    /// <returns>Null when it was saved.</returns>
    public Task<FieldFault?> SaveAsync(FieldForm form, Actor by, CancellationToken cancel) => KeepAsync(by, fields => Save(fields, form), cancel);

    /// <summary>It is asked for no more, or again. What it says on cases stays.</summary>
    public Task<FieldFault?> RetireAsync(int id, bool retired, Actor by, CancellationToken cancel) => KeepAsync(by, fields =>
    {
        if (fields.Rows.Find(each => each.Id == id) is not { } field) return FieldProblem.Gone;

        // What waits for it would never be shown again, and nobody would know why.
        if (retired && fields.Rows.Find(each => each.Active && each.When?.Field == field.Key) is { } waiting) return new(FieldProblem.InUse, waiting.Name);
        if (!retired && fields.Rows.Count(each => each.Active) >= CustomField.Most) return new(FieldProblem.TooMany, Number(CustomField.Most));
        field.Active = !retired;
        return null;
    }, cancel);

    /// <param name="by">One place up or down.</param>
    public Task<FieldFault?> MoveAsync(int id, int places, Actor by, CancellationToken cancel) => KeepAsync(by, fields =>
    {
        var order = fields.Rows.OrderBy(each => each.Order).ThenBy(each => each.Id).ToList();
        var at = order.FindIndex(each => each.Id == id);
        if (at < 0) return FieldProblem.Gone;
        var to = Math.Clamp(at + places, 0, order.Count - 1);
        var moved = order[at];
        order.RemoveAt(at);
        order.Insert(to, moved);
        for (var place = 0; place < order.Count; place++) order[place].Order = place + 1;
        return null;
    }, cancel);

    private async Task<FieldFault?> KeepAsync(Actor by, Func<Kept, FieldFault?> change, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return FieldProblem.NotAllowed;
        var fault = await writer.RunAsync(async db => change(new(await db.CustomFields.ToListAsync(cancel), field => db.CustomFields.Add(field))), cancel, wrong => wrong is null);
        if (fault is null) shelf.Refresh();
        return fault;
    }

    private static FieldFault? Save(Kept fields, FieldForm form)
    {
        var name = form.Name.Trim();
        var field = form.Id is { } id ? fields.Rows.Find(each => each.Id == id) : null;
        if (form.Id is not null && field is null) return FieldProblem.Gone;
        if (KeyOf(name).Length == 0) return FieldProblem.NameMissing;
        if (name.Length > CustomField.NameLimit) return new(FieldProblem.NameTooLong, Number(CustomField.NameLimit));
        if (fields.Rows.Exists(each => each != field && Ticket.Fold(each.Name) == Ticket.Fold(name))) return new(FieldProblem.NameTaken, name);
        if (field is null && fields.Rows.Count(each => each.Active) >= CustomField.Most) return new(FieldProblem.TooMany, Number(CustomField.Most));
        var type = field?.Type ?? form.Type;
        if (!Enum.IsDefined(type) || !Enum.IsDefined(form.Need)) return FieldProblem.Gone;
        if (type is FieldType.OneOf or FieldType.ManyOf && Wrong(form.OptionLines) is { } options) return options;
        if (ConditionOf(fields.Rows, form, field, out var when) is { } condition) return condition;
        var kept = field ?? new CustomField { Key = Free(fields.Rows, KeyOf(name)), Name = name, Type = type, Order = fields.Rows.Select(each => each.Order).DefaultIfEmpty().Max() + 1 };
        (kept.Name, kept.Help, kept.Need, kept.When, kept.Public) = (name, Cut(form.Help, CustomField.HelpLimit), form.Need, when, form.Public);
        (kept.Kinds, kept.Topic, kept.Product) = ([.. form.Kinds.Order()], Cut(form.Topic, Filing.TopicLimit), Cut(form.Product, Domain.Catalogue.Product.NameLimit));
        kept.Options = kept.Chooses ? form.OptionLines : [];
        if (FieldBook.Ring([.. fields.Rows.Where(each => each != field), kept]) is { } ring) return new(FieldProblem.Ring, string.Join(" → ", ring.Append(ring[0]).Select(each => $"«{each.Name}»")));
        if (field is null) fields.Add(kept);
        return null;
    }

    private static FieldFault? Wrong(IReadOnlyList<string> options) =>
        options.Count == 0 ? FieldProblem.OptionsMissing
        : options.Count > CustomField.MostOptions ? new(FieldProblem.OptionsTooMany, Number(CustomField.MostOptions))
        : options.Any(option => option.Length > CustomField.OptionLimit) ? new(FieldProblem.OptionTooLong, Number(CustomField.OptionLimit))
        : null;

    private static FieldFault? ConditionOf(List<CustomField> fields, FieldForm form, CustomField? own, out FieldCondition? when)
    {
        when = null;
        if (form.When.Length == 0) return null;
        if (fields.Find(each => each.Key == form.When) is not { } other || (!other.Active && own?.When?.Field != other.Key)) return FieldProblem.WhenUnknown;
        var bounds = new decimal?[2];
        foreach (var (text, at) in new[] { (form.From, 0), (form.To, 1) })
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (other.Type is not (FieldType.Number or FieldType.Money) || !decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bound)) return FieldProblem.BoundsInvalid;
            bounds[at] = bound;
        }

        if (bounds[0] > bounds[1]) return FieldProblem.BoundsInvalid;
        var values = new List<string>();
        foreach (var line in form.ValueLines.Take(CustomField.MostOptions))
        {
            // A value that the other can never have would hide the field for ever.
            if (FieldValues.Read(other, line, null, out var value) is not null || value is null) return new(FieldProblem.ValuesUnknown, line);
            values.Add(value);
        }

        when = new(other.Key, values, bounds[0], bounds[1]);
        return null;
    }

    private static string KeyOf(string name)
    {
        var key = string.Join('_', SearchedWords.Split(name).Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0));
        return key.Length > CustomField.KeyLimit - 4 ? key[..(CustomField.KeyLimit - 4)].TrimEnd('_') : key;
    }

    private static string Free(List<CustomField> fields, string key)
    {
        var free = key;
        for (var number = 2; fields.Exists(each => each.Key == free); number++) free = string.Create(CultureInfo.InvariantCulture, $"{key}_{number}");
        return free;
    }

    private static string? Cut(string text, int limit) => text.Trim() is { Length: > 0 } kept ? Texts.Cut(kept, limit) : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Kept(List<CustomField> Rows, Action<CustomField> Add);
}
