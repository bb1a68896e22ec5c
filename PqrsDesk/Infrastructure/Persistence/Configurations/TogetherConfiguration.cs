using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Together;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class CaseFollowerConfiguration : IEntityTypeConfiguration<CaseFollower>
{
    public void Configure(EntityTypeBuilder<CaseFollower> follower)
    {
        follower.ToTable("Followers");

        // By the person first: the queue asks for theirs.
        follower.HasKey(f => new { f.StaffId, f.TicketId });
        follower.HasIndex(f => f.TicketId);
        follower.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.StaffId).OnDelete(DeleteBehavior.Cascade);
        follower.HasOne<Ticket>().WithMany(t => t.FollowerRows).HasForeignKey(f => f.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ChatLineConfiguration : IEntityTypeConfiguration<ChatLine>
{
    public void Configure(EntityTypeBuilder<ChatLine> line)
    {
        line.ToTable("ChatLines");
        line.Property(l => l.By).HasMaxLength(Contact.NameLimit);
        line.Property(l => l.Text).HasMaxLength(ChatLine.Limit);
        line.Property(l => l.Mentions).HasJson();
        line.HasIndex(l => new { l.TicketId, l.Id });
        line.HasIndex(l => l.Key).IsUnique();
        line.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.StaffId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Ticket>().WithMany().HasForeignKey(l => l.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ChatReadingConfiguration : IEntityTypeConfiguration<ChatReading>
{
    public void Configure(EntityTypeBuilder<ChatReading> reading)
    {
        reading.ToTable("ChatReadings");
        reading.HasKey(r => new { r.StaffId, r.TicketId });
        reading.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Cascade);
        reading.HasOne<Ticket>().WithMany().HasForeignKey(r => r.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}
