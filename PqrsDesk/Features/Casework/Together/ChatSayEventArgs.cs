using Microsoft.AspNetCore.Components;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>A line was sent: raised by <c>wwwroot/js/chat.js</c>, which has emptied the box already, so that the next can be typed.</summary>
public sealed class ChatSayEventArgs : EventArgs
{
    public string? Text { get; set; }

    /// <summary>The browser's own name for it.</summary>
    public string? Key { get; set; }
}

/// <summary>Makes the event known to the compiler of components.</summary>
[EventHandler("onchatsay", typeof(ChatSayEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
