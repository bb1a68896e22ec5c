using Xunit;

namespace PqrsDesk.Domain.Customers;

public sealed class DocumentKeyTests
{
    [Theory]
    [InlineData("CC 52.123.456", "CC 52123456")]
    [InlineData("CC 52123456", "CC 52123456")]
    [InlineData(" c.c. 52 123 456 ", "CC 52123456")]
    [InlineData("cc52,123,456", "CC 52123456")]
    [InlineData("Cédula de ciudadanía No. 52.123.456", "CC 52123456")]
    [InlineData("CC # 052123456", "CC 52123456")]
    [InlineData("Cédula de extranjería 123456", "CE 123456")]
    [InlineData("52.123.456", "52123456")]
    [InlineData("TI 1034567890", "TI 1034567890")]
    [InlineData("PA AB-123456", "PA AB123456")]
    [InlineData("pasaporte ab 123456", "PA AB123456")]
    [InlineData("NIT 800197268-4", "NIT 800197268-4")]
    [InlineData("NIT 8001972684", "NIT 800197268-4")]
    [InlineData("N.I.T. 800.197.268 - 4", "NIT 800197268-4")]
    [InlineData("NIT 800.197.268", "NIT 800197268-4")]
    [InlineData("NIT 52123456", "NIT 52123456-2")]
    [InlineData("NIT 800197268-5", "NIT 800197268-5")]
    [InlineData("no tiene", "NOTIENE")]
    [InlineData("CC 0", "CC 0")]
    [InlineData("CC", "CC")]
    [InlineData("-", "")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void A_document_has_one_key_however_it_is_written(string? document, string key) => Assert.Equal(key, DocumentKey.Of(document));

    [Theory]
    [InlineData("CC 52123456", "CE 52123456")]
    [InlineData("CC 52123456", "52123456")]
    [InlineData("CC 52123456", "CC 5212345")]
    [InlineData("NIT 800197268-4", "NIT 800197268-5")]
    [InlineData("NIT 800197268-4", "CC 8001972684")]
    public void Other_documents_have_other_keys(string one, string other) => Assert.NotEqual(DocumentKey.Of(one), DocumentKey.Of(other));

    [Theory]
    [InlineData(DocumentType.CitizenCard, "52.123.456")]
    [InlineData(DocumentType.Nit, "8001972684")]
    [InlineData(DocumentType.Nit, "800.197.268-4")]
    [InlineData(DocumentType.Passport, "AB-123456")]
    [InlineData(DocumentType.TemporaryPermit, "1234567")]
    public void What_the_portal_writes_is_its_own_key(DocumentType type, string number) =>
        Assert.Equal(IdentityDocuments.Write(type, number), DocumentKey.Of(IdentityDocuments.Write(type, number)));

    [Fact]
    public void Hostile_text_has_a_key_that_fits()
    {
        foreach (var hostile in (string[])["\ud800", "<script>", "NIT " + new string('9', 400), "-\u202e-", "NIT -", "CC\0"])
            Assert.InRange(DocumentKey.Of(hostile).Length, 0, DocumentKey.Limit);
    }

    [Fact]
    public void A_contact_keeps_its_key_with_its_document()
    {
        var contact = new Contact { Name = "Rosa" };
        Assert.Equal("", contact.DocumentKey);
        contact.Document = "CC 52.123.456";
        Assert.Equal("CC 52123456", contact.DocumentKey);
    }
}
