using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    /// <summary>The predicate of <see cref="TicketStatuses.IsOpen"/>, as the partial indexes of the queue write it.</summary>
    private const string Open = "\"Status\" < 4";

    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.Property(t => t.Number).HasMaxLength(FilingNumberTemplate.NumberLimit);
        ticket.Property(t => t.Subject).HasMaxLength(Filing.SubjectLimit);
        ticket.Property(t => t.Topic).HasMaxLength(Filing.TopicLimit);
        ticket.Property(t => t.PetitionerName).HasMaxLength(Contact.NameLimit);
        ticket.Property(t => t.Regime).HasMaxLength(LegalDefinition.RegimeLimit);
        ticket.Property(t => t.Source).HasMaxLength(60);
        ticket.Property(t => t.ExternalId).HasMaxLength(80);
        ticket.Property(t => t.Version).IsConcurrencyToken();
        ticket.Ignore(t => t.IsOpen);
        ticket.Ignore(t => t.IsOver);

        ticket.HasOne(t => t.Area).WithMany().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne(t => t.Owner).WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne(t => t.Petitioner).WithMany().HasForeignKey(t => t.PetitionerId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne(t => t.Customer).WithMany().HasForeignKey(t => t.CustomerId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasMany(t => t.Deadlines).WithOne().HasForeignKey(deadline => deadline.TicketId).OnDelete(DeleteBehavior.Cascade);
        ticket.HasMany(t => t.Pauses).WithOne().HasForeignKey(pause => pause.TicketId).OnDelete(DeleteBehavior.Cascade);
        ticket.HasMany(t => t.Events).WithOne().HasForeignKey(line => line.TicketId).OnDelete(DeleteBehavior.Cascade);

        ticket.HasIndex(t => t.Number).IsUnique();
        ticket.HasIndex(t => new { t.Source, t.ExternalId }).IsUnique();
        ticket.HasIndex(t => new { t.QueueAt, t.Id }, "IX_Tickets_Queue").HasFilter(Open);
        ticket.HasIndex(t => new { t.AreaId, t.QueueAt, t.Id }, "IX_Tickets_Queue_Area").HasFilter(Open);
        ticket.HasIndex(t => new { t.OwnerId, t.QueueAt, t.Id }, "IX_Tickets_Queue_Owner").HasFilter(Open);
        ticket.HasIndex(t => new { t.FiledAt, t.Id });
        ticket.HasIndex(t => t.NextMarkAt).HasFilter("\"NextMarkAt\" IS NOT NULL");
        ticket.HasIndex(t => t.FlaggedAt).HasFilter("\"FlaggedAt\" IS NOT NULL");
        ticket.HasIndex(t => t.FiledOn);
        ticket.HasIndex(t => t.AnsweredOn);
        ticket.HasIndex(t => t.ClosedOn);
    }
}
