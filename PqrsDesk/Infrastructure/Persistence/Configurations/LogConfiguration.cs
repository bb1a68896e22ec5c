using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class LoggedEventConfiguration : IEntityTypeConfiguration<LoggedEvent>
{
    public void Configure(EntityTypeBuilder<LoggedEvent> line)
    {
        line.ToTable("Events");
        line.Property(l => l.ByName).HasMaxLength(Contact.NameLimit);
        line.Property(l => l.Event).HasJson();
        line.HasIndex(l => new { l.TicketId, l.Sequence }).IsUnique();

        // What a person did on a day. Most lines are the desk's, the petitioner's or a program's, and pay nothing for it.
        line.HasIndex(l => new { l.ByStaffId, l.At }).HasFilter("\"ByStaffId\" IS NOT NULL");
    }
}

public sealed class DeadlineConfiguration : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> deadline)
    {
        deadline.Ignore(d => d.State);
        deadline.Ignore(d => d.IsOwed);
        deadline.HasOne<CalendarVersion>().WithMany().HasForeignKey(d => d.CalendarVersionId).OnDelete(DeleteBehavior.Restrict);
        deadline.HasIndex(d => d.BreachedAt).HasFilter("\"BreachedAt\" IS NOT NULL");
    }
}

public sealed class PauseConfiguration : IEntityTypeConfiguration<Pause>
{
    public void Configure(EntityTypeBuilder<Pause> pause)
    {
        pause.Property(p => p.Cause).HasMaxLength(PauseCause.NameLimit);
        pause.Property(p => p.By).HasMaxLength(Contact.NameLimit);
        pause.Property(p => p.EndedBy).HasMaxLength(Contact.NameLimit);
        pause.HasIndex(p => p.From).HasFilter("\"WantsReview\"");
    }
}

public sealed class PauseCauseConfiguration : IEntityTypeConfiguration<PauseCause>
{
    public void Configure(EntityTypeBuilder<PauseCause> cause) => cause.Property(c => c.Name).HasMaxLength(PauseCause.NameLimit);
}

public sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.HasOne<StaffMember>().WithMany().HasForeignKey(n => n.StaffId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne<Ticket>().WithMany().HasForeignKey(n => n.TicketId).OnDelete(DeleteBehavior.Cascade);
        notice.HasIndex(n => new { n.StaffId, n.Id });
        notice.Property(n => n.By).HasMaxLength(Contact.NameLimit);
        notice.Property(n => n.Words).HasMaxLength(Notice.WordsLimit);
        notice.Property(n => n.Batch).HasMaxLength(60);
        notice.Property(n => n.Count).HasDefaultValue(1);
        notice.HasIndex(n => n.StaffId, "IX_Notices_Unseen").HasFilter("\"SeenAt\" IS NULL");
        notice.HasIndex(n => new { n.StaffId, n.Batch }, "IX_Notices_Batch").HasFilter("\"Batch\" IS NOT NULL");
        notice.HasIndex(n => n.At);
    }
}

public sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Name).HasMaxLength(Ticket.FileNameLimit);
        file.Property(f => f.ContentType).HasMaxLength(120);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.Threat).HasMaxLength(Scanner.ThreatLimit);
        file.HasIndex(f => f.NextScanAt).HasFilter("\"NextScanAt\" IS NOT NULL");
        file.HasOne<Ticket>().WithMany().HasForeignKey(f => f.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}
