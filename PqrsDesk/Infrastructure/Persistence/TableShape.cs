using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>How a table of the model is written to, worked out once for each model.</summary>
internal sealed class TableShape<T>
    where T : class
{
    private static readonly ConditionalWeakTable<IModel, TableShape<T>> Known = [];
    private readonly PropertyInfo? _number;
    private readonly string _plain;
    private readonly string _numbered;

    private TableShape(DeskDb db)
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not of the model.");
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table) ?? throw new InvalidOperationException($"{type.Name} has no table.");
        var given = type.GetProperties().SingleOrDefault(property => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd);
        _number = given?.PropertyInfo;
        Columns = [.. type.GetProperties().Where(property => property != given).Select((property, place) => new TableColumn(property, property.GetColumnName(table)!, place))];

        var quote = db.GetService<ISqlGenerationHelper>();
        var name = quote.DelimitIdentifier(table.Name);
        var columns = string.Join(", ", Columns.Select(column => quote.DelimitIdentifier(column.Name)));
        var values = string.Join(", ", Columns.Select(column => column.Parameter));
        var id = quote.DelimitIdentifier(given?.GetColumnName(table) ?? "Id");
        if (db is PostgresDeskDb)
        {
            // The numbers are taken first: PostgreSQL does not promise to return rows in the order they were given in.
            var places = string.Join(", ", Columns.Select(column => column.Place));
            _plain = $"INSERT INTO {name} ({columns}) SELECT * FROM unnest({values})";
            _numbered = $"""
                WITH fresh AS MATERIALIZED (
                  SELECT nextval(pg_get_serial_sequence('{name}', '{given?.GetColumnName(table)}')) AS id, given.* FROM unnest({values}) WITH ORDINALITY AS given ({places}, place)),
                kept AS (INSERT INTO {name} ({id}, {columns}) SELECT id, {places} FROM fresh)
                SELECT id FROM fresh ORDER BY place
                """;
        }
        else
        {
            _plain = $"INSERT INTO {name} ({columns}) VALUES ({values})";
            _numbered = $"{_plain} RETURNING {id}";
        }
    }

    public IReadOnlyList<TableColumn> Columns { get; }

    public static TableShape<T> Of(DeskDb db) => Known.TryGetValue(db.Model, out var known) ? known : Known.GetValue(db.Model, _ => new TableShape<T>(db));

    public string Sql(bool numbered) => numbered ? _numbered : _plain;

    /// <summary>Gives the entity its number, as the change tracker would.</summary>
    public void Number(T entity, long number) =>
        _number!.SetValue(entity, _number.PropertyType == typeof(int) ? (object)checked((int)number) : number, BindingFlags.Default, null, null, CultureInfo.InvariantCulture);
}

/// <summary>One column: where its values come from, and as what they are stored.</summary>
internal sealed class TableColumn(IProperty property, string name, int place)
{
    private readonly IClrPropertyGetter _getter = property.GetGetter();

    public string Name => name;
    public string Parameter { get; } = $"@p{place}";
    public string Place { get; } = $"c{place}";
    public bool IsNullable => property.IsNullable;
    public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    /// <summary>The type of a list's element that can also be null.</summary>
    public Type Element { get; } = ElementOf(property.GetRelationalTypeMapping());

    /// <summary>The entity's value as the engine's provider takes it.</summary>
    public object? Stored(object entity)
    {
        var value = _getter.GetClrValue(entity);
        var stored = Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        return stored is string text ? TextWithoutNul.Of(text) : stored;
    }

    private static Type ElementOf(RelationalTypeMapping mapping)
    {
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
    }
}
