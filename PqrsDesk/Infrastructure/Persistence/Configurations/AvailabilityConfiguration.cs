using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class OutageConfiguration : IEntityTypeConfiguration<Outage>
{
    private const string UnderWay = "\"Until\" IS NULL AND \"VoidedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<Outage> outage)
    {
        outage.Property(o => o.Summary).HasMaxLength(Outage.SummaryLimit);
        outage.Property(o => o.PublicText).HasMaxLength(Outage.PublicTextLimit);
        outage.Property(o => o.Cause).HasMaxLength(Outage.CauseLimit);
        outage.Property(o => o.ExternalId).HasMaxLength(Outage.ExternalIdLimit);
        outage.Property(o => o.Version).IsConcurrencyToken();
        outage.HasOne<Product>().WithMany().HasForeignKey(o => o.ProductId).OnDelete(DeleteBehavior.Restrict);
        outage.HasMany(o => o.Updates).WithOne().HasForeignKey(u => u.OutageId).OnDelete(DeleteBehavior.Cascade);
        outage.HasIndex(o => new { o.ProductId, o.From });

        // What is under way is few, and asked for all the time.
        outage.HasIndex(o => o.From).HasFilter(UnderWay);

        // A monitor says that the same is down once, however often it says so.
        outage.HasIndex(o => o.ExternalId).IsUnique().HasFilter($"\"ExternalId\" IS NOT NULL AND {UnderWay}");
        outage.HasIndex(o => new { o.ExternalId, o.From });
    }
}

public sealed class OutageUpdateConfiguration : IEntityTypeConfiguration<OutageUpdate>
{
    public void Configure(EntityTypeBuilder<OutageUpdate> update)
    {
        update.ToTable("OutageUpdates");
        update.Property(u => u.By).HasMaxLength(Contact.NameLimit);
        update.Property(u => u.Text).HasMaxLength(Outage.UpdateLimit);
        update.HasIndex(u => u.OutageId);
    }
}

public sealed class OutageCaseConfiguration : IEntityTypeConfiguration<OutageCase>
{
    public void Configure(EntityTypeBuilder<OutageCase> part)
    {
        part.ToTable("OutageCases");
        part.HasKey(p => new { p.OutageId, p.TicketId });
        part.HasOne<Outage>().WithMany().HasForeignKey(p => p.OutageId).OnDelete(DeleteBehavior.Cascade);
        part.HasOne<Ticket>().WithMany().HasForeignKey(p => p.TicketId).OnDelete(DeleteBehavior.Cascade);
        part.HasIndex(p => p.TicketId);
    }
}

public sealed class PlannedDowntimeConfiguration : IEntityTypeConfiguration<PlannedDowntime>
{
    public void Configure(EntityTypeBuilder<PlannedDowntime> downtime)
    {
        downtime.ToTable("PlannedDowntimes");
        downtime.Property(d => d.Reason).HasMaxLength(PlannedDowntime.ReasonLimit);
        downtime.Property(d => d.By).HasMaxLength(Contact.NameLimit);
        downtime.Property(d => d.CancelReason).HasMaxLength(Outage.ReasonLimit);
        downtime.Property(d => d.CancelledBy).HasMaxLength(Contact.NameLimit);
        downtime.Property(d => d.ApprovalReason).HasMaxLength(Outage.ReasonLimit);
        downtime.Property(d => d.ApprovedBy).HasMaxLength(Contact.NameLimit);

        // What was there before it could come again does not.
        downtime.Property(d => d.Repeat).HasDefaultValue(PlannedRepeat.None).HasSentinel((PlannedRepeat)0);
        downtime.HasOne<Product>().WithMany().HasForeignKey(d => d.ProductId).OnDelete(DeleteBehavior.Restrict);
        downtime.HasIndex(d => new { d.ProductId, d.From });
    }
}

public sealed class PlatformWatchConfiguration : IEntityTypeConfiguration<PlatformWatch>
{
    public void Configure(EntityTypeBuilder<PlatformWatch> watch)
    {
        watch.ToTable("PlatformWatches");
        watch.HasKey(w => w.ProductId);
        watch.Property(w => w.ProductId).ValueGeneratedNever();
        watch.Property(w => w.Target).HasPrecision(7, 3);
        watch.HasOne<Product>().WithMany().HasForeignKey(w => w.ProductId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class IncidentAnswerConfiguration : IEntityTypeConfiguration<IncidentAnswer>
{
    private const string Unfinished = "\"FinishedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<IncidentAnswer> answer)
    {
        answer.ToTable("IncidentAnswers");
        answer.Property(a => a.Spanish).HasMaxLength(IncidentAnswer.TextLimit);
        answer.Property(a => a.English).HasMaxLength(IncidentAnswer.TextLimit);
        answer.Property(a => a.By).HasMaxLength(Contact.NameLimit);
        answer.HasOne<Outage>().WithMany().HasForeignKey(a => a.OutageId).OnDelete(DeleteBehavior.Cascade);
        answer.HasIndex(a => a.OutageId);
        answer.HasIndex(a => a.At).HasFilter(Unfinished);
    }
}

public sealed class AnsweredCaseConfiguration : IEntityTypeConfiguration<AnsweredCase>
{
    public void Configure(EntityTypeBuilder<AnsweredCase> answered)
    {
        answered.ToTable("AnsweredCases");
        answered.HasKey(a => new { a.AnswerId, a.TicketId });
        answered.Property(a => a.Refused).HasMaxLength(60);
        answered.Property(a => a.Detail).HasMaxLength(AnsweredCase.DetailLimit);
        answered.HasOne<IncidentAnswer>().WithMany().HasForeignKey(a => a.AnswerId).OnDelete(DeleteBehavior.Cascade);
        answered.HasOne<Ticket>().WithMany().HasForeignKey(a => a.TicketId).OnDelete(DeleteBehavior.Cascade);
        answered.HasIndex(a => a.TicketId);
    }
}
