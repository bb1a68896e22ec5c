namespace PqrsDesk.Features.Outages;

/// <summary>The words of the pages of outages.</summary>
public sealed class OutagesTexts;
