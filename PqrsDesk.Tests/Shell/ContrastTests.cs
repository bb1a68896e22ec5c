using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace PqrsDesk.Shell;

/// <summary>Reads the tokens out of the style sheets and holds every text colour to WCAG's 4.5 : 1 on every ground.</summary>
public partial class ContrastTests
{
    private const double Enough = 4.5;

    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        string[] grounds = ["ground", "surface", "raised", "sunken", "accent-tint", "note"];
        string[] inks = ["text", "muted", "accent", "on-time", "at-risk", "overdue", "paused"];
        string[] meanings = ["on-time", "at-risk", "overdue", "paused"];
        foreach (var scheme in new[] { "light", "dark" })
        {
            foreach (var ink in inks)
                foreach (var ground in grounds)
                    pairs.Add(scheme, ink, ground);
            foreach (var meaning in meanings)
                pairs.Add(scheme, meaning, $"{meaning}-tint");
            pairs.Add(scheme, "on-accent", "accent");
            for (var colour = 0; colour < 8; colour++)
                pairs.Add(scheme, "on-avatar", string.Create(CultureInfo.InvariantCulture, $"avatar-{colour}"));
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_is_readable_on_every_ground(string scheme, string ink, string ground)
    {
        var tokens = TokensOf(scheme);
        Assert.True(Contrast(tokens[ink], tokens[ground]) >= Enough,
            $"{ink} on {ground} ({scheme}) is {Contrast(tokens[ink], tokens[ground]):0.00} : 1");
    }

    [Fact]
    public void The_measure_agrees_with_the_known_ends()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 3);
        Assert.Equal(1, Contrast("#3f4bb8", "#3f4bb8"), 3);
        Assert.Equal(4.54, Contrast("#767676", "#ffffff"), 2);
    }

    private static Dictionary<string, string> TokensOf(string scheme)
    {
        var tokens = Read("desk.css");
        if (scheme == "dark")
            foreach (var (name, colour) in Read("css/dark.css"))
                tokens[name] = colour;
        return tokens;
    }

    private static Dictionary<string, string> Read(string sheet) => Token()
        .Matches(File.ReadAllText(Path.Combine(StyleSheets.Folder, sheet)))
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static double Contrast(string one, string other)
    {
        double[] both = [Luminance(one), Luminance(other)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    // WCAG 2.2, relative luminance.
    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    [GeneratedRegex(@"--([a-z0-9-]+):\s*(#[0-9a-f]{6});")]
    private static partial Regex Token();
}
