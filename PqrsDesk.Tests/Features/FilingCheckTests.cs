using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features;

public sealed class FilingCheckTests
{
    [Fact]
    public void What_can_be_filed_has_nothing_wrong() => Assert.Empty(FilingCheck.All(Samples.Filing, Samples.Petitioner));

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var found = FilingCheck.All(
            new Filing
            {
                Kind = default,
                Subject = " ",
                Description = new string('x', Filing.DescriptionLimit + 1),
                Channel = (Channel)99,
                AreaId = 1,
                Urgency = default,
                Impact = default,
                PriorityOverride = (Priority)9,
                PriorityReason = new string('x', Filing.ReasonLimit + 1),
                Topic = new string('x', Filing.TopicLimit + 1),
            },
            new PetitionerDetails
            {
                Document = new string('x', Contact.DocumentLimit + 1),
                Email = "no es un correo",
                Telephone = new string('x', Contact.TelephoneLimit + 1),
            });

        Assert.Equal(
            ["Kind", "Channel", "Urgency", "Impact", "PriorityOverride", "Subject", "Description", "Topic", "PriorityReason", "Name", "Document", "Telephone", "Email"],
            found.Select(refusal => refusal.Field));
    }

    [Fact]
    public void Another_priority_needs_a_reason() =>
        Assert.Equal([new Refusal(RefusalCode.PriorityReasonMissing, "PriorityReason")],
            FilingCheck.All(Samples.Filing with { PriorityOverride = Priority.High }, Samples.Nobody));
}
