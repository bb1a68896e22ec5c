using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.Property(a => a.Slug).HasMaxLength(Article.SlugLimit);
        article.Property(a => a.Title).HasMaxLength(ArticleText.TitleLimit);
        article.Property(a => a.Language).HasMaxLength(Filing.LanguageLimit);
        article.Property(a => a.Latest).IsConcurrencyToken();
        article.HasIndex(a => a.Slug).IsUnique();
        article.HasIndex(a => new { a.Family, a.Language }).IsUnique();
        article.HasIndex(a => new { a.ChangedAt, a.Id });
        article.HasOne<Topic>().WithMany().HasForeignKey(a => a.TopicId).OnDelete(DeleteBehavior.SetNull);
        article.HasMany(a => a.Versions).WithOne().HasForeignKey(version => version.ArticleId);
        article.Navigation(a => a.Versions).UsePropertyAccessMode(PropertyAccessMode.Field);
        article.Ignore(a => a.State);
        article.Ignore(a => a.Shown);
    }
}

public sealed class ArticleVersionConfiguration : IEntityTypeConfiguration<ArticleVersion>
{
    public void Configure(EntityTypeBuilder<ArticleVersion> version)
    {
        version.HasKey(v => new { v.ArticleId, v.Number });
        version.Property(v => v.Number).ValueGeneratedNever();
        version.Property(v => v.Title).HasMaxLength(ArticleText.TitleLimit);
        version.Property(v => v.Tags).HasJson();
        version.Ignore(v => v.Text);
    }
}

public sealed class ArticleWordConfiguration : IEntityTypeConfiguration<ArticleWord>
{
    public void Configure(EntityTypeBuilder<ArticleWord> word)
    {
        word.ToTable("ArticleWords");
        word.HasKey(w => new { w.Word, w.ArticleId });
        word.Property(w => w.Word).HasMaxLength(SearchedWords.LongestWord);
        word.HasIndex(w => w.ArticleId);
        word.HasOne<Article>().WithMany().HasForeignKey(w => w.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ArticleUseConfiguration : IEntityTypeConfiguration<ArticleUse>
{
    public void Configure(EntityTypeBuilder<ArticleUse> use)
    {
        use.ToTable("ArticleUses");
        use.HasKey(u => new { u.ArticleId, u.TicketId, u.Sequence });
        use.HasOne<Article>().WithMany().HasForeignKey(u => u.ArticleId).OnDelete(DeleteBehavior.Cascade);
        use.HasOne<Ticket>().WithMany().HasForeignKey(u => u.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ReplyTemplateConfiguration : IEntityTypeConfiguration<ReplyTemplate>
{
    public void Configure(EntityTypeBuilder<ReplyTemplate> template)
    {
        template.ToTable("ReplyTemplates");
        template.Property(t => t.Name).HasMaxLength(ReplyTemplate.NameLimit);
        template.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId).OnDelete(DeleteBehavior.SetNull);
        template.HasOne<Area>().WithMany().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Restrict);
        template.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class MacroConfiguration : IEntityTypeConfiguration<Macro>
{
    public void Configure(EntityTypeBuilder<Macro> macro)
    {
        macro.ToTable("Macros");
        macro.Property(m => m.Name).HasMaxLength(Macro.NameLimit);
        macro.Property(m => m.Steps).HasJson();
        macro.HasOne<Topic>().WithMany().HasForeignKey(m => m.TopicId).OnDelete(DeleteBehavior.SetNull);
        macro.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
