using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Views;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

/// <remarks>They are few, and all are kept at hand: no index is asked.</remarks>
public sealed class ViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.Property(v => v.Name).HasMaxLength(SavedView.NameLimit);
        view.Property(v => v.Address).HasMaxLength(SavedView.AddressLimit);
        view.Ignore(v => v.IsShared);
        view.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.MakerId).OnDelete(DeleteBehavior.Cascade);
        view.HasOne<Area>().WithMany().HasForeignKey(v => v.AreaId).OnDelete(DeleteBehavior.Cascade);
    }
}
