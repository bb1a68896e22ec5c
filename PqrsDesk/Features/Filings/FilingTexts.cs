namespace PqrsDesk.Features.Filings;

/// <summary>The words of filing: the form, its receipt, and what programs are told.</summary>
public sealed class FilingTexts;
