using System.Text.Json;
using System.Text.RegularExpressions;

namespace PqrsDesk.Bench.Circuits;

/// <summary>A page as it was prerendered: where its interactive parts stand, sealed, and the state they take over.</summary>
internal sealed partial record CircuitPage(IReadOnlyList<string> Markers, string State)
{
    public static async Task<CircuitPage> FetchAsync(HttpClient http, string address, CancellationToken cancel)
    {
        using var response = await http.GetAsync(address, cancel);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{address} answered {response.StatusCode}.");
        var html = await response.Content.ReadAsStringAsync(cancel);
        var markers = Marker().Matches(html).Select(match => match.Groups[1].Value).Where(IsStart).ToList();
        if (markers.Count == 0) throw new InvalidOperationException($"{address} has no interactive part.");
        return new(markers, PersistedState().Match(html).Groups[1].Value);
    }

    /// <summary>What adds all parts to a circuit, as the browser's script words it.</summary>
    public string Operations =>
        $$"""{"batchId":1,"operations":[{{string.Join(',', Markers.Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}"""))}}]}""";

    /// <summary>The mark of an end says only whose end it is.</summary>
    private static bool IsStart(string marker)
    {
        using var json = JsonDocument.Parse(marker);
        return json.RootElement.TryGetProperty("descriptor", out _);
    }

    [GeneratedRegex("<!--Blazor:({.*?})-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex PersistedState();
}
