namespace PqrsDesk.Features.Protocols;

/// <summary>The page where the rules of good care are kept.</summary>
public sealed class ProtocolTexts;
