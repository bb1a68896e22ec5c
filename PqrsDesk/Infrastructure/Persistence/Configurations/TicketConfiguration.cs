using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    /// <summary>The predicate of <see cref="TicketStatuses.IsOpen"/>, as the partial indexes of the queue write it.</summary>
    private const string Open = "\"Status\" < 4";
    private const string Done = "\"Status\" >= 4";

    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.Property(t => t.Number).HasMaxLength(FilingNumberTemplate.NumberLimit);
        ticket.Property(t => t.Subject).HasMaxLength(Filing.SubjectLimit);
        ticket.Property(t => t.Topic).HasMaxLength(Filing.TopicLimit);
        ticket.Property(t => t.Product).HasMaxLength(Product.NameLimit);
        ticket.Property(t => t.Language).HasMaxLength(Filing.LanguageLimit);
        ticket.Property(t => t.PetitionerName).HasMaxLength(Contact.NameLimit);
        ticket.Property(t => t.AnswerTo).HasMaxLength(Contact.AddressLimit);
        ticket.Property(t => t.Regime).HasMaxLength(LegalDefinition.RegimeLimit);
        ticket.Property(t => t.PartOf).HasMaxLength(FilingNumberTemplate.NumberLimit);
        ticket.Property(t => t.MergedInto).HasMaxLength(FilingNumberTemplate.NumberLimit);
        ticket.Property(t => t.Source).HasMaxLength(60);
        ticket.Property(t => t.ExternalId).HasMaxLength(80);
        ticket.Property(t => t.ProposalHash).HasMaxLength(64);
        ticket.Property(t => t.CaseFile).HasJson();
        ticket.Property(t => t.Version).IsConcurrencyToken();
        ticket.Ignore(t => t.IsOpen);
        ticket.Ignore(t => t.IsOver);

        ticket.HasOne(t => t.Area).WithMany().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne(t => t.WorkQueue).WithMany().HasForeignKey(t => t.WorkQueueId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne(t => t.Owner).WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne(t => t.Petitioner).WithMany().HasForeignKey(t => t.PetitionerId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne(t => t.Customer).WithMany().HasForeignKey(t => t.CustomerId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne(t => t.Branch).WithMany().HasForeignKey(t => t.BranchId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasMany(t => t.Deadlines).WithOne().HasForeignKey(deadline => deadline.TicketId).OnDelete(DeleteBehavior.Cascade);
        ticket.HasMany(t => t.Pauses).WithOne().HasForeignKey(pause => pause.TicketId).OnDelete(DeleteBehavior.Cascade);
        ticket.HasMany(t => t.Events).WithOne().HasForeignKey(line => line.TicketId).OnDelete(DeleteBehavior.Cascade);

        ticket.HasIndex(t => t.Number).IsUnique();
        ticket.HasIndex(t => new { t.Source, t.ExternalId }).IsUnique();

        // With the status in them SQLite counts without looking at the rows; with what lists are narrowed by it passes by
        // the rows that do not suit without looking at them either.
        ticket.HasIndex(t => new { t.QueueAt, t.Id, t.Status, t.Kind, t.Priority }, "IX_Tickets_Queue").HasFilter(Open);
        ticket.HasIndex(t => new { t.AreaId, t.QueueAt, t.Id, t.Status }, "IX_Tickets_Queue_Area").HasFilter(Open);
        ticket.HasIndex(t => new { t.OwnerId, t.QueueAt, t.Id, t.Status }, "IX_Tickets_Queue_Owner").HasFilter(Open);

        ticket.HasIndex(t => new { t.Topic, t.QueueAt, t.Id, t.Status }, "IX_Tickets_Queue_Topic").HasFilter(Open);

        // Most cases are in no queue of an area, and pay nothing for it.
        ticket.HasIndex(t => new { t.WorkQueueId, t.QueueAt, t.Id }, "IX_Tickets_Queue_WorkQueue").HasFilter($"{Open} AND \"WorkQueueId\" IS NOT NULL");
        ticket.HasIndex(t => new { t.WorkQueueId, t.FiledAt, t.Id }).HasFilter("\"WorkQueueId\" IS NOT NULL");
        // What one person filed, the newest first.
        ticket.HasIndex(t => new { t.PetitionerId, t.FiledAt, t.Id });

        // The same of an organisation, whose open cases are few among many.
        ticket.HasIndex(t => new { t.CustomerId, t.FiledAt, t.Id });
        ticket.HasIndex(t => new { t.CustomerId, t.QueueAt, t.Id }, "IX_Tickets_Queue_Customer").HasFilter($"{Open} AND \"CustomerId\" IS NOT NULL");
        ticket.HasIndex(t => new { t.CustomerId, t.AnsweredOn }).HasFilter("\"Solved\" IS NOT NULL AND \"CustomerId\" IS NOT NULL");

        // All of history, the newest first. What is rare in it has an index of its own; a filing pays for two of these.
        ticket.HasIndex(t => new { t.FiledAt, t.Id });
        ticket.HasIndex(t => new { t.Topic, t.FiledAt, t.Id });
        ticket.HasIndex(t => new { t.Product, t.FiledAt, t.Id }).HasFilter("\"Product\" IS NOT NULL");
        ticket.HasIndex(t => new { t.ContractId, t.FiledAt, t.Id }).HasFilter("\"ContractId\" IS NOT NULL");
        // How many are open of each, for the catalogue.
        ticket.HasIndex(t => t.Product, "IX_Tickets_Open_Product").HasFilter($"{Open} AND \"Product\" IS NOT NULL");
        ticket.HasIndex(t => new { t.OwnerId, t.FiledAt, t.Id }).HasFilter("\"OwnerId\" IS NOT NULL");
        ticket.HasIndex(t => new { t.FiledAt, t.Id }, "IX_Tickets_Done").HasFilter(Done);
        ticket.HasIndex(t => new { t.Status, t.FiledAt, t.Id }, "IX_Tickets_Done_Status").HasFilter(Done);
        ticket.HasIndex(t => new { t.FiledAt, t.Id }, "IX_Tickets_Reopened").HasFilter("\"ReopenedCount\" > 0");
        ticket.HasIndex(t => t.MergedInto).HasFilter("\"MergedInto\" IS NOT NULL");
        ticket.HasIndex(t => t.PartOf).HasFilter("\"PartOf\" IS NOT NULL");
        ticket.HasIndex(t => t.BranchId).HasFilter("\"BranchId\" IS NOT NULL");
        ticket.HasIndex(t => t.NextMarkAt).HasFilter("\"NextMarkAt\" IS NOT NULL");
        ticket.HasIndex(t => new { t.QueueAt, t.Id }, "IX_Tickets_Queue_Snoozed").HasFilter("\"SnoozedUntil\" IS NOT NULL");
        ticket.HasIndex(t => t.SendAt).HasFilter("\"SendAt\" IS NOT NULL");
        ticket.HasIndex(t => new { t.AreaId, t.IdleSince }).HasFilter("\"IdleSince\" IS NOT NULL");
        ticket.HasIndex(t => t.StandsInFor).HasFilter("\"StandsInFor\" IS NOT NULL");
        ticket.HasIndex(t => t.FlaggedAt).HasFilter("\"FlaggedAt\" IS NOT NULL");

        // Few of the open ones have a step with a time of its own that is not done yet, and fewer let it pass.
        ticket.HasIndex(t => t.NextStepAt).HasFilter($"{Open} AND \"NextStepAt\" IS NOT NULL");
        ticket.HasIndex(t => t.ReviewSince).HasFilter("\"ReviewStage\" IS NOT NULL");
        ticket.HasIndex(t => t.ChangedAt, "IX_Tickets_StepsSkipped").HasFilter("\"StepsSkipped\" > 0");

        // What happened on a day, for the figures of that day; filings are found by their instant.
        ticket.HasIndex(t => t.AnsweredOn);
        ticket.HasIndex(t => t.ClosedOn);
        ticket.HasIndex(t => t.FirstReplyAt).HasFilter("\"FirstReplyAt\" IS NOT NULL");
        ticket.HasIndex(t => t.BreachedAt).HasFilter("\"BreachedAt\" IS NOT NULL");
        ticket.HasIndex(t => t.FirstResponseBreachedAt).HasFilter("\"FirstResponseBreachedAt\" IS NOT NULL");
    }
}
