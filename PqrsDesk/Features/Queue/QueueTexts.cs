namespace PqrsDesk.Features.Queue;

/// <summary>The words of the queue: its page, its filters, its actions, and its list for programs.</summary>
public sealed class QueueTexts;
