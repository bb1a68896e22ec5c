using System.Text.Json;

namespace PqrsDesk.Features.Casework;

/// <summary>The part of a draft that is kept on the server.</summary>
public sealed record KeptWords(string Reply, string Note, string Waiting, string Cause, int? Seen)
{
    private static readonly KeptWords Nothing = new("", "", "", "", null);

    /// <summary>The articles that were put into the reply; null in what was kept before there were any.</summary>
    public IReadOnlyList<PutArticle>? Put { get; init; }

    /// <summary>Files of the case that go along; null: none.</summary>
    public IReadOnlyList<Guid>? FilesOnCase { get; init; }

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>
    /// Somebody who writes in two tabs, or on two machines: the reply of one and the note of the other are both kept, and what
    /// one of them sends takes away nothing that the other wrote. Where both wrote the same one, the last counts.
    /// </summary>
    /// <param name="before">What this one wrote down last.</param>
    /// <param name="stored">What is on the server by now.</param>
    /// <param name="text">What is to be written; null: nothing is left here.</param>
    public static string? Join(string? before, string? stored, string? text)
    {
        if (stored is null || stored == before) return text;
        var (was, there, here) = (Read(before), Read(stored), Read(text));
        var reply = Stays(was.Reply, there.Reply, here.Reply) ? there : here;
        var joined = reply with { Note = Stays(was.Note, there.Note, here.Note) ? there.Note : here.Note };
        return joined is { Reply: "", Note: "" } ? null : joined.Write();
    }

    /// <summary>What was not touched here, or was sent here while the other went on.</summary>
    private static bool Stays(string was, string there, string here) => here == was || (here.Length == 0 && there != was);

    private static KeptWords Read(string? text)
    {
        try
        {
            return text is null ? Nothing : JsonSerializer.Deserialize<KeptWords>(text) ?? Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }
}
