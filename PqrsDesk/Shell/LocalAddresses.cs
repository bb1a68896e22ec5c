using Microsoft.AspNetCore.Components;

namespace PqrsDesk.Shell;

public static class LocalAddresses
{
    /// <summary>Path and query of where the person is, to come back to.</summary>
    public static string LocalAddress(this NavigationManager navigation) => new Uri(navigation.Uri).PathAndQuery;
}
