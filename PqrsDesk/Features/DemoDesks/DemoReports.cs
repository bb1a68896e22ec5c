using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>Last month's report of the customer who filed most in it: what a lead said to it, and two actions, of which one is still open.</summary>
internal static class DemoReports
{
    public static void Add(DeskDb db, IEnumerable<Ticket> tickets, IReadOnlyList<Customer> customers, IEnumerable<StaffMember> staff, DateOnly today, DateTimeOffset now)
    {
        var last = Period.Month(today).Previous;
        var month = last.From;
        var customer = customers.MaxBy(each => tickets.Count(ticket => ticket.CustomerId == each.Id && last.Contains(ticket.FiledOn)))!;
        var lead = staff.First(member => member.Role == Role.Lead).Name;
        db.MonthRemarks.Add(new()
        {
            CustomerId = customer.Id,
            Month = month,
            Text = "Se acordó con el cliente un solo correo para los avisos de corte. Falta que nos envíe la lista de quienes aprueban los cambios de tarifa.",
            ChangedAt = now,
            ChangedBy = lead,
        });
        var done = Action("Avisar los cambios de tarifa con una semana de anticipación", lead, month.AddDays(20), month);
        done.Put(ActionState.Done, month);
        db.ReportActions.AddRange(done, Action("Acordar con Jurídica un concepto en dos días hábiles para los reclamos de este cliente", lead, today.AddDays(20), month));

        ReportAction Action(string text, string responsible, DateOnly dueOn, DateOnly raisedIn) =>
            new() { CustomerId = customer.Id, Text = text, Responsible = responsible, DueOn = dueOn, RaisedIn = raisedIn, ChangedAt = now, ChangedBy = lead };
    }
}
