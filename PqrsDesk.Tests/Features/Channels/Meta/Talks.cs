using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Conversations of a desk without a server; a test says only what it is about.</summary>
internal static class Talks
{
    public static async Task TakeAsync(this TestDesk desk, string body) =>
        Assert.True(await desk.Get<TakeMetaNews>().RunAsync(MetaReader.Read(Encoding.UTF8.GetBytes(body)), CancellationToken.None));

    /// <returns>The number of the case that it began.</returns>
    public static async Task<string> TalkAsync(this TestDesk desk, string? body = null)
    {
        await desk.TakeAsync(body ?? MetaPeer.WhatsApp(MetaPeer.Text("wamid.I1", desk.Clock.Now, "Me cobraron dos veces.")));
        return await desk.ReadAsync(db => db.Tickets.OrderByDescending(ticket => ticket.Id).Select(ticket => ticket.Number).FirstAsync());
    }

    public static Task<int> SendAsync(this TestDesk desk) => desk.Get<SendMessages>().RunAsync(desk.Clock.Now, CancellationToken.None);

    public static Task<int> FetchAsync(this TestDesk desk) => desk.Get<FetchMedia>().RunAsync(desk.Clock.Now, CancellationToken.None);
}
