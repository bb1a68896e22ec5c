using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class CaseTagConfiguration : IEntityTypeConfiguration<CaseTag>
{
    public void Configure(EntityTypeBuilder<CaseTag> tag)
    {
        tag.ToTable("CaseTags");

        // By the word first: the queue asks which cases have it, and what is typed finds its beginnings.
        tag.HasKey(t => new { t.Key, t.TicketId });
        tag.HasIndex(t => t.TicketId);
        tag.Property(t => t.Key).HasMaxLength(Tag.KeyLimit);
        tag.Property(t => t.Name).HasMaxLength(Tag.Limit);
        tag.HasOne<Ticket>().WithMany(t => t.TagRows).HasForeignKey(t => t.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class CaseFieldConfiguration : IEntityTypeConfiguration<CaseField>
{
    public void Configure(EntityTypeBuilder<CaseField> field)
    {
        field.ToTable("CaseFields");

        // As a tag: by what is asked for first.
        field.HasKey(f => new { f.FieldId, f.Value, f.TicketId });
        field.HasIndex(f => f.TicketId);
        field.Property(f => f.Value).HasMaxLength(FieldValues.KeyLimit);
        field.HasOne<Ticket>().WithMany(t => t.FieldRows).HasForeignKey(f => f.TicketId).OnDelete(DeleteBehavior.Cascade);
        field.HasOne<CustomField>().WithMany().HasForeignKey(f => f.FieldId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class SpentTimeConfiguration : IEntityTypeConfiguration<SpentTime>
{
    public void Configure(EntityTypeBuilder<SpentTime> time)
    {
        time.ToTable("SpentTimes");
        time.HasKey(t => new { t.TicketId, t.Number });
        time.HasIndex(t => new { t.On, t.TicketId, t.Number });
        time.Property(t => t.By).HasMaxLength(Contact.NameLimit);
        time.Property(t => t.What).HasMaxLength(TimeEntry.WhatLimit);
        time.HasOne<Ticket>().WithMany().HasForeignKey(t => t.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class AskedTaskConfiguration : IEntityTypeConfiguration<AskedTask>
{
    private const string Open = "\"State\" = 1";

    public void Configure(EntityTypeBuilder<AskedTask> task)
    {
        task.ToTable("AskedTasks");
        task.HasKey(t => new { t.TicketId, t.Number });
        task.Property(t => t.AskedBy).HasMaxLength(Contact.NameLimit);
        task.Property(t => t.Question).HasMaxLength(CaseTask.QuestionLimit);
        task.HasOne<Ticket>().WithMany().HasForeignKey(t => t.TicketId).OnDelete(DeleteBehavior.Cascade);
        task.HasOne<Area>().WithMany().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.AskedById).OnDelete(DeleteBehavior.Restrict);
        task.HasIndex(t => new { t.AreaId, t.DueAt }, "IX_AskedTasks_Area").HasFilter(Open);
        task.HasIndex(t => new { t.PersonId, t.DueAt }, "IX_AskedTasks_Person").HasFilter(Open);
        task.HasIndex(t => new { t.AskedById, t.DueAt }, "IX_AskedTasks_AskedBy").HasFilter(Open);
        task.HasIndex(t => t.DueAt, "IX_AskedTasks_Open").HasFilter(Open);
        task.HasIndex(t => t.NextMarkAt).HasFilter("\"NextMarkAt\" IS NOT NULL");
    }
}

public sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> field)
    {
        field.ToTable("CustomFields");
        field.HasIndex(f => f.Key).IsUnique();
        field.Property(f => f.Key).HasMaxLength(CustomField.KeyLimit);
        field.Property(f => f.Name).HasMaxLength(CustomField.NameLimit);
        field.Property(f => f.Help).HasMaxLength(CustomField.HelpLimit);
        field.Property(f => f.Topic).HasMaxLength(Filing.TopicLimit);
        field.Property(f => f.Product).HasMaxLength(Product.NameLimit);
        field.Property(f => f.Options).HasJson();
        field.Property(f => f.Kinds).HasJson();
        field.Property(f => f.When).HasJson();
        field.Ignore(f => f.Chooses);
    }
}
