using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>Tracking codes on their way to a receipt that is not sent yet: sealed, for the desk itself alone, on any node.</summary>
/// <remarks>Data protection may have to read or make a key, in the database: never inside a transaction that writes.</remarks>
public sealed class SealedCodes(IDataProtectionProvider protection, MailSettings settings)
{
    private readonly IDataProtector _protector = protection.CreateProtector("mail", "tracking code");

    /// <returns>Null where nothing is sent.</returns>
    public string? Seal(TrackingCode code) => settings.Smtp is null ? null : _protector.Protect(code.ToString());

    /// <returns>Null when there is none, or its key is gone.</returns>
    public string? Open(string? seal)
    {
        if (seal is null) return null;
        try
        {
            return _protector.Unprotect(seal);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
