namespace PqrsDesk.Architecture;

/// <summary>The rooms of the house and who may look into which. Each answer is the sentence of a fault.</summary>
internal static class Rooms
{
    private const string House = "PqrsDesk";
    private const string Slices = House + ".Features.";

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Domain"] = [],
        ["Ui"] = ["Domain"],
        ["Infrastructure"] = ["Domain"],
        ["Features"] = ["Infrastructure", "Ui", "Domain"],
        ["Shell"] = ["Features", "Infrastructure", "Ui", "Domain"],
    };

    /// <summary>Folders of Features that are no slice: each is one thing that several slices do, and stands by itself.</summary>
    private static readonly string[] Shared = ["Api", "Drafting", "Macros", "RuleChanges"];

    /// <summary>Where all slices are put together.</summary>
    private const string Together = "FeaturesSetup";

    private static readonly string[] Clocks = ["System.TimeProvider", "System.Diagnostics.Stopwatch"];

    public static IEnumerable<string> AgainstTheDirection(IEnumerable<Use> uses) =>
        from use in uses
        let room = RoomOf(use.From.NamespaceOf())
        let to = RoomOf(use.Type.NamespaceOf())
        where room is not null && to is not null && room != to && !MayUse[room].Contains(to)
        select $"{use.Where} uses {use.Type.Named()}, but {room} may not look into {to}: it may use {Listed(MayUse[room])}.";

    public static IEnumerable<string> AcrossSlices(IEnumerable<Use> uses) =>
        from use in uses
        let room = SliceOf(use.From.NamespaceOf())
        let to = SliceOf(use.Type.NamespaceOf())
        where room is not null && to is not null && room != to && !Shared.Contains(room) && !Shared.Contains(to)
        select $"{use.Where} uses {use.Type.Named()}, but the slice {room} may not import the slice {to}: move what they share to the root of Features, to a shared folder below it, or to another room.";

    public static IEnumerable<string> OutOfShared(IEnumerable<Use> uses) =>
        from use in uses
        let room = SliceOf(use.From.NamespaceOf())
        let to = SliceOf(use.Type.NamespaceOf())
        where to is not null && room is not null && room != to && Shared.Contains(room)
        select $"{use.Where} uses {use.Type.Named()}, but {room} is shared by slices and may not import {to}: it stands by itself, on the root of Features and the rooms below.";

    public static IEnumerable<string> FromTheRootOfFeatures(IEnumerable<Use> uses) =>
        from use in uses
        let to = SliceOf(use.Type.NamespaceOf())
        where use.From.NamespaceOf() == Slices.TrimEnd('.') && use.From.Name != Together && to is not null && !Shared.Contains(to)
        select $"{use.Where} uses {use.Type.Named()}, but what stands directly in Features may not import the slice {to}: only {Together} knows all of them.";

    /// <summary>What one slice has for itself belongs into it.</summary>
    public static IEnumerable<string> SharedByFewerThanTwo(IEnumerable<Use> uses)
    {
        var users = (from use in uses
                     let room = SliceOf(use.From.NamespaceOf())
                     let to = SliceOf(use.Type.NamespaceOf())
                     where room is not null && to is not null && room != to && Shared.Contains(to)
                     select (Folder: to, Slice: room)).ToLookup(each => each.Folder, each => each.Slice);
        return from folder in Shared
               let slices = users[folder].Distinct().ToList()
               where slices.Count < 2
               select $"{folder} is shared by nobody{(slices is [var only] ? $" but {only}: it belongs into that slice" : ": it is no folder of Features, or nobody's")}.";
    }

    public static IEnumerable<string> ForeignInDomain(IEnumerable<Use> uses) =>
        from use in uses
        where RoomOf(use.From.NamespaceOf()) == "Domain" && RoomOf(use.Type.NamespaceOf()) is null
        let assembly = use.Type.Scope.Name
        where !assembly.StartsWith("System", StringComparison.Ordinal) && !assembly.StartsWith(House, StringComparison.Ordinal)
        select $"{use.Where} uses {use.Type.Named()} of {assembly}, but Domain knows System.* only.";

    public static IEnumerable<string> ClocksInDomain(IEnumerable<Use> uses) =>
        from use in uses
        where RoomOf(use.From.NamespaceOf()) == "Domain" && ReadsAClock(use)
        select $"{use.Where} reads {use.Type.Named()}.{use.Member}, but Domain reads no clock: take the time as an argument.";

    public static IEnumerable<string> Sleeping(IEnumerable<Use> uses) =>
        from use in uses
        where use.Type.FullName == "System.Threading.Thread" && use.Member == "Sleep"
        select $"{use.Where} sleeps: wait for what should happen instead.";

    private static bool ReadsAClock(Use use) =>
        Clocks.Contains(use.Type.FullName)
        || (use.Type.FullName is "System.DateTime" or "System.DateTimeOffset" && use.Member is "get_Now" or "get_UtcNow" or "get_Today")
        || (use.Type.FullName == "System.Environment" && use.Member is "get_TickCount" or "get_TickCount64");

    private static string? RoomOf(string space) => space.Split('.') is [House, var room, ..] && MayUse.ContainsKey(room) ? room : null;

    private static string? SliceOf(string space) => space.StartsWith(Slices, StringComparison.Ordinal) ? space[Slices.Length..].Split('.')[0] : null;

    private static string Listed(string[] rooms) => rooms.Length == 0 ? "nothing but itself" : string.Join(", ", rooms);
}
