using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class OutageConfiguration : IEntityTypeConfiguration<Outage>
{
    public void Configure(EntityTypeBuilder<Outage> outage)
    {
        outage.Property(o => o.Summary).HasMaxLength(Outage.SummaryLimit);
        outage.Property(o => o.Cause).HasMaxLength(Outage.CauseLimit);
        outage.Property(o => o.ExternalId).HasMaxLength(Outage.ExternalIdLimit);
        outage.HasOne<Product>().WithMany().HasForeignKey(o => o.ProductId).OnDelete(DeleteBehavior.Restrict);
        outage.HasIndex(o => new { o.ProductId, o.From });
        outage.HasIndex(o => o.ExternalId).IsUnique();
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
        downtime.HasOne<Product>().WithMany().HasForeignKey(d => d.ProductId).OnDelete(DeleteBehavior.Restrict);
        downtime.HasIndex(d => new { d.ProductId, d.From });
    }
}
