using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure;

/// <summary>The section <c>Desk</c> of the settings, checked once at start.</summary>
public sealed record DeskSettings
{
    public const long DefaultFileLimit = 100L * 1024 * 1024;

    /// <summary>The name that pages and reports carry.</summary>
    public required string Name { get; init; }

    /// <summary>Where the SQLite file and the attachments are kept.</summary>
    public required string DataFolder { get; init; }
    public required FilingNumberTemplate FilingNumber { get; init; }

    /// <summary>The zone of new calendars, and of the desk until it has its legal calendar.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Bytes of one attachment at most.</summary>
    public required long FileLimit { get; init; }

    /// <summary>Where citizens reach the desk, such as <c>https://pqrs.entidad.gov.co</c>, without a slash at the end; null: letters name no address.</summary>
    public required string? PublicAddress { get; init; }

    /// <summary>Whether an empty database is filled with the demo desk: Development only, unless said otherwise.</summary>
    public required bool Demo { get; init; }
    public required bool DemoTraffic { get; init; }

    /// <summary>Forms of the portal that one address may send in ten minutes. Many people can share one.</summary>
    public required int PortalForms { get; init; }

    /// <summary>Pairs of radicado and code that one address may try in ten minutes.</summary>
    public required int PortalLookups { get; init; }

    /// <summary>Requests that one key may send in a minute to each node; 0: as many as it likes.</summary>
    public required int ApiRequests { get; init; }

    /// <summary>Cases to work on that one person may hold before none is handed out to them, where neither they nor their area have a limit of their own.</summary>
    public required int CaseLimit { get; init; }

    /// <summary>What a monitor says is down again within so many minutes is the same outage.</summary>
    public int FlapMinutes { get; init; } = 5;

    /// <exception cref="SettingException">A setting is not usable; the message is one sentence that names it.</exception>
    public static DeskSettings Read(IConfiguration settings, IHostEnvironment host)
    {
        var desk = settings.GetSection("Desk");
        return new DeskSettings
        {
            Name = desk["Name"] ?? "PqrsDesk",
            DataFolder = Path.GetFullPath(desk["DataFolder"] ?? "data", host.ContentRootPath),
            FilingNumber = Checked("Desk:FilingNumber", () => new FilingNumberTemplate(desk["FilingNumber"] ?? "PQRS-{yyyy}-{seq:000000}")),
            Zone = Checked("Desk:TimeZone", () => TimeZoneInfo.FindSystemTimeZoneById(desk["TimeZone"] ?? "America/Bogota")),
            FileLimit = Checked("Desk:FileLimitMiB", () => desk.GetValue("FileLimitMiB", DefaultFileLimit / 1024 / 1024) * 1024 * 1024),
            PublicAddress = Checked("Desk:PublicAddress", () => AddressOf(desk["PublicAddress"])),
            Demo = Checked("Desk:Demo:Enabled", () => desk.GetValue("Demo:Enabled", host.IsDevelopment())),
            PortalForms = Checked("Desk:Portal:FormsPerAddress", () => AtLeast(1, desk.GetValue("Portal:FormsPerAddress", 60))),
            PortalLookups = Checked("Desk:Portal:LookupsPerAddress", () => AtLeast(1, desk.GetValue("Portal:LookupsPerAddress", 60))),
            ApiRequests = Checked("Desk:Api:RequestsPerMinute", () => AtLeast(0, desk.GetValue("Api:RequestsPerMinute", 300_000))),
            CaseLimit = Checked("Desk:CaseLimit", () => AtLeast(1, desk.GetValue("CaseLimit", 30))),
            FlapMinutes = Checked("Desk:Availability:FlapMinutes", () => AtLeast(0, desk.GetValue("Availability:FlapMinutes", 5))),
            DemoTraffic = Checked("Desk:Demo:Traffic", () => desk.GetValue("Demo:Traffic", false)),
        };
    }

    private static string? AddressOf(string? said) =>
        string.IsNullOrWhiteSpace(said) ? null
        : Uri.TryCreate(said.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 ? address.GetLeftPart(UriPartial.Path).TrimEnd('/')
        : throw new FormatException("It must be an address such as https://pqrs.example.org.");

    private static int AtLeast(int least, int number) => number >= least ? number : throw new FormatException($"It must be {least} or more.");

    private static T Checked<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is FormatException or TimeZoneNotFoundException or InvalidTimeZoneException or InvalidOperationException)
        {
            throw new SettingException($"{name} is not usable: {wrong.Message}");
        }
    }
}
