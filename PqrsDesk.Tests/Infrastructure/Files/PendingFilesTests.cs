using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Files;

public sealed class PendingFilesTests : IAsyncLifetime
{
    private TestDesk desk = null!;

    private FileStore Store => desk.Get<FileStore>();

    public async Task InitializeAsync() => desk = await TestDesk.StartAsync(settings: ("Desk:FileLimitMiB", "1"));

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_form_that_is_left_leaves_nothing_on_disk()
    {
        using var files = new PendingFiles(Store);
        var file = await AddAsync(files);
        files.Dispose();
        Assert.Null(Store.Find(file.Id));
    }

    [Fact]
    public async Task What_a_ticket_names_stays_and_what_was_refused_is_still_told()
    {
        using var files = new PendingFiles(Store);
        var file = await AddAsync(files);
        await files.AddAsync("vacio.txt", null, 0, _ => Stream.Null, () => { });

        files.Keep();
        files.Dispose();

        Assert.NotNull(Store.Find(file.Id));
        Assert.Empty(files.Stored);
    }

    [Fact]
    public async Task What_is_too_large_by_its_own_word_is_not_even_opened()
    {
        using var files = new PendingFiles(Store);
        await files.AddAsync("grande.bin", null, Store.Limit + 1, _ => throw new InvalidOperationException("It was opened."), () => { });
        Assert.Equal(RefusalCode.FileTooLarge, Assert.Single(files.All).Refusal!.Code);
    }

    [Fact]
    public async Task A_file_taken_off_the_form_while_it_comes_is_not_kept()
    {
        using var files = new PendingFiles(Store);
        await files.AddAsync("a.txt", null, 1, _ => new MemoryStream([1]), () => files.Remove(files.All[0]));

        Assert.Empty(files.All);
        Assert.Empty(Directory.GetFiles(Path.Combine(desk.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_no_longer_on_the_form()
    {
        using var files = new PendingFiles(Store);
        await Assert.ThrowsAsync<IOException>(() => files.AddAsync("a.txt", null, 1, _ => throw new IOException("Moved."), () => { }));
        Assert.Empty(files.All);
    }

    private static async Task<StoredFile> AddAsync(PendingFiles files)
    {
        await files.AddAsync("a.txt", "text/plain", 1, _ => new MemoryStream([1]), () => { });
        return Assert.Single(files.Stored);
    }
}
