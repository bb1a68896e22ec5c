namespace PqrsDesk.Ui;

/// <summary>The words of the widgets, and the names of the domain's enumerations.</summary>
public sealed class UiTexts;
