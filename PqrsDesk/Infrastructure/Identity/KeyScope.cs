namespace PqrsDesk.Infrastructure.Identity;

/// <summary>The one thing that a key opens.</summary>
public enum KeyScope
{
    /// <summary>Saying what is down, and what is up again.</summary>
    Monitor = 1,
}
