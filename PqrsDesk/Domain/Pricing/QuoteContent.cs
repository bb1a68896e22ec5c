namespace PqrsDesk.Domain.Pricing;

/// <summary>All that a quote says, as it was worked out: nothing of it changes when a model, a plan or a calendar does.</summary>
/// <remarks>Stored as JSON: what came in later has a default.</remarks>
/// <param name="ModelVersion">Number of the model's version; 0: the one that comes with the product.</param>
/// <param name="Year">Whose holidays were counted.</param>
public sealed record QuoteContent(int ModelVersion, PriceModel Model, int Year, PriceFactors Factors, IReadOnlyList<PriceSheet> Sheets)
{
    public const int MostPlatforms = 20;
    public const int NoteLimit = 2_000;

    public IReadOnlyList<QuotedPlatform> Platforms { get; init; } = [];

    /// <summary>For the customer.</summary>
    public string? Note { get; init; }
}

/// <summary>A product that is served, with the class that it had.</summary>
public sealed record QuotedPlatform(int Id, string Name, Catalogue.CriticalityClass? Class);
