namespace PqrsDesk.Domain.Tickets;

/// <summary>How a petition is given up.</summary>
public enum WithdrawalKind
{
    Express = 1,
    Tacit = 2,
}
