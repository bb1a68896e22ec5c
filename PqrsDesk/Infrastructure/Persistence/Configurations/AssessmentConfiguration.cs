using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.Property(a => a.Content).HasJson();
        assessment.Property(a => a.Scheme).HasJson();
        assessment.Property(a => a.Score).HasPrecision(5, CriticalityScheme.ScoreDigits);
        assessment.Property(a => a.ChangedBy).HasMaxLength(Contact.NameLimit);
        assessment.Property(a => a.ProposedBy).HasMaxLength(Contact.NameLimit);
        assessment.Property(a => a.DecidedBy).HasMaxLength(Contact.NameLimit);
        assessment.Property(a => a.Reason).HasMaxLength(Assessment.ReasonLimit);
        assessment.Property(a => a.Version).IsConcurrencyToken();
        assessment.Ignore(a => a.IsOpen);
        assessment.HasOne<Product>().WithMany().HasForeignKey(a => a.ProductId).OnDelete(DeleteBehavior.Cascade);
        assessment.HasIndex(a => new { a.ProductId, a.Id });

        // Two who begin at once: one of them is told.
        assessment.HasIndex(a => a.ProductId, "IX_Assessments_Open").IsUnique().HasFilter("\"State\" < 4");
    }
}

public sealed class CriticalitySchemeConfiguration : IEntityTypeConfiguration<CriticalitySchemeVersion>
{
    public void Configure(EntityTypeBuilder<CriticalitySchemeVersion> version)
    {
        version.ToTable("CriticalitySchemes");
        version.Property(v => v.Scheme).HasJson();
        version.Property(v => v.MadeBy).HasMaxLength(Contact.NameLimit);
    }
}
