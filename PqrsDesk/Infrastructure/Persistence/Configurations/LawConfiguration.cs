using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class LegalRuleConfiguration : IEntityTypeConfiguration<LegalRule>
{
    public void Configure(EntityTypeBuilder<LegalRule> rule)
    {
        rule.ToTable("LegalRules");
        rule.Property(r => r.Code).HasMaxLength(LegalRule.CodeLimit);
        rule.Property(r => r.MadeBy).HasMaxLength(Contact.NameLimit);
        rule.Property(r => r.Definition).HasJson();
        rule.HasIndex(r => new { r.Code, r.Version }).IsUnique();
    }
}

public sealed class FilingPracticeConfiguration : IEntityTypeConfiguration<FilingPracticeVersion>
{
    public void Configure(EntityTypeBuilder<FilingPracticeVersion> version)
    {
        version.ToTable("FilingPractices");
        version.Property(v => v.MadeBy).HasMaxLength(Contact.NameLimit);
        version.Property(v => v.Practice).HasJson();
    }
}
