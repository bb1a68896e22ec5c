using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Customers;

/// <summary>What somebody looks for among organisations, or people. It lives in the address.</summary>
/// <param name="Open">Only those with a case that is open.</param>
/// <param name="Active">Null: all of them.</param>
/// <param name="CustomerId">People of one organisation.</param>
public sealed record PartyQuery(string? Text = null, ServiceLevel? Category = null, bool? Active = true, bool Open = false, int? CustomerId = null)
{
    private const int TextLimit = 200;

    public bool Narrows => Text is not null || Category is not null || Active != true || Open || CustomerId is not null;

    /// <summary>As the parameters of an address say it; what cannot be read in them is as if it were not there.</summary>
    public static PartyQuery Of(string? text, string? category, string? active, string? open, string? customer) => new(
        WordsOf(text),
        Enum.TryParse<ServiceLevel>(category, out var level) && Enum.IsDefined(level) ? level : null,
        active switch { "no" => false, "todos" => null, _ => true },
        open == "si",
        DeskUrls.WholeNumber(customer));

    /// <summary>Those of an address that asks for it; empty ones are left out.</summary>
    public IEnumerable<(string Name, string? Value)> Parameters =>
    [
        (DeskUrls.SearchParameter, Text),
        (DeskUrls.CategoryParameter, Category?.ToString()),
        (DeskUrls.ActiveParameter, Active switch { false => "no", null => "todos", _ => null }),
        (DeskUrls.OpenParameter, Open ? "si" : null),
        (DeskUrls.OrganisationParameter, CustomerId?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string? WordsOf(string? text)
    {
        var plain = text?.Replace("\0", "", StringComparison.Ordinal).Trim();
        return string.IsNullOrEmpty(plain) ? null : Texts.Cut(plain, TextLimit);
    }
}

/// <summary>Where a page of a list begins: behind a row.</summary>
/// <param name="Name">As organisations are ordered; empty for lists that go by number.</param>
public sealed record PartyCursor(string Name, long Id)
{
    private const char Gap = '\n';

    /// <returns>Null when the text is no cursor.</returns>
    public static PartyCursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 2_000 || !Base64Url.IsValid(text)) return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Gap);
        return parts is [var id, var name] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !name.Contains('\0', StringComparison.Ordinal) ? new(name, number) : null;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}{Gap}{Name}")));
}
