using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class KeywordRuleConfiguration : IEntityTypeConfiguration<KeywordRule>
{
    public void Configure(EntityTypeBuilder<KeywordRule> rule)
    {
        rule.Property(r => r.Name).HasMaxLength(KeywordRule.NameLimit);
        rule.Property(r => r.Any).HasJson();
        rule.Property(r => r.All).HasJson();
        rule.Property(r => r.Without).HasJson();
        rule.HasOne<Topic>().WithMany().HasForeignKey(r => r.TopicId).OnDelete(DeleteBehavior.Restrict);
        rule.HasOne<Area>().WithMany().HasForeignKey(r => r.AreaId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ClassificationSettingsConfiguration : IEntityTypeConfiguration<ClassificationSettings>
{
    public void Configure(EntityTypeBuilder<ClassificationSettings> settings)
    {
        settings.ToTable("ClassificationSettings");
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.Demands).HasJson();
    }
}
