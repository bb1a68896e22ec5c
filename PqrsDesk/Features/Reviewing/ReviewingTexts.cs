namespace PqrsDesk.Features.Reviewing;

/// <summary>The list of answers that wait for a review.</summary>
public sealed class ReviewingTexts;
