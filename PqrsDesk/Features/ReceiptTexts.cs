namespace PqrsDesk.Features;

/// <summary>The words of a receipt, whoever hands it out.</summary>
public sealed class ReceiptTexts;
