using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class TextSignatureConfiguration : IEntityTypeConfiguration<TextSignature>
{
    public void Configure(EntityTypeBuilder<TextSignature> signature)
    {
        signature.HasKey(s => s.TicketId);
        signature.Property(s => s.TicketId).ValueGeneratedNever();
        signature.HasOne<Ticket>().WithOne(t => t.Signature).HasForeignKey<TextSignature>(s => s.TicketId).OnDelete(DeleteBehavior.Cascade);
        signature.HasIndex(s => new { s.GroupId, s.FiledAt }).HasFilter("\"GroupId\" IS NOT NULL");

        // With the group in it the last weeks are counted from the index alone.
        signature.HasIndex(s => new { s.FiledAt, s.GroupId });
    }
}

/// <summary>Without a foreign key: the band of a ticket that is gone leads to nobody.</summary>
public sealed class TextBandConfiguration : IEntityTypeConfiguration<TextBand>
{
    public void Configure(EntityTypeBuilder<TextBand> band) => band.HasKey(b => new { b.Hash, b.TicketId });
}

public sealed class TextReadingConfiguration : IEntityTypeConfiguration<TextReading>
{
    public void Configure(EntityTypeBuilder<TextReading> reading) => reading.Property(r => r.Id).ValueGeneratedNever();
}

public sealed class DistinctPairConfiguration : IEntityTypeConfiguration<DistinctPair>
{
    public void Configure(EntityTypeBuilder<DistinctPair> pair)
    {
        pair.HasKey(p => new { p.FirstId, p.SecondId });
        pair.Property(p => p.ByName).HasMaxLength(Contact.NameLimit);
        pair.HasOne<Ticket>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Cascade);
        pair.HasOne<Ticket>().WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Cascade);
    }
}
