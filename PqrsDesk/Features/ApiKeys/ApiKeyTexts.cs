namespace PqrsDesk.Features.ApiKeys;

/// <summary>The words of the commands that make, list and revoke keys.</summary>
public sealed class ApiKeyTexts;
