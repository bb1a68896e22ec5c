using Xunit;

namespace PqrsDesk.Domain.Answers;

/// <summary>What a letter asks whoever reads it, which is what a case then waits for.</summary>
public sealed class QuestionsTests
{
    [Theory]
    [InlineData("Buenos días. ¿Nos envía la factura?\n\nGracias.", "¿Nos envía la factura?")]
    [InlineData("¿Cuál es la cuenta? Y díganos: ¿de qué mes?", "¿Cuál es la cuenta? ¿de qué mes?")]
    [InlineData("> ¿Me devuelven el dinero?\n\nSí. Could you send us the invoice?", "Could you send us the invoice?")]
    [InlineData("Necesitamos:\n- ¿Qué día fue?\r\n- ¿En qué ventanilla?", "¿Qué día fue? ¿En qué ventanilla?")]
    [InlineData("Nos hace falta la factura.", null)]
    [InlineData("> ¿Me devuelven el dinero?", null)]
    [InlineData("???", null)]
    [InlineData("", null)]
    public void What_is_asked_is_what_the_letter_asks_itself(string letter, string? asked) => Assert.Equal(asked, Questions.Asked(letter, 500));

    [Fact]
    public void More_than_a_reason_holds_is_said_by_the_person() => Assert.Null(Questions.Asked($"¿Nos envía {new string('a', 500)}?", 500));
}
