using Microsoft.AspNetCore.Components.Server.Circuits;

namespace PqrsDesk.Infrastructure.Presence;

/// <summary>One tab at one ticket, from opening it to leaving.</summary>
public sealed class Visit : IDisposable
{
    private readonly PresenceBook _book;
    private Seat _seat;
    private bool _isOver;

    internal Visit(PresenceBook book, Seat seat) => (_book, _seat) = (book, seat);

    public void Write(bool writes)
    {
        if (writes == _seat.Writes) return;
        _seat = _seat with { Writes = writes };
        Show();
    }

    /// <summary>To colleagues, beside the case.</summary>
    public void Chat(bool writes)
    {
        if (writes == _seat.Chats) return;
        _seat = _seat with { Chats = writes };
        Show();
    }

    public void Dispose()
    {
        _isOver = true;
        Hide();
    }

    internal void Show()
    {
        if (!_isOver) _book.Put(_seat);
    }

    internal void Hide() => _book.Remove(_seat.Id);
}

/// <summary>The visits of one tab. When its connection breaks they end at once, though the tab's state is kept for a while in case it comes back.</summary>
public sealed class TabVisits(PresenceBook book) : CircuitHandler
{
    private readonly List<Visit> _visits = [];

    public Visit Enter(string radicado, int memberId, string name)
    {
        var visit = book.Enter(radicado, memberId, name);
        _visits.Add(visit);
        return visit;
    }

    public void Leave(Visit visit)
    {
        _visits.Remove(visit);
        visit.Dispose();
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _visits.ForEach(visit => visit.Hide());
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _visits.ForEach(visit => visit.Show());
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        foreach (var visit in _visits) visit.Dispose();
        _visits.Clear();
        return Task.CompletedTask;
    }
}
