namespace PqrsDesk.Features.Queue.Views;

/// <summary>The words of saved views, of how a list is laid out, and of filters with several values.</summary>
public sealed class ViewTexts;
