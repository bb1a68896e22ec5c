namespace PqrsDesk.Features;

/// <summary>The tabs of what an administrator sets up.</summary>
public sealed class AdministrationTexts;
