namespace PqrsDesk.Features.Searching;

/// <summary>The words of the search.</summary>
public sealed class SearchTexts;
