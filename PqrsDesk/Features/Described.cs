using PqrsDesk.Ui;

namespace PqrsDesk.Features;

/// <summary>What a screen reader says of a field beside its label: its help, and what is wrong with it.</summary>
internal static class Described
{
    public static Dictionary<string, object> By(string id, string? error, bool helped = false)
    {
        var said = new Dictionary<string, object>();
        string[] by = [.. helped ? [Field.HelpId(id)] : Array.Empty<string>(), .. error is null ? Array.Empty<string>() : [Field.ErrorId(id)]];
        if (by.Length > 0) said["aria-describedby"] = string.Join(' ', by);
        if (error is not null) said["aria-invalid"] = "true";
        return said;
    }
}
