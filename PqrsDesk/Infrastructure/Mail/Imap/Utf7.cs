using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Imap;

/// <summary>Names of folders as IMAP writes them (RFC 3501, 5.1.3).</summary>
internal static class Utf7
{
    public static string Of(string folder)
    {
        var (name, run) = (new StringBuilder(), new StringBuilder());
        foreach (var letter in folder)
        {
            if (letter is < ' ' or > '~')
            {
                run.Append(letter);
                continue;
            }

            Flush();
            name.Append(letter == '&' ? "&-" : letter.ToString());
        }

        Flush();
        return name.ToString();

        void Flush()
        {
            if (run.Length == 0) return;
            name.Append('&').Append(Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(run.ToString())).TrimEnd('=').Replace('/', ',')).Append('-');
            run.Clear();
        }
    }
}
