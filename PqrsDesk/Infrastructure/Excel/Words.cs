using System.Globalization;
using System.Resources;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>The workbook's texts in the report's language, which need not be the language of who asks for it.</summary>
internal sealed class Words(CultureInfo culture)
{
    private static readonly ResourceManager Texts = new(typeof(WorkbookTexts));

    public CultureInfo Culture => culture;

    public string this[string key] =>
        Texts.GetString(key, culture) ?? throw new MissingManifestResourceException($"The workbook has no text '{key}'.");

    public string this[Enum value] => this[$"{value.GetType().Name}_{value}"];

    public string YesNo(bool value) => this[value ? "Yes" : "No"];
}
