using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

namespace PqrsDesk.Ui;

#pragma warning disable BL0006 // To draw once what many circuits show, the frames have to be read; a change of their kind fails loudly here.

/// <summary>What a fragment draws, as text: one frame for the renderer to keep and compare, in place of dozens.</summary>
public static class Markup
{
    // Escapes what HTML needs escaped, and leaves accents as they are.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Elements that have no end.
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase) { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    /// <param name="fragment">Elements and texts alone: neither components nor handlers of events.</param>
    /// <exception cref="NotSupportedException">It has something that text cannot carry.</exception>
    public static string Of(RenderFragment fragment)
    {
        using var builder = new RenderTreeBuilder();
        fragment(builder);
        var frames = builder.GetFrames();
        var html = new StringBuilder();
        Write(html, frames.Array.AsSpan(0, frames.Count));
        return html.ToString();
    }

    private static void Write(StringBuilder html, ReadOnlySpan<RenderTreeFrame> frames)
    {
        for (var at = 0; at < frames.Length; at++)
        {
            var frame = frames[at];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Text:
                    html.Append(Encoder.Encode(frame.TextContent));
                    break;
                case RenderTreeFrameType.Markup:
                    html.Append(frame.MarkupContent);
                    break;
                case RenderTreeFrameType.Region:
                    Write(html, frames.Slice(at + 1, frame.RegionSubtreeLength - 1));
                    at += frame.RegionSubtreeLength - 1;
                    break;
                case RenderTreeFrameType.Element:
                    Element(html, frame.ElementName, frames.Slice(at + 1, frame.ElementSubtreeLength - 1));
                    at += frame.ElementSubtreeLength - 1;
                    break;
                default:
                    throw new NotSupportedException($"{frame.FrameType} cannot be drawn as text.");
            }
        }
    }

    private static void Element(StringBuilder html, string name, ReadOnlySpan<RenderTreeFrame> inside)
    {
        html.Append('<').Append(name);
        var attributes = 0;
        for (; attributes < inside.Length && inside[attributes].FrameType == RenderTreeFrameType.Attribute; attributes++) Attribute(html, inside[attributes]);
        html.Append('>');
        if (Void.Contains(name)) return;
        Write(html, inside[attributes..]);
        html.Append("</").Append(name).Append('>');
    }

    private static void Attribute(StringBuilder html, RenderTreeFrame attribute)
    {
        // The builder has left out what is null or false.
        var value = attribute.AttributeValue switch
        {
            string text => text,
            true => "",
            var other => throw new NotSupportedException($"{attribute.AttributeName} is {other}, which cannot be drawn as text."),
        };
        html.Append(' ').Append(attribute.AttributeName).Append("=\"").Append(Encoder.Encode(value)).Append('"');
    }
}
