namespace PqrsDesk.Features.Routing;

/// <summary>The words of who has which cases, and for how long.</summary>
public sealed class HandOverTexts;
