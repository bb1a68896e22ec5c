using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

/// <summary>What the rows of people and of organisations have in common. They are two tables: nothing asks for both.</summary>
internal static class PartyConfiguration
{
    public static void Configure<T>(EntityTypeBuilder<T> party)
        where T : Party
    {
        party.Property(p => p.Name).HasMaxLength(Party.NameLimit);
        party.Property(p => p.Document).HasMaxLength(Party.DocumentLimit);
        party.Property(p => p.DocumentKey).HasMaxLength(DocumentKey.Limit);
        party.Property(p => p.Email).HasMaxLength(Party.EmailLimit);
        party.Property(p => p.Telephone).HasMaxLength(Party.TelephoneLimit);
        party.Property(p => p.Address).HasMaxLength(Party.AddressLimit);
        party.Property(p => p.Municipality).HasMaxLength(Party.MunicipalityLimit);
        party.Property(p => p.ExternalId).HasMaxLength(Party.ExternalIdLimit);
        party.Property(p => p.ChangedBy).HasMaxLength(Party.NameLimit);

        // Who was there before is still dealt with.
        party.Property(p => p.Active).HasDefaultValue(true).HasSentinel(true);
        party.Property(p => p.Version).IsConcurrencyToken();
        party.Navigation(p => p.OtherPoints).HasField("_otherPoints").UsePropertyAccessMode(PropertyAccessMode.Field);
        party.Ignore(p => p.Points);
    }
}

public sealed class ContactPointConfiguration : IEntityTypeConfiguration<ContactPoint>
{
    public void Configure(EntityTypeBuilder<ContactPoint> point)
    {
        point.ToTable("ContactPoints");
        point.Property(p => p.Value).HasMaxLength(Party.EmailLimit);
        point.Property(p => p.Municipality).HasMaxLength(Party.MunicipalityLimit);
        point.Property(p => p.Key).HasMaxLength(Party.EmailLimit);

        // Filings find people by their other e-mails.
        point.HasIndex(p => new { p.Key, p.Kind });
    }
}

public sealed class CustomerWordConfiguration : IEntityTypeConfiguration<CustomerWord>
{
    public void Configure(EntityTypeBuilder<CustomerWord> word)
    {
        word.ToTable("CustomerWords");
        word.HasKey(w => new { w.CustomerId, w.Word });
        word.Property(w => w.Word).HasMaxLength(ContactWord.WordLimit);
        word.HasOne(w => w.Customer).WithMany().HasForeignKey(w => w.CustomerId).OnDelete(DeleteBehavior.Cascade);
        word.HasIndex(w => new { w.Word, w.CustomerId });
    }
}

public sealed class PartyNoteConfiguration : IEntityTypeConfiguration<PartyNote>
{
    public void Configure(EntityTypeBuilder<PartyNote> note)
    {
        note.ToTable("PartyNotes");
        note.Property(n => n.Text).HasMaxLength(PartyNote.TextLimit);
        note.Property(n => n.ByName).HasMaxLength(Party.NameLimit);
        note.HasOne<Contact>().WithMany().HasForeignKey(n => n.ContactId).OnDelete(DeleteBehavior.Cascade);
        note.HasOne<Customer>().WithMany().HasForeignKey(n => n.CustomerId).OnDelete(DeleteBehavior.Cascade);
        note.HasIndex(n => new { n.ContactId, n.Id });
        note.HasIndex(n => new { n.CustomerId, n.Id });
    }
}

/// <summary>Without foreign keys: a pair of somebody who is gone leads to nobody.</summary>
public sealed class PartyPairConfiguration : IEntityTypeConfiguration<PartyPair>
{
    public void Configure(EntityTypeBuilder<PartyPair> pair)
    {
        pair.ToTable("PartyPairs");
        pair.HasKey(p => new { p.Kind, p.FirstId, p.SecondId });
        pair.Property(p => p.ToldApartBy).HasMaxLength(Party.NameLimit);
        pair.HasIndex(p => new { p.Kind, p.SecondId });
        pair.HasIndex(p => new { p.Kind, p.Weight, p.FirstId, p.SecondId }, "IX_PartyPairs_Open").HasFilter("\"ToldApartAt\" IS NULL");
        pair.HasIndex(p => new { p.Kind, p.ToldApartAt }).HasFilter("\"ToldApartAt\" IS NOT NULL");
    }
}

public sealed class PairReadingConfiguration : IEntityTypeConfiguration<PairReading>
{
    public void Configure(EntityTypeBuilder<PairReading> reading)
    {
        reading.ToTable("PairReadings");
        reading.HasKey(r => r.Kind);
        reading.Property(r => r.Kind).ValueGeneratedNever();
    }
}

/// <summary>Without foreign keys: the one that was merged is gone, and its number still leads on.</summary>
public sealed class PartyMergeConfiguration : IEntityTypeConfiguration<PartyMerge>
{
    public void Configure(EntityTypeBuilder<PartyMerge> merge)
    {
        merge.ToTable("PartyMerges");
        merge.Property(m => m.FromName).HasMaxLength(Party.NameLimit);
        merge.Property(m => m.ByName).HasMaxLength(Party.NameLimit);
        merge.Property(m => m.UndoneBy).HasMaxLength(Party.NameLimit);
        merge.Property(m => m.Before).HasJson();
        merge.Property(m => m.Moved).HasJson();
        merge.HasIndex(m => new { m.Kind, m.FromId });
        merge.HasIndex(m => new { m.Kind, m.IntoId, m.Id });
    }
}

public sealed class SentRequestConfiguration : IEntityTypeConfiguration<SentRequest>
{
    public void Configure(EntityTypeBuilder<SentRequest> request)
    {
        request.ToTable("SentRequests");
        request.HasKey(r => r.Key);
        request.Property(r => r.Key).HasMaxLength(SentForm.KeyLimit);
        request.Property(r => r.Content).HasMaxLength(SentForm.KeyLimit);
        request.HasIndex(r => r.KeptUntil);
    }
}
