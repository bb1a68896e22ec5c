namespace PqrsDesk.Features.Me;

/// <summary>The words of a person's own page.</summary>
public sealed class MeTexts;
