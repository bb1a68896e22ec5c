namespace PqrsDesk.Features.Queue;

/// <summary>The words of what is done to many cases at once.</summary>
public sealed class HandlingTexts;
