using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.People;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class PreferenceConfiguration : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> preference)
    {
        preference.ToTable("Preferences");
        preference.HasKey(p => new { p.StaffId, p.Key });
        preference.Property(p => p.Key).HasMaxLength(Preference.KeyLimit);
        preference.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
