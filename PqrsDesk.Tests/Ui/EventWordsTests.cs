using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Ui;

public sealed class EventWordsTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    private static readonly TicketEvent[] All =
    [
        new TicketEvent.Filed("PQRS-2026-000001", Samples.Filing, Priority.High, "Facturación", 1, new DateOnly(2026, 3, 3)),
        new TicketEvent.Imported("PQRS-2026-000001", Samples.Filing, Priority.High, "Facturación", new("boston-311", "101", null)),
        new TicketEvent.Assigned(7, "Luis Peña", "Sabe de esto"),
        new TicketEvent.Released("Salgo"),
        new TicketEvent.Reassigned(2, "Cartera", "Facturación", "Les compete"),
        new TicketEvent.Reclassified(TicketKind.Claim, TicketKind.Complaint, "Es el trato"),
        new TicketEvent.Classified(null, "Facturación › Cobro errado", "App", "Portal", [new("Cobros", ["cobro"])]),
        new TicketEvent.PriorityChanged(Priority.Low, Priority.High, "Son muchos"),
        new TicketEvent.Replied("Texto"),
        new TicketEvent.Noted("Texto"),
        new TicketEvent.PetitionerResponded("Texto"),
        new TicketEvent.WaitStarted("La factura"),
        new TicketEvent.WaitEnded("Llegó"),
        new TicketEvent.Answered("Texto"),
        new TicketEvent.Closed("Conforme"),
        new TicketEvent.Reopened("Volvió"),
        new TicketEvent.FileAttached(Guid.Empty, "factura.pdf", 1024),
        new TicketEvent.DeadlineBreached(DeadlineKind.LegalAnswer),
        new TicketEvent.Extended(5, new DateOnly(2026, 4, 1), "Faltan pruebas"),
        new TicketEvent.CompletionRequested("Falta la factura"),
        new TicketEvent.Withdrawn(WithdrawalKind.Tacit, "No completó"),
        new TicketEvent.Transferred("Superintendencia", "Es la competente", true),
        new TicketEvent.Repromised(7, 1, "General", 2),
        new TicketEvent.ThresholdReached(DeadlineKind.Resolution, 75),
        new TicketEvent.Escalated(DeadlineKind.Resolution, 75, Enum.GetValues<EscalationAct>()),
        new TicketEvent.Reviewed("Hablé con Ana"),
        new TicketEvent.SolutionJudged(true, "Gracias"),
        new TicketEvent.IdentityRevealed("Lo pide un juez"),
        new TicketEvent.Routed(new(RoutingWay.Rule, "Facturación") { Number = 3, Rule = "Cobros" }),
        new TicketEvent.QueueChanged(2, "Cobros dobles", null),
        new TicketEvent.Voided(VoidKind.Spam, "Publicidad"),
        new TicketEvent.Linked("PQRS-2026-000002", "La misma obra"),
        new TicketEvent.Unlinked("PQRS-2026-000002", null),
        new TicketEvent.SplitOff("PQRS-2026-000001-2", TicketKind.Petition, "Copia del contrato", "Archivo"),
        new TicketEvent.Merged("PQRS-2026-000002", "Es el mismo cobro", false),
        new TicketEvent.Absorbed("PQRS-2026-000002", "Luis Peña", "Me cobraron dos veces.", "Es el mismo cobro", false),
        new TicketEvent.Separated("PQRS-2026-000002", "Son dos facturas"),
        new TicketEvent.LetGo("PQRS-2026-000002", "Son dos facturas"),
        new TicketEvent.HeardThrough("PQRS-2026-000002", "Texto", false),
        new TicketEvent.AnsweredTogether("PQRS-2026-000002", "Texto"),
        new TicketEvent.ExtendedTogether("PQRS-2026-000002", new DateOnly(2026, 4, 1), "Faltan pruebas"),
        new TicketEvent.ReceiptSent(Channel.Email),
        new TicketEvent.StepDone(CareStep.Investigate, null, new("Se cobró dos veces", "Un cargue repetido", "El extracto")),
        new TicketEvent.StepSkipped(CareStep.Thank, "Ya se le llamó"),
        new TicketEvent.StepReopened(CareStep.Thank, "No contestó"),
        new TicketEvent.AnswerProposed("Texto", null, 3, 2, "Para hoy"),
        new TicketEvent.AnswerRevised("Texto", null, "Más corto"),
        new TicketEvent.AnswerReturned("Falta la fecha"),
        new TicketEvent.AnswerReviewed("Bien"),
        new TicketEvent.AnswerApproved("Bien"),
        new TicketEvent.AnswerRecalled("Cambió el caso"),
        new TicketEvent.FileQuarantined(Guid.Empty, "factura.pdf", "Eicar-Signature"),
        new TicketEvent.PartyMerged(PartyKind.Person, 7, 3, "María Íñiguez"),
        new TicketEvent.ProductRenamed("App móvil", "App ciudadana"),
        new TicketEvent.TagsChanged(["fraude", "app"], ["cobro"]),
        new TicketEvent.TaskAsked(1, 2, "Cartera", 7, "Luis Peña", new DateOnly(2026, 3, 6), default, default, "¿Se cobró dos veces?"),
        new TicketEvent.TaskAnswered(1, "Texto"),
        new TicketEvent.TaskReturned(1, "Es de Tesorería"),
        new TicketEvent.TaskCancelled(1, "Ya no hace falta"),
        new TicketEvent.TaskReopened(1, new DateOnly(2026, 3, 9), default, default, "Falta la fecha"),
        new TicketEvent.TaskReminded(1, "Es urgente"),
        new TicketEvent.TaskDue(1, true),
        new TicketEvent.FieldsChanged([new(1, "Valor", FieldType.Money, "10", "1250000.5"), new(2, "Sede", FieldType.Text, null, "Centro")]),
        new TicketEvent.TimeSpent(1, 25, new DateOnly(2026, 3, 3), "Llamada"),
        new TicketEvent.TimeCorrected(1, "Luis Peña", 25, 10, "Era menos"),
        new TicketEvent.ExpedienteTaken(true, true, 4),
        new TicketEvent.Snoozed(new(2026, 3, 4, 8, 0, 0, TimeSpan.FromHours(-5)), "Espera a cartera"),
        new TicketEvent.Woken(WakeCause.Deadline),
        new TicketEvent.ReturnedToQueue(7, "Luis Peña", 480),
        new TicketEvent.HandedOver(7, "Luis Peña", 3, "Ana Restrepo", 1, false),
        new TicketEvent.SendPlanned(new(2026, 3, 4, 8, 0, 0, TimeSpan.FromHours(-5)), PlannedAct.ReplyAndWait, "Texto", Waiting: "La factura"),
        new TicketEvent.SendHeld(HoldCause.Petitioner),
        new TicketEvent.SendTakenBack(true),
        new TicketEvent.IncidentJoined(1, "App móvil", "No abre"),
        new TicketEvent.IncidentLeft(1, "App móvil", "Era otra cosa"),
    ];

    [Fact]
    public void Every_event_is_among_those_asked() =>
        Assert.Equal(
            typeof(TicketEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TicketEvent))).Select(type => type.Name).Order(),
            All.Select(happened => happened.GetType().Name).Order());

    [Theory]
    [InlineData("es-CO")]
    [InlineData("en-US")]
    public void Every_event_is_a_sentence_of_its_own_in_both_languages(string language)
    {
        var words = In(language);
        var said = All.Select(happened => Say(words, happened)).ToList();

        Assert.All(said, sentence => Assert.Contains('.', sentence));
        Assert.All(said, sentence => Assert.DoesNotContain("Event.", sentence, StringComparison.Ordinal));
        Assert.All(said, sentence => Assert.DoesNotContain('{', sentence));
        Assert.Equal(said.Count, said.Distinct().Count());
    }

    [Theory]
    [InlineData("es-CO", 7, "Ana Restrepo asignó el caso a Luis Peña. Nota: Sabe de esto")]
    [InlineData("es-CO", 3, "Ana Restrepo tomó el caso. Nota: Sabe de esto")]
    [InlineData("en-US", 7, "Ana Restrepo assigned the case to Luis Peña. Note: Sabe de esto")]
    public void Taking_and_being_given_are_told_apart(string language, int owner, string sentence) =>
        Assert.Equal(sentence, Say(In(language), new TicketEvent.Assigned(owner, "Luis Peña", "Sabe de esto")));

    [Fact]
    public void What_the_desk_does_it_does_by_its_name() =>
        Assert.Equal("La mesa reanudó el caso.",
            In("es-CO").Say(new TicketEvent.WaitEnded(null), ActorKind.Desk, "PqrsDesk", null));

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    private static string Say(EventWords words, TicketEvent happened) => words.Say(happened, ActorKind.Staff, "Ana Restrepo", 3);

    private static EventWords In(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var texts = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        return new EventWords(new StringLocalizer<EventTexts>(texts), new StringLocalizer<UiTexts>(texts));
    }
}
