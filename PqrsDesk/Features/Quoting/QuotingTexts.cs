namespace PqrsDesk.Features.Quoting;

/// <summary>Prices, quotes and the model they are worked out by.</summary>
public sealed class QuotingTexts;
