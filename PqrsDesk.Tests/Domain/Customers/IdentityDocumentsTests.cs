using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Domain.Customers;

public sealed class IdentityDocumentsTests
{
    [Theory]
    [InlineData("800197268", 4)]
    [InlineData("899999068", 1)]
    [InlineData("890903938", 8)]
    public void The_check_digit_is_that_of_known_houses(string digits, int check) => Assert.Equal(check, IdentityDocuments.CheckDigit(digits));

    [Theory]
    [InlineData(DocumentType.CitizenCard, "52.123.456", null)]
    [InlineData(DocumentType.CitizenCard, "cc 52 123 456", null)]
    [InlineData(DocumentType.CitizenCard, "12345678901", RefusalCode.DocumentInvalid)]
    [InlineData(DocumentType.CitizenCard, "52A123", RefusalCode.DocumentInvalid)]
    [InlineData(DocumentType.CitizenCard, null, RefusalCode.DocumentMissing)]
    [InlineData(DocumentType.IdentityCard, "1034567890", null)]
    [InlineData(DocumentType.Nit, "800.197.268-4", null)]
    [InlineData(DocumentType.Nit, "NIT 8001972684", null)]
    [InlineData(DocumentType.Nit, "800.197.268-5", RefusalCode.CheckDigitWrong)]
    [InlineData(DocumentType.Passport, "AB-123456", null)]
    [InlineData(DocumentType.Other, "Ñ", RefusalCode.DocumentInvalid)]
    [InlineData((DocumentType)99, "123456", RefusalCode.DocumentTypeUnknown)]
    public void A_number_fits_its_type_or_is_refused(DocumentType type, string? number, RefusalCode? code) =>
        Assert.Equal(code, IdentityDocuments.Refuse(type, number, "Document")?.Code);

    [Theory]
    [InlineData(DocumentType.CitizenCard, " 52.123.456 ", "CC 52123456")]
    [InlineData(DocumentType.CitizenCard, "CC 52123456", "CC 52123456")]
    [InlineData(DocumentType.Nit, "8001972684", "NIT 800197268-4")]
    [InlineData(DocumentType.Other, "ab 12", "AB12")]
    public void A_document_is_written_one_way(DocumentType type, string number, string written) => Assert.Equal(written, IdentityDocuments.Write(type, number));

    [Theory]
    [InlineData("CC 52123456", "52.123.456", true)]
    [InlineData("CC 52.123.456", "cc52123456", true)]
    [InlineData("NIT 800197268-4", "800197268", true)]
    [InlineData("NIT 800197268-4", "800.197.268-4", true)]
    [InlineData("PA AB123456", "ab123456", true)]
    [InlineData("CC 52123456", "5212345", false)]
    [InlineData("CC 52123456", "", false)]
    [InlineData("CC 123", "123", false)]
    [InlineData(null, "52123456", false)]
    [InlineData(null, null, false)]
    public void Who_types_the_number_means_the_document(string? stored, string? typed, bool same) => Assert.Equal(same, IdentityDocuments.SameNumber(stored, typed));

    [Fact]
    public void Nothing_is_left_of_who_is_anonymous()
    {
        var somebody = new PetitionerDetails { Anonymous = true, Name = "Rosa", Document = "1", DocumentType = DocumentType.Nit, Email = "x", Reserved = true, Address = "Calle 1" };
        Assert.Null(somebody.Refuse());
        Assert.Equal(new PetitionerDetails { Anonymous = true }, somebody.Tidy());
    }
}
