using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class TopicConfiguration : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.Property(t => t.Name).HasMaxLength(Topic.NameLimit);
        topic.Ignore(t => t.Path);
        topic.HasOne(t => t.Parent).WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.Restrict);
        topic.HasOne(t => t.Area).WithMany().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Restrict);
        topic.HasIndex(t => new { t.ParentId, t.Name }).IsUnique();
    }
}

public sealed class RoutingRuleConfiguration : IEntityTypeConfiguration<RoutingRule>
{
    public void Configure(EntityTypeBuilder<RoutingRule> rule)
    {
        rule.Property(r => r.Definition).HasJson();
        rule.Property(r => r.ChangedBy).HasMaxLength(Contact.NameLimit);
        rule.Property(r => r.Version).IsConcurrencyToken();
    }
}

public sealed class RoutingChangeConfiguration : IEntityTypeConfiguration<RoutingChange>
{
    public void Configure(EntityTypeBuilder<RoutingChange> change)
    {
        change.Property(c => c.By).HasMaxLength(Contact.NameLimit);
        change.Property(c => c.Definition).HasJson();
    }
}

public sealed class WorkQueueConfiguration : IEntityTypeConfiguration<WorkQueue>
{
    public void Configure(EntityTypeBuilder<WorkQueue> queue)
    {
        queue.Property(q => q.Name).HasMaxLength(WorkQueue.NameLimit);
        queue.HasOne(q => q.Area).WithMany().HasForeignKey(q => q.AreaId).OnDelete(DeleteBehavior.Restrict);
        queue.HasIndex(q => new { q.AreaId, q.Name }).IsUnique();
    }
}

public sealed class AreaResponsibleConfiguration : IEntityTypeConfiguration<AreaResponsible>
{
    public void Configure(EntityTypeBuilder<AreaResponsible> responsible)
    {
        responsible.HasKey(r => new { r.AreaId, r.StaffId });
        responsible.HasOne<Area>().WithMany().HasForeignKey(r => r.AreaId).OnDelete(DeleteBehavior.Cascade);
        responsible.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.Property(a => a.Reason).HasMaxLength(Absence.ReasonLimit);
        absence.Property(a => a.MadeBy).HasMaxLength(Contact.NameLimit);
        absence.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.StaffId).OnDelete(DeleteBehavior.Cascade);
        absence.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.SubstituteId).OnDelete(DeleteBehavior.SetNull);
        absence.HasIndex(a => new { a.StaffId, a.To });
        absence.HasIndex(a => a.To);
        absence.HasIndex(a => a.From).HasFilter("\"HandOver\" <> 0 AND \"GivenBackAt\" IS NULL");
    }
}

public sealed class AgentSkillConfiguration : IEntityTypeConfiguration<AgentSkill>
{
    public void Configure(EntityTypeBuilder<AgentSkill> skill)
    {
        skill.ToTable("AgentSkills");
        skill.Property(s => s.Value).HasMaxLength(AgentSkill.ValueLimit);
        skill.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
        skill.HasIndex(s => new { s.StaffId, s.Kind, s.Value }).IsUnique();
    }
}
