namespace PqrsDesk.Shell.Preferring;

/// <summary>The words of how a person wants the desk to be.</summary>
public sealed class PreferringTexts;
