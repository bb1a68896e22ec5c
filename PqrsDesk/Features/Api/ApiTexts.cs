namespace PqrsDesk.Features.Api;

/// <summary>What a program is told when a request cannot even be read.</summary>
public sealed class ApiTexts;
