namespace PqrsDesk.Shell;

/// <summary>The words of the frame: rail, top bar, keyboard help, not found, error, connection.</summary>
public sealed class ShellTexts;
