using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Infrastructure.Persistence.Tallies;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class OpenTallyConfiguration : IEntityTypeConfiguration<OpenTally>
{
    public void Configure(EntityTypeBuilder<OpenTally> tally) => tally.ToTable("OpenTallies");
}
