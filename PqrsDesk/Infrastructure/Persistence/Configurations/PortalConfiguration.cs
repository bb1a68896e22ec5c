using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class BranchConfiguration : IEntityTypeConfiguration<Branch>
{
    public void Configure(EntityTypeBuilder<Branch> branch)
    {
        branch.Property(b => b.Name).HasMaxLength(Branch.NameLimit);
        branch.Property(b => b.Key).HasMaxLength(Branch.KeyLimit);
        branch.HasIndex(b => b.Key).IsUnique();
    }
}

public sealed class DataPolicyConfiguration : IEntityTypeConfiguration<DataPolicy>
{
    public void Configure(EntityTypeBuilder<DataPolicy> policy)
    {
        policy.ToTable("DataPolicies");
        policy.Property(p => p.Text).HasMaxLength(DataPolicy.TextLimit);
        policy.Property(p => p.MadeBy).HasMaxLength(Contact.NameLimit);
        policy.HasIndex(p => p.Version).IsUnique();
    }
}

public sealed class TrackingHashConfiguration : IEntityTypeConfiguration<TrackingHash>
{
    public void Configure(EntityTypeBuilder<TrackingHash> hash)
    {
        hash.ToTable("TrackingHashes");
        hash.HasKey(h => h.TicketId);
        hash.Property(h => h.TicketId).ValueGeneratedNever();
        hash.Property(h => h.Hash).HasMaxLength(TrackingCode.HashLength);
        hash.HasOne<Ticket>().WithOne().HasForeignKey<TrackingHash>(h => h.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class HeldFileConfiguration : IEntityTypeConfiguration<HeldFile>
{
    public void Configure(EntityTypeBuilder<HeldFile> file)
    {
        file.ToTable("HeldFiles");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Form).HasMaxLength(HeldFile.KeyLimit);
        file.Property(f => f.Name).HasMaxLength(Ticket.FileNameLimit);
        file.Property(f => f.ContentType).HasMaxLength(120);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.HasIndex(f => f.Form);
        file.HasIndex(f => f.KeptUntil);
    }
}

public sealed class SentFormConfiguration : IEntityTypeConfiguration<SentForm>
{
    public void Configure(EntityTypeBuilder<SentForm> form)
    {
        form.ToTable("SentForms");
        form.HasKey(f => f.Key);
        form.Property(f => f.Key).HasMaxLength(SentForm.KeyLimit);
        form.Property(f => f.Likeness).HasMaxLength(SentForm.KeyLimit);
        form.Property(f => f.Content).HasMaxLength(SentForm.KeyLimit);
        form.HasOne<Ticket>().WithMany().HasForeignKey(f => f.TicketId).OnDelete(DeleteBehavior.Cascade);
        form.HasIndex(f => new { f.Likeness, f.SentAt }).HasFilter("\"Likeness\" IS NOT NULL");
        form.HasIndex(f => f.KeptUntil).HasFilter("\"KeptUntil\" IS NOT NULL");
    }
}
