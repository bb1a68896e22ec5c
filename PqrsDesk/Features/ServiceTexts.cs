namespace PqrsDesk.Features;

/// <summary>The tabs of customers and of what they are served with.</summary>
public sealed class ServiceTexts;
