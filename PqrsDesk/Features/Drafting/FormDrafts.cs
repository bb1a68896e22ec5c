using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PqrsDesk.Features.Drafting;

/// <summary>Forms that people have begun to fill in, kept on the server as replies are.</summary>
public sealed class FormDrafts(Drafts drafts, ILogger<FormDrafts> log)
{
    /// <param name="key">Of the thing that is written, among those of one person.</param>
    /// <param name="fresh">As it is opened when nothing was begun.</param>
    public async Task<FormDraft<T>> OpenAsync<T>(int staffId, string key, T fresh, CancellationToken cancel)
        where T : class
    {
        var draft = new FormDraft<T>(staffId, key, fresh, read => new DraftPen(drafts, staffId, key, read, log));
        if (await drafts.ReadAsync<KeptForm<T>>(staffId, key, cancel) is { Form: not null } kept) draft.Recover(kept);
        return draft;
    }
}

/// <param name="From">What stood there when it was begun.</param>
public sealed record KeptForm<T>(string From, T Form);

/// <summary>A form while one person fills it in. What differs from what it was opened with is kept.</summary>
public sealed class FormDraft<T> : IAsyncDisposable
    where T : class
{
    private readonly DraftPen _pen;
    private readonly string _from;
    private readonly string _name;
    private bool _done;

    internal FormDraft(int staffId, string key, T fresh, Func<Func<string?>, DraftPen> pen)
    {
        (Form, _from) = (fresh, JsonSerializer.Serialize(fresh));
        _name = FormattableString.Invariant($"{staffId}:{key}:{Hash}");
        _pen = pen(() => Text);
    }

    public T Form { get; private set; }

    /// <summary>It was begun on another connection.</summary>
    public bool Recovered { get; private set; }

    /// <summary>Somebody has saved something else since it was begun.</summary>
    public bool Outdated { get; private set; }

    private string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_from)))[..12];

    private string? Text => _done || JsonSerializer.Serialize(Form) is var text && text == _from ? null : JsonSerializer.Serialize(new KeptForm<T>(_from, Form));

    /// <summary>What the browser keeps of a box of it, until the server has heard it. What was saved since is not written over by it.</summary>
    public string Named(string box) => $"{_name}:{box}";

    /// <summary>It may have changed.</summary>
    public void Touch() => _pen.Touch();

    /// <summary>It was saved, or what it was about is gone.</summary>
    public Task ForgetAsync()
    {
        _done = true;
        return _pen.WriteAsync();
    }

    /// <summary>It begins again from what there is.</summary>
    public Task DiscardAsync()
    {
        (Form, Recovered, Outdated) = (JsonSerializer.Deserialize<T>(_from)!, false, false);
        return _pen.WriteAsync();
    }

    public ValueTask DisposeAsync() => _pen.DisposeAsync();

    internal void Recover(KeptForm<T> kept)
    {
        (Form, Recovered, Outdated) = (kept.Form, true, kept.From != _from);
        _pen.Begin(JsonSerializer.Serialize(kept));
    }
}
