using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Routing;

public sealed class RequiredFieldsTests
{
    private static readonly RequiredFields All = new([.. Enum.GetValues<RequiredField>().Select(field => new FieldDemand(TicketKind.Claim, field, Requirement.Everyone))]);
    private static readonly Filing Bare = Samples.Filing;

    [Fact]
    public void Each_field_that_is_missing_is_refused_by_its_own_name()
    {
        var missing = All.Missing(Bare, new() { Name = "Rosa" }, 0, FilledBy.Citizen);

        Assert.Equal(["Product", "Topic", "BranchId", "Files", "AnswerChannel", "Document", "Email", "Telephone", "Address"], missing.Select(refusal => refusal.Field));
        Assert.Equal(missing.Count, missing.Select(refusal => refusal.Code).Distinct().Count());
        Assert.Empty(All.Missing(
            Bare with { Product = "App", Topic = "Cobros", BranchId = 1, AnswerChannel = Customers.AnswerChannel.Email },
            Samples.Petitioner with { Address = "Calle 1" }, 1, FilledBy.Citizen));
        Assert.Empty(All.Missing(Bare with { Kind = TicketKind.Petition }, new() { Name = "Rosa" }, 0, FilledBy.Citizen));
    }

    [Fact]
    public void Blanks_are_missing_too() => Assert.Contains(All.Missing(Bare with { Product = "  " }, Samples.Petitioner, 0, FilledBy.Staff), refusal => refusal.Code == RefusalCode.ProductMissing);

    [Fact]
    public void Whoever_is_nameless_is_never_refused_for_personal_fields()
    {
        RefusalCode[] notPersonal = [RefusalCode.ProductMissing, RefusalCode.TopicMissing, RefusalCode.BranchMissing, RefusalCode.AttachmentMissing];
        Assert.Equal(notPersonal, All.Missing(Bare, Samples.Nobody, 0, FilledBy.Citizen).Select(refusal => refusal.Code));
        Assert.Equal(notPersonal, All.Missing(Bare, new() { Name = "Rosa", Reserved = true }, 0, FilledBy.Citizen).Select(refusal => refusal.Code));
        Assert.All(Enum.GetValues<FilledBy>(), by => Assert.DoesNotContain(All.Missing(Bare, Samples.Nobody, 0, by), refusal =>
            refusal.Code is RefusalCode.DocumentMissing or RefusalCode.EmailMissing or RefusalCode.TelephoneMissing or RefusalCode.AddressMissing or RefusalCode.AnswerChannelUnknown));
    }

    [Theory]
    [InlineData(FilledBy.Message)]
    [InlineData(FilledBy.Copyist)]
    public void What_came_by_itself_or_is_copied_is_never_refused(FilledBy by) => Assert.Empty(All.Missing(Bare, new() { Name = "Rosa" }, 0, by));

    [Fact]
    public void What_is_asked_of_staff_is_not_asked_of_citizens_and_nobody_is_asked_for_what_their_form_has_no_place_for()
    {
        var staff = new RequiredFields([.. All.Demands.Select(demand => demand with { Of = Requirement.Staff })]);

        Assert.Empty(staff.Missing(Bare, new() { Name = "Rosa" }, 0, FilledBy.Citizen));
        Assert.DoesNotContain(RequiredField.Attachment, staff.Asked(TicketKind.Claim, FilledBy.Counter, false));
        Assert.DoesNotContain(RequiredField.Attachment, staff.Asked(TicketKind.Claim, FilledBy.Program, false));
        Assert.Contains(RequiredField.Attachment, staff.Asked(TicketKind.Claim, FilledBy.Staff, false));
        Assert.All([FilledBy.Staff, FilledBy.Counter, FilledBy.Program], by => Assert.Contains(RequiredField.Product, staff.Asked(TicketKind.Claim, by, false)));
    }

    [Fact]
    public void A_list_that_is_empty_asks_for_nothing()
    {
        var empty = All with { HasTopics = false, HasProducts = false, HasBranches = false };
        Assert.DoesNotContain(empty.Asked(TicketKind.Claim, FilledBy.Citizen, false), field => field is RequiredField.Topic or RequiredField.Product or RequiredField.Branch);
    }

    [Fact]
    public void A_cell_is_changed_alone()
    {
        var changed = All.With(new(TicketKind.Claim, RequiredField.Email, Requirement.No)).With(new(TicketKind.Report, RequiredField.Email, Requirement.Staff));

        Assert.Equal(Requirement.No, changed.Of(TicketKind.Claim, RequiredField.Email));
        Assert.Equal(Requirement.Staff, changed.Of(TicketKind.Report, RequiredField.Email));
        Assert.Equal(Requirement.Everyone, changed.Of(TicketKind.Claim, RequiredField.Address));
        Assert.Equal(All.Demands.Count, changed.Demands.Count);
    }
}
