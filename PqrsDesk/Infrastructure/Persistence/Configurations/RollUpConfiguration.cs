using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class RollUpConfiguration : IEntityTypeConfiguration<RollUp>
{
    public void Configure(EntityTypeBuilder<RollUp> rollUp)
    {
        rollUp.ToTable("RollUps");
        rollUp.Property(r => r.Id).ValueGeneratedNever();
        rollUp.Property(r => r.Zone).HasMaxLength(64);
        rollUp.Property(r => r.Round).IsConcurrencyToken();
    }
}

public sealed class DayFiguresConfiguration : IEntityTypeConfiguration<DayFigures>
{
    public void Configure(EntityTypeBuilder<DayFigures> figures)
    {
        figures.ToTable("DayFigures");
        figures.HasKey(f => new { f.Day, f.AreaId, f.Priority });
        figures.Ignore(f => f.Answered);
        figures.Ignore(f => f.Open);
    }
}

public sealed class DayPartsConfiguration : IEntityTypeConfiguration<KeptParts>
{
    public void Configure(EntityTypeBuilder<KeptParts> parts)
    {
        parts.ToTable("DayParts");
        parts.HasKey(p => new { p.Day, p.AreaId });
        parts.Property(p => p.Received).HasJson();
    }
}

public sealed class StaleDayConfiguration : IEntityTypeConfiguration<StaleDay>
{
    public void Configure(EntityTypeBuilder<StaleDay> stale)
    {
        stale.ToTable("StaleDays");
        stale.HasIndex(s => s.Day);
    }
}
