using Bunit;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features;

public sealed class ContactPickerTests : PageTest
{
    private readonly List<string> picked = [];
    private readonly List<string> begun = [];

    [Theory]
    [InlineData(false, 2, "caso-encontrado-0")]
    [InlineData(true, 3, "caso-encontrado-2")]
    public async Task The_arrows_go_round_those_who_are_found_and_somebody_new_where_that_is_offered(bool offersNew, int options, string third)
    {
        await Desk.AddAsync(new Contact { Name = "Rosa Cortés" });
        await Desk.AddAsync(new Contact { Name = "Rosa Díaz", Telephone = "+573001234567" });
        var picker = Open(offersNew);
        await TypeAsync(picker, "Rosa");

        See(picker, () => Assert.Equal(options, picker.FindAll("[role=option]").Count));
        Assert.Contains("+573001234567", Words(picker.Find("[role=listbox]")), StringComparison.Ordinal);
        for (var press = 0; press < 3; press++) await PressAsync(picker, "ArrowDown");
        See(picker, () => Assert.Equal(third, picker.Find("#caso-buscar").GetAttribute("aria-activedescendant")));

        await PressAsync(picker, "Enter");
        See(picker, () => Assert.Empty(picker.FindAll("[role=option]")));
        Assert.Equal((offersNew ? 0 : 1, offersNew ? 1 : 0), (picked.Count, begun.Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_nobody_is_found_it_says_what_to_do_and_Enter_begins_somebody_only_where_that_is_offered(bool offersNew)
    {
        var picker = Open(offersNew);
        await TypeAsync(picker, Hostile);

        See(picker, () => Assert.Equal("Nadie: siga abajo.", Words(picker.Find(".combo .field-help"))));
        await PressAsync(picker, "Enter");
        Assert.Equal(offersNew ? [Hostile] : [], begun);
        Assert.Empty(picked);
        AssertNoElements((IRenderedComponent<Microsoft.AspNetCore.Components.IComponent>)picker);
    }

    private IRenderedComponent<ContactPicker> Open(bool offersNew) => Render<ContactPicker>(parameters =>
    {
        parameters.Add(each => each.Name, "caso").Add(each => each.Label, "Buscar").Add(each => each.None, "Nadie: siga abajo.");
        parameters.Add(each => each.OnPick, contact => picked.Add(contact.Name));
        if (offersNew) parameters.Add(each => each.OnNew, begun.Add);
    });

    private async Task TypeAsync(IRenderedComponent<ContactPicker> picker, string text)
    {
        var typed = picker.Find("#caso-buscar").InputAsync(text);
        Assert.True(SpinWait.SpinUntil(() => Desk.Clock.Waiting > 0, TimeSpan.FromSeconds(20)));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await typed;
    }

    private static Task PressAsync(IRenderedComponent<ContactPicker> picker, string key) => picker.InvokeAsync(() => picker.Find("#caso-buscar").KeyDownAsync(key));
}
