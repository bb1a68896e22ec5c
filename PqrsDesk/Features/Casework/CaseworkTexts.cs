namespace PqrsDesk.Features.Casework;

/// <summary>The words of a ticket's page.</summary>
public sealed class CaseworkTexts;
