using PqrsDesk.Domain.Answers;

namespace PqrsDesk.Features.Casework;

// The articles that are put into a reply: what of them is still there when it is sent, the log names.
public sealed partial class ComposerDraft
{
    private readonly List<PutArticle> _put = [];

    private IReadOnlyList<PutArticle>? PutArticles => _put.Count == 0 ? null : _put;

    /// <summary>Puts an article's text, or its link, at the end of the reply.</summary>
    public void Put(UsedArticle article, string text)
    {
        _put.RemoveAll(each => each.Article.Id == article.Id);
        _put.Add(new(article, text));
        Insert(text);
    }

    /// <summary>The same act, with the articles that its words still draw on.</summary>
    public CaseAct WithUsed(CaseAct act) => _put.Count == 0 ? act : act switch
    {
        CaseAct.Reply reply => reply with { Used = UsedArticles.In(reply.Text ?? "", _put) },
        CaseAct.ReplyAndWait reply => reply with { Used = UsedArticles.In(reply.Text ?? "", _put) },
        CaseAct.Answer answer => answer with { Used = UsedArticles.In(answer.Text ?? "", _put) },
        CaseAct.AnswerAndClose both => both with { Whole = both.Whole with { Used = UsedArticles.In(both.Whole.Text ?? "", _put) } },
        CaseAct.Plan plan => plan with { Message = WithUsed(plan.Message) },
        _ => act,
    };

    private void RecoverPut(KeptWords words)
    {
        _put.Clear();
        _put.AddRange(words.Put ?? []);
    }
}
