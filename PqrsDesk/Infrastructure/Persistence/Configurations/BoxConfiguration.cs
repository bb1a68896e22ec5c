using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class BoxOpeningConfiguration : IEntityTypeConfiguration<BoxOpening>
{
    public void Configure(EntityTypeBuilder<BoxOpening> opening)
    {
        opening.ToTable("BoxOpenings");
        opening.Property(o => o.Key).HasMaxLength(BoxOpening.KeyLimit);
        opening.Property(o => o.Openers).HasMaxLength(BoxOpening.OpenersLimit);
        opening.Property(o => o.RegisteredBy).HasMaxLength(Contact.NameLimit);
        opening.HasOne(o => o.Branch).WithMany().HasForeignKey(o => o.BranchId).OnDelete(DeleteBehavior.Restrict);
        opening.HasIndex(o => o.Key).IsUnique();
    }
}

public sealed class BoxPaperConfiguration : IEntityTypeConfiguration<BoxPaper>
{
    public void Configure(EntityTypeBuilder<BoxPaper> paper)
    {
        paper.ToTable("BoxPapers");
        paper.HasKey(p => new { p.OpeningId, p.Row });
        paper.HasOne<BoxOpening>().WithMany().HasForeignKey(p => p.OpeningId).OnDelete(DeleteBehavior.Cascade);
        paper.HasOne(p => p.Ticket).WithMany().HasForeignKey(p => p.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}
