using System.Text.Json;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>One person writes on one case in two tabs: nothing that either of them holds is taken away by the other.</summary>
public sealed class KeptWordsTests
{
    [Theory]

    // The note of this tab beside the reply of the other, and what is left when the note was saved.
    [InlineData("", "", "Respuesta", "", "", "Nota", "Respuesta", "Nota")]
    [InlineData("", "Nota", "Respuesta", "Nota", "", "", "Respuesta", "")]

    // Sent here while the other wrote on, and nowhere written on.
    [InlineData("Uno", "", "Uno y dos", "", "", "", "Uno y dos", "")]
    [InlineData("Uno", "", "Uno", "", "", "", null, null)]

    // Both wrote the reply: the last counts.
    [InlineData("Uno", "", "Otro", "", "Uno más", "", "Uno más", "")]
    public void Both_are_kept(string wasReply, string wasNote, string storedReply, string storedNote, string reply, string note, string? keptReply, string? keptNote)
    {
        var joined = KeptWords.Join(Text(wasReply, wasNote), Text(storedReply, storedNote), Text(reply, note));

        var kept = joined is null ? null : JsonSerializer.Deserialize<KeptWords>(joined);
        Assert.Equal((keptReply, keptNote), (kept?.Reply, kept?.Note));
    }

    [Fact]
    public void What_goes_with_a_reply_stays_with_it_and_what_cannot_be_read_is_nothing()
    {
        var stored = new KeptWords("Respuesta", "", "La factura", "2", 4) { FilesOnCase = [Guid.NewGuid()] };

        var joined = JsonSerializer.Deserialize<KeptWords>(KeptWords.Join(null, stored.Write(), Text("", "Nota"))!)!;
        Assert.Equal(("La factura", "2", 4, 1, "Nota"), (joined.Waiting, joined.Cause, joined.Seen, joined.FilesOnCase!.Count, joined.Note));
        Assert.Equal("Uno", JsonSerializer.Deserialize<KeptWords>(KeptWords.Join(null, "{", Text("Uno", ""))!)!.Reply);
    }

    private static string? Text(string reply, string note) => reply.Length + note.Length == 0 ? null : new KeptWords(reply, note, "", "", null).Write();
}
