using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Features.Quoting;

/// <summary>A quote as somebody wants it kept.</summary>
/// <param name="For">A customer by name, or whoever asks.</param>
/// <param name="Plans">Numbers of plans, in their order.</param>
/// <param name="Platforms">Numbers of products.</param>
/// <param name="ValidUntil">Null: by the model's days.</param>
/// <param name="ModelVersion">Which model it is worked out by; null: the newest.</param>
public sealed record QuoteDraft(string For, PriceFactors Factors, IReadOnlyList<int> Plans, IReadOnlyList<int> Platforms, DateOnly? ValidUntil, string? Note, int? ModelVersion = null);

/// <summary>What came of it: a quote, or all that is wrong.</summary>
public sealed record QuoteOutcome(int? QuoteId, IReadOnlyList<PriceProblem> Problems)
{
    public bool Succeeded => QuoteId is not null;

    public static QuoteOutcome Done(int id) => new(id, []);

    public static implicit operator QuoteOutcome(PriceProblem problem) => new(null, [problem]);

    public static implicit operator QuoteOutcome(PriceProblemCode code) => new(null, [code]);
}
