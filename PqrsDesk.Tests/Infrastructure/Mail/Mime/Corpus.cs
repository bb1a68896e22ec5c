using System.Text.Json;
using PqrsDesk.Architecture;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>Awkward messages that were written for the tests, each with what is expected of it beside it.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.Combine(Repository.Root, "PqrsDesk.Tests", "Infrastructure", "Mail", "Corpus");

    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.eml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    public static byte[] Message(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".eml"));

    public static JsonElement Expected(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json"))).RootElement;
}
