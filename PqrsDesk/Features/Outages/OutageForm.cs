using System.Globalization;
using PqrsDesk.Domain.Availability;

namespace PqrsDesk.Features.Outages;

/// <summary>An outage as it is typed.</summary>
public sealed class OutageForm
{
    /// <summary>Null: a new one.</summary>
    public int? Id { get; init; }

    /// <summary>The version that was opened.</summary>
    public int? Seen { get; init; }
    public string ProductId { get; set; } = "";
    public LocalMoment From { get; init; } = new();
    public bool Ended { get; set; }
    public LocalMoment Until { get; init; } = new();
    public OutageReach Reach { get; set; } = OutageReach.Full;
    public string Percent { get; set; } = "50";
    public string Summary { get; set; } = "";
    public string PublicText { get; set; } = "";
    public string Cause { get; set; } = "";
    public bool JoinsFilings { get; set; }

    public static OutageForm New(int? productId, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        ProductId = productId?.ToString(CultureInfo.InvariantCulture) ?? "",
        From = LocalMoment.Of(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), zone),
        Until = LocalMoment.Of(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), zone),
    };

    public static OutageForm Of(Outage outage, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Id = outage.Id, Seen = outage.Version, ProductId = outage.ProductId.ToString(CultureInfo.InvariantCulture), From = LocalMoment.Of(outage.From, zone), Ended = outage.Until is not null,
        Until = LocalMoment.Of(outage.Until ?? now, zone), Reach = outage.Reach, Percent = (outage.Reach == OutageReach.Partial ? outage.Percent : 50).ToString(CultureInfo.InvariantCulture),
        Summary = outage.Summary, PublicText = outage.PublicText ?? "", Cause = outage.Cause ?? "", JoinsFilings = outage.JoinsFilings,
    };

    /// <param name="before">As it was opened: what was not touched keeps the seconds that no field shows.</param>
    public OutageDetails ToDetails(TimeZoneInfo zone, Outage? before = null) => new(
        Same(From, before?.From, zone), Ended ? Same(Until, before?.Until, zone) ?? DateTimeOffset.MinValue : null, Reach,
        Reach == OutageReach.Partial ? int.TryParse(Percent, NumberStyles.Integer, CultureInfo.InvariantCulture, out var percent) ? percent : -1 : null, Summary.Trim())
    {
        PublicText = Blank(PublicText), Cause = Blank(Cause), JoinsFilings = JoinsFilings,
    };

    private static DateTimeOffset? Same(LocalMoment typed, DateTimeOffset? before, TimeZoneInfo zone) =>
        before is { } was && LocalMoment.Of(was, zone) is var shown && shown.Day == typed.Day && shown.Hour == typed.Hour ? was : typed.At(zone);

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
