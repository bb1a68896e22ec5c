using PqrsDesk.Ui;

namespace PqrsDesk.Shell.Preferring;

/// <summary>What a person wants of their keys.</summary>
/// <param name="Make">From the keys as they are kept now.</param>
/// <param name="Said">What is said of it once it is done.</param>
public sealed record KeyChange(Func<KeyMap, KeyMap> Make, string Said);
