using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class ReceivedMailConfiguration : IEntityTypeConfiguration<ReceivedMail>
{
    public void Configure(EntityTypeBuilder<ReceivedMail> mail)
    {
        mail.ToTable("ReceivedMails");
        mail.Property(m => m.Fingerprint).HasMaxLength(64);
        mail.Property(m => m.MessageId).HasMaxLength(250);
        mail.Property(m => m.Via).HasMaxLength(ReceivedMail.ViaLimit);
        mail.Property(m => m.FromAddress).HasMaxLength(OutgoingMail.AddressLimit);
        mail.Property(m => m.FromName).HasMaxLength(Contact.NameLimit);
        mail.Property(m => m.Subject).HasMaxLength(ReadMail.SubjectLimit);
        mail.Property(m => m.Detail).HasMaxLength(ReceivedMail.DetailLimit);
        mail.Property(m => m.SortedBy).HasMaxLength(Contact.NameLimit);
        mail.Property(m => m.Note).HasMaxLength(ReceivedMail.NoteLimit);
        mail.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId).OnDelete(DeleteBehavior.Cascade);
        mail.HasIndex(m => m.Fingerprint).IsUnique();
        mail.HasIndex(m => m.FileId);
        mail.HasIndex(m => m.MessageId).HasFilter("\"MessageId\" IS NOT NULL");

        // How much somebody wrote lately.
        mail.HasIndex(m => new { m.FromAddress, m.ReceivedAt });

        // Lists of one fate, the newest first.
        mail.HasIndex(m => new { m.Fate, m.Id });
    }
}

public sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMails");
        mail.Property(m => m.ToAddress).HasMaxLength(OutgoingMail.AddressLimit);
        mail.Property(m => m.ToName).HasMaxLength(Contact.NameLimit);
        mail.Property(m => m.MessageId).HasMaxLength(250);
        mail.Property(m => m.Error).HasMaxLength(OutgoingMail.ErrorLimit);
        mail.Property(m => m.Carrier).HasDefaultValue(Carrier.Mail).HasSentinel(default(Carrier));
        mail.Ignore(m => m.IsAutomatic);
        mail.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId).OnDelete(DeleteBehavior.Cascade);
        mail.HasOne<SentReport>().WithMany().HasForeignKey(m => m.ReportId).OnDelete(DeleteBehavior.Cascade);
        mail.HasIndex(m => new { m.TicketId, m.Sequence, m.Carrier }).IsUnique();
        mail.HasIndex(m => new { m.ReportId, m.Sequence }).IsUnique().HasFilter("\"ReportId\" IS NOT NULL");
        mail.HasOne<Notice>().WithMany().HasForeignKey(m => m.NoticeId).OnDelete(DeleteBehavior.Cascade);
        mail.HasIndex(m => m.NoticeId).IsUnique().HasFilter("\"NoticeId\" IS NOT NULL");
        mail.HasIndex(m => m.MessageId).IsUnique();

        // What was sent into one conversation, and whether something still stands before it.
        mail.HasIndex(m => new { m.ToAddress, m.Carrier, m.Id });
        mail.HasIndex(m => m.NextAttemptAt).HasFilter("\"NextAttemptAt\" IS NOT NULL");
    }
}

public sealed class OutgoingPartConfiguration : IEntityTypeConfiguration<OutgoingPart>
{
    public void Configure(EntityTypeBuilder<OutgoingPart> part)
    {
        part.ToTable("OutgoingParts");
        part.HasKey(p => new { p.MailId, p.Number });
        part.Property(p => p.ExternalId).HasMaxLength(OutgoingPart.ExternalIdLimit);
        part.HasOne<OutgoingMail>().WithMany().HasForeignKey(p => p.MailId).OnDelete(DeleteBehavior.Cascade);
        part.HasIndex(p => p.ExternalId);
    }
}

public sealed class MailboxConfiguration : IEntityTypeConfiguration<Mailbox>
{
    public void Configure(EntityTypeBuilder<Mailbox> mailbox)
    {
        mailbox.ToTable("Mailboxes");
        mailbox.HasKey(m => m.Name);
        mailbox.Property(m => m.Name).HasMaxLength(Mailbox.NameLimit);
        mailbox.Property(m => m.Error).HasMaxLength(Mailbox.ErrorLimit);
    }
}

public sealed class MailKeyConfiguration : IEntityTypeConfiguration<MailKey>
{
    public void Configure(EntityTypeBuilder<MailKey> key)
    {
        key.ToTable("MailKeys");
        key.Property(k => k.Id).ValueGeneratedNever();
    }
}
