using System.Globalization;
using Xunit;

namespace PqrsDesk.Features.ServiceReports;

public sealed class ReportWordsTests
{
    [Theory]
    [InlineData("es-CO", 100, "100 %")]
    [InlineData("es-CO", 99.5, "99,5 %")]
    [InlineData("en-US", 99, "99 %")]
    [InlineData("en-US", 98.921, "98.921 %")]
    public void A_percentage_has_the_digits_that_it_has(string culture, double value, string said)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(said, ReportWords.Percent((decimal)value).Replace('\u00A0', ' '));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
