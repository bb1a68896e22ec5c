namespace PqrsDesk.Domain.Likeness;

/// <summary>Why two filings look alike, or a little less so. Each has words in both languages.</summary>
public enum LikenessReason
{
    SamePetitioner = 1,
    SameDocument,
    SameEmail,
    SameTelephone,
    SameAddress,
    NearName,

    /// <summary>Word by word, but for case, accents and courtesies.</summary>
    SameText,
    AlikeText,

    /// <summary>The one text is found in the other.</summary>
    ContainedText,

    /// <summary>Each text has a number that the other has not.</summary>
    NumbersApart,
}

/// <summary>How alike two filings are: text, petitioner and time, each with its weight.</summary>
/// <param name="Share">From 0 to 1: 0.7 of the text's likeness, 0.2 of the petitioner's and 0.1 of the time's.</param>
/// <param name="Days">Between the filings, whole ones.</param>
/// <param name="Reasons">Who first, then what.</param>
public sealed record CaseLikeness(double Share, TextLikeness Text, double Petitioner, int Days, IReadOnlyList<LikenessReason> Reasons)
{
    /// <summary>Filings that are further apart are two matters, or the same one that went on.</summary>
    public const int MostDays = 90;

    // What is said makes the duplicate. Who says it decides between one matter told twice and many who were told to write the
    // same; when, between an impatient click and a problem that came back.
    private const double TextWeight = 0.7;
    private const double PetitionerWeight = 0.2;
    private const double TimeWeight = 0.1;

    /// <summary>Two invoices in one wording.</summary>
    private const double NumbersApartWeight = 0.9;

    /// <summary>From here on it is one person, as far as a desk can know.</summary>
    private const double OnePerson = 0.8;
    private const double LeastOfOnePerson = 0.4;
    private const double LeastOfAnybody = 0.6;

    public int Percent => Down(Share);

    public int TextPercent => Down(Text.Share);

    public bool IsOnePerson => Petitioner >= OnePerson;

    /// <summary>Alike enough for a person to look: of one petitioner two fifths of the text, of different ones three fifths. A short text counts when it is the same, and by the same person.</summary>
    public bool IsProbable { get; private init; }

    public static CaseLikeness Of(Likened one, Likened other)
    {
        var (text, reasons) = (one.Text.With(other.Text), new List<LikenessReason>());
        var who = PetitionerLikeness.Of(one, other, reasons);
        var days = (int)(one.FiledAt - other.FiledAt).Duration().TotalDays;
        if (text.Share >= 1) reasons.Add(LikenessReason.SameText);
        else if (text.Contained) reasons.Add(LikenessReason.ContainedText);
        else if (text.Share > 0) reasons.Add(LikenessReason.AlikeText);
        if (text is { NumbersApart: true, Share: > 0 }) reasons.Add(LikenessReason.NumbersApart);
        var said = text.NumbersApart ? text.Share * NumbersApartWeight : text.Share;
        var near = Math.Max(0, 1 - (double)days / MostDays);
        var least = who >= OnePerson ? one.Text.IsShort || other.Text.IsShort ? 1 : LeastOfOnePerson
            : one.Text.IsShort || other.Text.IsShort ? 2 : LeastOfAnybody;
        return new(TextWeight * said + PetitionerWeight * who + TimeWeight * near, text, who, days, reasons) { IsProbable = days <= MostDays && said >= least };
    }

    /// <summary>Never a hundred of what is not quite the same.</summary>
    private static int Down(double share) => (int)(share * 100 + 1e-9);
}
