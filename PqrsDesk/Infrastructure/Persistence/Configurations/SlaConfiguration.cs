using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class CalendarVersionConfiguration : IEntityTypeConfiguration<CalendarVersion>
{
    public void Configure(EntityTypeBuilder<CalendarVersion> calendar)
    {
        calendar.ToTable("Calendars");
        calendar.Property(c => c.Key).HasMaxLength(CalendarVersion.KeyLimit);
        calendar.Property(c => c.MadeBy).HasMaxLength(Contact.NameLimit);
        calendar.Property(c => c.Definition).HasJson();
        calendar.HasIndex(c => new { c.Key, c.Version }).IsUnique();
    }
}

public sealed class SlaPolicyConfiguration : IEntityTypeConfiguration<SlaPolicy>
{
    public void Configure(EntityTypeBuilder<SlaPolicy> policy)
    {
        policy.ToTable("Policies");
        policy.Property(p => p.Key).HasMaxLength(SlaPolicy.KeyLimit);
        policy.Property(p => p.MadeBy).HasMaxLength(Contact.NameLimit);
        policy.Property(p => p.Definition).HasJson();
        policy.HasOne<CalendarVersion>().WithMany().HasForeignKey(p => p.CalendarVersionId).OnDelete(DeleteBehavior.Restrict);
        policy.HasIndex(p => new { p.Key, p.Version }).IsUnique();
    }
}

public sealed class FilingSequenceConfiguration : IEntityTypeConfiguration<FilingSequence>
{
    public void Configure(EntityTypeBuilder<FilingSequence> sequence)
    {
        sequence.HasKey(s => s.Year);
        sequence.Property(s => s.Year).ValueGeneratedNever();
    }
}
