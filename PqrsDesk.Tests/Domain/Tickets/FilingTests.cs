using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

public sealed class FilingTests
{
    [Fact]
    public void An_ordinary_filing_is_not_refused() => Assert.Null(Samples.Filing.Refuse());

    private static readonly Dictionary<string, (Filing Filing, RefusalCode Code, string Field)> Wrong = new()
    {
        ["kind"] = (Samples.Filing with { Kind = 0 }, RefusalCode.KindUnknown, "Kind"),
        ["channel"] = (Samples.Filing with { Channel = (Channel)99 }, RefusalCode.ChannelUnknown, "Channel"),
        ["urgency"] = (Samples.Filing with { Urgency = 0 }, RefusalCode.UrgencyUnknown, "Urgency"),
        ["impact"] = (Samples.Filing with { Impact = (Impact)4 }, RefusalCode.ImpactUnknown, "Impact"),
        ["priority"] = (Samples.Filing with { PriorityOverride = (Priority)7 }, RefusalCode.PriorityUnknown, "PriorityOverride"),
        ["no subject"] = (Samples.Filing with { Subject = "  " }, RefusalCode.SubjectMissing, "Subject"),
        ["long subject"] = (Samples.Filing with { Subject = new('s', 201) }, RefusalCode.TextTooLong, "Subject"),
        ["no description"] = (Samples.Filing with { Description = "" }, RefusalCode.TextMissing, "Description"),
        ["long description"] = (Samples.Filing with { Description = new('d', 20_001) }, RefusalCode.TextTooLong, "Description"),
        ["long topic"] = (Samples.Filing with { Topic = new('t', 121) }, RefusalCode.TextTooLong, "Topic"),
        ["override without a reason"] = (Samples.Filing with { PriorityOverride = Priority.High }, RefusalCode.PriorityReasonMissing, "PriorityReason"),
        ["long reason"] = (Samples.Filing with { PriorityOverride = Priority.High, PriorityReason = new('r', 501) }, RefusalCode.TextTooLong, "PriorityReason"),
    };

    public static TheoryData<string> Faults => [.. Wrong.Keys];

    [Theory, MemberData(nameof(Faults))]
    public void A_fault_is_refused_with_the_field_it_is_in(string fault) =>
        Assert.Equal((Wrong[fault].Code, Wrong[fault].Field), Wrong[fault].Filing.Refuse() is { } refusal ? (refusal.Code, refusal.Field) : default);

    [Fact]
    public void Limits_are_still_allowed() =>
        Assert.Null((Samples.Filing with { Subject = new('s', 200), Description = new('d', 20_000), Topic = new('t', 120) }).Refuse());

    [Fact]
    public void An_override_that_changes_nothing_needs_no_reason() =>
        Assert.Null((Samples.Filing with { PriorityOverride = Priority.Medium }).Refuse());

    [Theory]
    [InlineData(Urgency.Low, Impact.Low, Priority.Low)]
    [InlineData(Urgency.Low, Impact.Medium, Priority.Low)]
    [InlineData(Urgency.Low, Impact.High, Priority.Medium)]
    [InlineData(Urgency.Medium, Impact.Low, Priority.Low)]
    [InlineData(Urgency.Medium, Impact.Medium, Priority.Medium)]
    [InlineData(Urgency.Medium, Impact.High, Priority.High)]
    [InlineData(Urgency.High, Impact.Low, Priority.Medium)]
    [InlineData(Urgency.High, Impact.Medium, Priority.High)]
    [InlineData(Urgency.High, Impact.High, Priority.High)]
    public void The_matrix_gives_the_priority(Urgency urgency, Impact impact, Priority priority) => Assert.Equal(priority, PriorityMatrix.Of(urgency, impact));

    [Fact]
    public void Security_is_high_at_once_and_a_suggestion_is_low_until_somebody_says_otherwise()
    {
        Assert.Equal(Priority.High, PriorityMatrix.Of(TicketKind.Suggestion, Urgency.Low, Impact.Low, touchesSecurity: true));
        Assert.Equal(Priority.Low, PriorityMatrix.Of(TicketKind.Suggestion, Urgency.High, Impact.High, touchesSecurity: false));
        Assert.Equal(Priority.Low, PriorityMatrix.Of(TicketKind.Compliment, Urgency.High, Impact.High, touchesSecurity: false));
    }

    [Theory]
    [InlineData("PQRS-{yyyy}-{seq:000000}", 7, "PQRS-2026-000007")]
    [InlineData("PQRS-{yyyy}-{seq:000000}", 1_234_567, "PQRS-2026-1234567")]
    [InlineData("{yyyy}{MM}{dd}/{seq}", 42, "20260309/42")]
    public void A_number_is_written_by_its_template(string template, int sequence, string number) =>
        Assert.Equal(number, new FilingNumberTemplate(template).Format(new DateOnly(2026, 3, 9), sequence));

    [Theory]
    [InlineData("PQRS-{yyyy}")]
    [InlineData("{seq}-{seq}-{yyyy}")]
    [InlineData("PQRS-{seq:000}")]
    [InlineData("{yyyy}-{seq:000}-{area}")]
    [InlineData("{yyyy}-{seq:000}-{")]
    [InlineData("A-very-long-prefix-that-leaves-no-room-{yyyy}-{seq:000000}")]
    public void A_template_that_would_repeat_or_misread_is_refused(string template) =>
        Assert.Throws<FormatException>(() => new FilingNumberTemplate(template));

    private static readonly Dictionary<string, (PetitionerDetails Who, RefusalCode? Code)> People = new()
    {
        ["everything"] = (Samples.Petitioner, null),
        ["anonymous"] = (Samples.Nobody, null),
        ["a name alone"] = (new() { Name = "Solo Nombre" }, null),
        ["no name"] = (new(), RefusalCode.PetitionerNameMissing),
        ["no address"] = (Samples.Petitioner with { Email = "no es un correo" }, RefusalCode.EmailInvalid),
        ["long name"] = (Samples.Petitioner with { Name = new('n', 151) }, RefusalCode.TextTooLong),
        ["long document"] = (Samples.Petitioner with { Document = new('n', 41) }, RefusalCode.TextTooLong),
        ["long telephone"] = (Samples.Petitioner with { Telephone = new('n', 41) }, RefusalCode.TextTooLong),
    };

    public static TheoryData<string> Petitioners => [.. People.Keys];

    [Theory, MemberData(nameof(Petitioners))]
    public void A_petitioner_has_a_name_unless_anonymous(string who) => Assert.Equal(People[who].Code, People[who].Who.Refuse()?.Code);
}
