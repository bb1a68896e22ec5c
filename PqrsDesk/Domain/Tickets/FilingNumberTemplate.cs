using System.Globalization;
using System.Text.RegularExpressions;

namespace PqrsDesk.Domain.Tickets;

/// <summary>How a radicado is written: <c>PQRS-{yyyy}-{seq:000000}</c>.</summary>
/// <remarks>
/// Consecutive in order of arrival, without gaps or doubles, restarted each year (AGN Acuerdo 060 of 2001).
/// <c>{yyyy}</c>, <c>{MM}</c> and <c>{dd}</c> are of the filing's local date; <c>{seq}</c> must appear once, with zeros
/// for its least width; <c>{yyyy}</c> must appear, or two years would share a number.
/// </remarks>
public sealed partial class FilingNumberTemplate
{
    public const int NumberLimit = 40;
    private readonly string _template;

    /// <exception cref="FormatException">The template lacks a part, or has an unknown one.</exception>
    public FilingNumberTemplate(string template)
    {
        var parts = Part().Matches(template).Select(part => part.Groups["name"].Value).ToList();
        if (parts.Count(part => part == "seq") != 1) throw new FormatException("A filing number template has {seq:000000} exactly once.");
        if (!parts.Contains("yyyy")) throw new FormatException("A filing number template has {yyyy}: the sequence restarts each year.");
        if (Part().Replace(template, "").AsSpan().ContainsAny('{', '}')) throw new FormatException("A filing number template knows {yyyy}, {MM}, {dd} and {seq:000000}.");
        _template = template;
        if (Format(new DateOnly(2000, 1, 1), int.MaxValue).Length > NumberLimit) throw new FormatException($"A filing number has at most {NumberLimit} characters.");
    }

    public string Format(DateOnly on, int sequence) => Part().Replace(_template, part => part.Groups["name"].Value switch
    {
        "seq" => sequence.ToString(part.Groups["zeros"] is { Length: > 0 } zeros ? zeros.Value : "0", CultureInfo.InvariantCulture),
        var date => on.ToString(date, CultureInfo.InvariantCulture),
    });

    [GeneratedRegex(@"\{(?<name>yyyy|MM|dd|seq)(:(?<zeros>0+))?\}")]
    private static partial Regex Part();
}
