using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Testing;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>A customer's March of 2026 by fixed instants: what a report of it says was worked out by hand.</summary>
/// <remarks>
/// The general policy promises a case of medium priority a first reply in 240 business minutes and an answer in 2,400, from
/// 8:00 to 12:00 and 13:00 to 17:00 from Monday to Friday. Monday 23 March is a holiday.
/// </remarks>
public sealed record CustomerMonth(Customer Customer, string Prompt, string SlowReply, string SlowAnswer, string Forgotten, string Reserved, string Anonymous)
{
    public static Period March { get; } = Period.Month(2026, 3);

    /// <summary>Leaves the clock on 1 April, 9:00 in Bogotá.</summary>
    public static async Task<CustomerMonth> LiveAsync(TestDesk desk, string name = "Acueducto del Norte")
    {
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard, name);
        var somebodyElse = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var filing = Samples.Filing with { CustomerId = customer.Id };
        var rosa = new PetitionerDetails { Name = "Rosa Cortés", Email = "rosa@acueducto.example", Document = "CC 1.001" };

        // Tuesday 3 March, 10:00. One of another customer counts nowhere.
        var prompt = (await desk.FileAsync(filing with { Topic = "Cobros", Subject = "Cobro doble" }, rosa)).Number;
        var slowReply = (await desk.FileAsync(filing with { Topic = "Cobros", Subject = "Cobro de un servicio suspendido" }, rosa)).Number;
        var slowAnswer = (await desk.FileAsync(filing with { Kind = TicketKind.Petition, Subject = "Copia del contrato" }, rosa)).Number;
        var reserved = (await desk.FileAsync(filing with { Subject = "Un funcionario pide dinero" }, new() { Name = "Testigo", Email = "testigo@acueducto.example", Reserved = true })).Number;
        var anonymous = (await desk.FileAsync(filing with { Subject = "Nadie debe saber quién soy" }, Samples.Nobody)).Number;
        await desk.FileAsync(Samples.Filing with { CustomerId = somebodyElse.Id });

        At(desk, 3, 10, 30);
        await desk.ReplyAsync(slowAnswer);
        At(desk, 3, 11, 0);
        foreach (var number in (string[])[prompt, reserved, anonymous]) await desk.ReplyAsync(number);
        At(desk, 3, 16, 0);
        await desk.ReplyAsync(slowReply);
        await desk.AnswerAsync(slowReply);

        At(desk, 4, 10, 0);
        foreach (var number in (string[])[prompt, reserved, anonymous]) await desk.AnswerAsync(number);
        await desk.CloseAsync(prompt);
        await JudgeAsync(desk, prompt, true);
        await JudgeAsync(desk, slowReply, false);

        At(desk, 5, 9, 0);
        var forgotten = (await desk.FileAsync(filing with { Subject = "Sin agua desde ayer" }, rosa)).Number;
        At(desk, 12, 10, 0);
        await desk.AnswerAsync(slowAnswer);
        await desk.ChangeAsync(slowAnswer, (ticket, book, now) => ticket.SpendTime(90, "Buscar el contrato", now.On, false, book, now));

        desk.Clock.Now = new(2026, 4, 1, 14, 0, 0, TimeSpan.Zero);
        await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None);
        return new(customer, prompt, slowReply, slowAnswer, forgotten, reserved, anonymous);
    }

    /// <summary>A person of the customer who can be written to.</summary>
    public Task<Contact> PersonAsync(TestDesk desk, string name, string email) => desk.AddAsync(new Contact { Name = name, Email = email, CustomerId = Customer.Id });

    public static Actor Lead { get; } = Samples.Someone(Role.Lead, id: 7, name: "Luz Marina Peña");

    private static void At(TestDesk desk, int day, int hour, int minute) => desk.Clock.Now = new(2026, 3, day, hour, minute, 0, TimeSpan.FromHours(-5));

    private static Task JudgeAsync(TestDesk desk, string number, bool solved) =>
        desk.ChangeAsync(number, (ticket, book, now) => ticket.Judge(solved, null, book, now), Actor.Petitioner("Rosa Cortés"));
}
