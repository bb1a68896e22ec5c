using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.ServiceReports;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class ReportActionConfiguration : IEntityTypeConfiguration<ReportAction>
{
    public void Configure(EntityTypeBuilder<ReportAction> action)
    {
        action.ToTable("ReportActions");
        action.Property(a => a.Text).HasMaxLength(ReportAction.TextLimit);
        action.Property(a => a.Responsible).HasMaxLength(ReportAction.ResponsibleLimit);
        action.Property(a => a.ChangedBy).HasMaxLength(SentReport.ByLimit);
        action.Property(a => a.Version).IsConcurrencyToken();
        action.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class MonthRemarksConfiguration : IEntityTypeConfiguration<MonthRemarks>
{
    public void Configure(EntityTypeBuilder<MonthRemarks> remarks)
    {
        remarks.ToTable("MonthRemarks");
        remarks.Property(r => r.Text).HasMaxLength(MonthRemarks.TextLimit);
        remarks.Property(r => r.ChangedBy).HasMaxLength(SentReport.ByLimit);
        remarks.Property(r => r.Version).IsConcurrencyToken();
        remarks.HasIndex(r => new { r.CustomerId, r.Month }).IsUnique();
        remarks.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ReportPracticeConfiguration : IEntityTypeConfiguration<ReportPractice>
{
    public void Configure(EntityTypeBuilder<ReportPractice> practice)
    {
        practice.ToTable("ReportPractices");
        practice.HasIndex(p => p.CustomerId).IsUnique();
        practice.Property(p => p.Language).HasMaxLength(ReportPractice.LanguageLimit);
        practice.Property(p => p.Recipients).HasJson();
        practice.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class SentReportConfiguration : IEntityTypeConfiguration<SentReport>
{
    public void Configure(EntityTypeBuilder<SentReport> report)
    {
        report.ToTable("SentReports");
        report.Property(r => r.Subject).HasMaxLength(SentReport.SubjectLimit);
        report.Property(r => r.Text).HasMaxLength(SentReport.TextLimit);
        report.Property(r => r.DecidedBy).HasMaxLength(SentReport.ByLimit);
        report.Property(r => r.Language).HasMaxLength(ReportPractice.LanguageLimit);
        report.Property(r => r.Figures).HasJson();
        report.Property(r => r.Actions).HasJson();
        report.Property(r => r.Recipients).HasJson();
        report.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Cascade);
        report.HasIndex(r => r.Key).IsUnique();
        report.HasIndex(r => new { r.CustomerId, r.Month });
        report.HasIndex(r => new { r.CustomerId, r.Id });
    }
}
