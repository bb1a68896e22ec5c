namespace PqrsDesk.Features.Receiving;

/// <summary>The words of the reception: telephone, counter, paper.</summary>
public sealed class ReceivingTexts;
