namespace PqrsDesk.Shell;

/// <summary>The words of the command line that belong to no feature.</summary>
public sealed class CommandsTexts;
