using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using PqrsDesk.Domain.People;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Administering;

public sealed class AdministrationPageTests : WidgetTest
{
    [Theory]
    [InlineData("es-CO", "Recepción de solicitudes, Clasificación, Reparto y atención, Plazos, Servicios y precios")]
    [InlineData("en-US", "Taking requests in, Classification, Routing and care, Deadlines, Services and prices")]
    public void An_administrator_finds_all_of_it_in_groups_and_each_says_what_it_is(string language, string groups)
    {
        Speak(language);
        SignIn(Role.Admin);
        var page = Render<AdministrationPage>();

        Assert.Equal(groups, string.Join(", ", page.FindAll("h2").Select(Words)));
        Assert.Equal(AdministrationPlaces.Groups.SelectMany(each => each.Places).Select(place => place.Address), page.FindAll("li a").Select(link => link.GetAttribute("href")));
        Assert.All(page.FindAll("li a"), link => Assert.NotEmpty(Words(page.Find($"#{link.GetAttribute("aria-describedby")}"))));
    }

    [Fact]
    public void A_lead_is_offered_what_a_lead_may_open()
    {
        SignIn(Role.Lead);
        var page = Render<AdministrationPage>();

        Assert.Equal("Etiquetas, Áreas y ausencias, Habilidades, Calendarios, Políticas, Términos legales, Causas de pausa, Niveles de servicio", string.Join(", ", page.FindAll("li a").Select(Words)));
    }

    [Fact]
    public void A_page_shows_what_stands_beside_it_and_the_way_to_all_of_it()
    {
        SignIn(Role.Admin);
        var tabs = Render<AdministrationTabs>(each => each.Add(tab => tab.Current, DeskUrls.Tags));

        Assert.Equal("Administración, Temas, Palabras clave, Etiquetas", string.Join(", ", tabs.FindAll("a").Select(Words)));
        Assert.Equal(DeskUrls.Administration, tabs.Find("a").GetAttribute("href"));
        Assert.Equal("Etiquetas", Words(tabs.Find("[aria-current=page]")));
        Assert.Equal("Clasificación", Words(tabs.Find($"#{tabs.Find("[role=group]").GetAttribute("aria-labelledby")}")));
    }

    [Fact]
    public void Who_may_not_open_a_page_is_not_sent_there()
    {
        SignIn(Role.Lead);
        var tabs = Render<AdministrationTabs>(each => each.Add(tab => tab.Current, DeskUrls.Tags));

        Assert.Equal("Administración, Etiquetas", string.Join(", ", tabs.FindAll("a").Select(Words)));
    }

    [Fact]
    public void Every_page_of_administration_and_of_deadlines_is_in_a_group()
    {
        var places = AdministrationPlaces.Groups.SelectMany(each => each.Places).Select(place => place.Address).ToList();
        var routes = typeof(AdministrationPage).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template.Split("/{")[0])
            .Where(route => route.StartsWith($"{DeskUrls.Administration}/", StringComparison.Ordinal) || (route.StartsWith("/sla/", StringComparison.Ordinal) && route != DeskUrls.Simulator));

        Assert.Equal(routes.Order(StringComparer.Ordinal), places.Order(StringComparer.Ordinal));
    }

    private void SignIn(Role role)
    {
        var person = AddAuthorization();
        person.SetAuthorized("Ana Gómez");
        person.SetRoles(role.ToString());
    }
}
