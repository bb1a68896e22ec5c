namespace PqrsDesk.Features;

/// <summary>The words of contracts and of the levels of service that they are for.</summary>
public sealed class ContractTexts;
