using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class CareVersionConfiguration : IEntityTypeConfiguration<CareVersion>
{
    public void Configure(EntityTypeBuilder<CareVersion> version)
    {
        version.ToTable("CareVersions");
        version.Property(v => v.MadeBy).HasMaxLength(Contact.NameLimit);
        version.Property(v => v.Definition).HasJson();
    }
}

public sealed class CareMarkConfiguration : IEntityTypeConfiguration<CareMark>
{
    public void Configure(EntityTypeBuilder<CareMark> mark)
    {
        mark.ToTable("CareMarks");
        mark.Property(m => m.Id).ValueGeneratedNever();
    }
}
