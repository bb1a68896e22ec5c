using System.Text;

namespace PqrsDesk.Features.Importing;

/// <summary>A small map and files for it, in a folder of their own.</summary>
internal sealed class SampleImport : IDisposable
{
    public const string Header = "id,opened,due,closed,what,topic,kind,by,unit,mail";

    public const string Map = """
        {
          // A map may have comments.
          "source": "old-desk",
          "dates": { "timeZone": "America/New_York", "formats": ["yyyy-MM-dd HH:mm"] },
          "fields": {
            "externalId": "id",
            "filedAt": "opened",
            "dueAt": "due",
            "closedAt": "closed",
            "subject": { "template": "{what}: {topic}" },
            "topic": "topic",
            "kind": { "column": "kind", "values": { "Q": "complaint", "R": "claim" }, "default": "petition" },
            "channel": { "column": "by", "values": { "phone": "telephone" } },
            "area": { "column": "unit", "default": "General" },
            "petitionerName": "mail",
            "petitionerEmail": "mail",
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("pqrsdesk-import-").FullName;

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public string Write(string name, string text, Encoding? encoding = null)
    {
        File.WriteAllText(Path(name), text, encoding ?? new UTF8Encoding(false));
        return Path(name);
    }

    /// <summary>A row of <see cref="Header"/> that can be imported.</summary>
    public static string Row(
        object id, string opened = "2015-06-01 10:00", string due = "", string closed = "", string what = "Lamp out", string topic = "Light",
        string kind = "R", string by = "phone", string unit = "Works", string mail = "") => string.Join(',', id, opened, due, closed, what, topic, kind, by, unit, mail);

    public ImportFile Open(params IEnumerable<string> rows) => Open(Map, rows);

    public ImportFile Open(string map, IEnumerable<string> rows) =>
        ImportFile.Open(Write("rows.csv", string.Join('\n', [Header, .. rows])), Write("map.json", map));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
