using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>Adds up what tickets leave on days.</summary>
public sealed class DaySums
{
    private readonly Dictionary<(DateOnly Day, int AreaId, Priority Priority), DayFigures> _figures = [];
    private readonly Dictionary<(DateOnly Day, int AreaId), DayParts> _parts = [];

    public IReadOnlyCollection<DayFigures> Figures => _figures.Values;

    public IReadOnlyCollection<DayParts> Parts => _parts.Values;

    public void Add(DayShare share)
    {
        if (share.Figure is Figure.Kind or Figure.Channel or Figure.Topic or Figure.Wait)
        {
            if (!_parts.TryGetValue((share.Day, share.AreaId), out var parts)) _parts.Add((share.Day, share.AreaId), parts = new(share.Day, share.AreaId));
            parts.Add(share);
            return;
        }

        if (!_figures.TryGetValue((share.Day, share.AreaId, share.Priority), out var figures))
            _figures.Add((share.Day, share.AreaId, share.Priority), figures = new(share.Day, share.AreaId, share.Priority));
        figures.Add(share.Figure, share.Figure is Figure.Overdue or Figure.OwedReply ? (int)share.Value : 1);
    }
}
