using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Localization;
using PqrsDesk.Infrastructure;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.StatusPages;

/// <summary><c>/estado/avisos.xml</c>: what everybody is told of incidents, as an Atom feed (RFC 4287).</summary>
internal static class StatusFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The newest; readers keep what they have seen.</summary>
    private const int Most = 30;

    public static void MapStatusFeed(this IEndpointRouteBuilder routes) => routes.MapGet(DeskUrls.PublicStatusFeed, FeedAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> FeedAsync(ReadStatus read, DeskSettings settings, HttpContext http, IStringLocalizer<StatusTexts> texts, IStringLocalizer<AvailabilityTexts> words)
    {
        var board = await read.RunAsync();
        var page = (settings.PublicAddress ?? $"{http.Request.Scheme}://{http.Request.Host}") + DeskUrls.PublicStatus;
        using var bytes = new MemoryStream();
        await using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true }))
        {
            await xml.WriteStartElementAsync(null, "feed", Atom);
            Write(xml, "title", $"{settings.Name}: {texts["Title"]}");
            Write(xml, "id", page);
            Write(xml, "updated", Written(board.Incidents.Select(incident => incident.ChangedAt).Append(DateTimeOffset.UnixEpoch).Max()));
            Link(xml, page, null);
            Link(xml, (settings.PublicAddress ?? $"{http.Request.Scheme}://{http.Request.Host}") + DeskUrls.PublicStatusFeed, "self");
            foreach (var incident in board.Incidents.OrderByDescending(incident => incident.ChangedAt).Take(Most)) Write(xml, incident, page, settings.Name, texts, words);
            await xml.WriteEndElementAsync();
        }

        http.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static void Write(XmlWriter xml, PublicIncident incident, string page, string house, IStringLocalizer<StatusTexts> texts, IStringLocalizer<AvailabilityTexts> words)
    {
        xml.WriteStartElement("entry", Atom);
        Write(xml, "title", $"{incident.Product} · {(incident.Until is null ? words[$"State.{incident.State}"] : texts["Solved"])}");
        Write(xml, "id", string.Create(CultureInfo.InvariantCulture, $"{page}#incidente-{incident.Id}"));
        Write(xml, "published", Written(incident.From));
        Write(xml, "updated", Written(incident.ChangedAt));
        xml.WriteStartElement("author", Atom);
        Write(xml, "name", house);
        xml.WriteEndElement();
        Link(xml, page, null);
        Write(xml, "content", string.Join("\n\n", incident.Updates.Select(update => update.Text).Append(incident.Text).OfType<string>().DefaultIfEmpty(words[$"State.{incident.State}"])));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

    private static void Link(XmlWriter xml, string address, string? relation)
    {
        xml.WriteStartElement("link", Atom);
        if (relation is not null) xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>What people typed may hold signs that no XML can.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value >= 0x10000 || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune.ToString());
        return clean.ToString();
    }

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
