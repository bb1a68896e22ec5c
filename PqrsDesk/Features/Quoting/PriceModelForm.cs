using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Features.Quoting;

/// <summary>The model as it is typed.</summary>
public sealed class PriceModelForm
{
    public Dictionary<PriceParameter, string> Values { get; } = [];
    public List<RoleRow> Roles { get; } = [];
    public string Currency { get; set; } = Money.Peso;

    /// <summary>The version that it was read from.</summary>
    public int Version { get; private init; }

    public static PriceModelForm Of(PriceModel model, int version)
    {
        var form = new PriceModelForm { Currency = model.Currency, Version = version };
        foreach (var parameter in PriceParameterFacts.All) form.Values[parameter] = Numbers.Write(model[parameter]);
        form.Roles.AddRange(model.Roles.Select(RoleRow.Of));
        return form;
    }

    public (PriceModel Model, List<PriceProblem> Problems) Read()
    {
        var problems = new List<PriceProblem>();
        var model = new PriceModel
        {
            Currency = Currency,
            Parameters = Values.ToDictionary(each => each.Key, each => Numbers.Read(each.Value, $"Model.{each.Key}", problems)),
            Roles = [.. Roles.Select((role, at) => role.Read(at, problems))],
        };
        return (model, problems);
    }
}
