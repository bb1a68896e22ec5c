using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Identity;

/// <summary>A key that cookies and antiforgery tokens are sealed with, as the framework writes it.</summary>
public sealed class ProtectionKey
{
    public const int NameLimit = 200;

    public int Id { get; private set; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

/// <summary>Keeps the keys in the database, so that every node reads the cookies of every other.</summary>
/// <remarks>Who can read the database can make a cookie; who can read it has the tickets already.</remarks>
public sealed class ProtectionKeys(IDbContextFactory<DeskDb> desk) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = desk.CreateDbContext();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = desk.CreateDbContext();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

/// <summary>Tells the framework where the keys are; those of a folder, where they were kept before, are taken along once.</summary>
public sealed class KeysInDatabase(IDbContextFactory<DeskDb> desk, DeskSettings settings) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        var keys = new ProtectionKeys(desk);
        var folder = Path.Combine(settings.DataFolder, "keys");
        if (Directory.Exists(folder) && keys.GetAllElements().Count == 0)
        {
            foreach (var file in Directory.GetFiles(folder, "*.xml")) keys.StoreElement(XElement.Load(file), Path.GetFileNameWithoutExtension(file));
        }

        options.XmlRepository = keys;
    }
}
