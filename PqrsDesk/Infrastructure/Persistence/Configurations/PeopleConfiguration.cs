using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class AreaConfiguration : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.Property(a => a.Name).HasMaxLength(Area.NameLimit);
        area.HasIndex(a => a.Name).IsUnique();
    }
}

public sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> member)
    {
        member.ToTable("Staff");
        member.Property(m => m.Name).HasMaxLength(Contact.NameLimit);
        member.Property(m => m.Email).HasMaxLength(Contact.EmailLimit);
        member.HasIndex(m => m.Email).IsUnique();
        member.HasOne<Area>().WithMany().HasForeignKey(m => m.AreaId).OnDelete(DeleteBehavior.Restrict);
        member.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.SubstituteId).OnDelete(DeleteBehavior.SetNull);
    }
}

public sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        PartyConfiguration.Configure(contact);
        contact.HasMany(c => c.OtherPoints).WithOne().HasForeignKey(p => p.ContactId).OnDelete(DeleteBehavior.Cascade);
        contact.HasOne(c => c.Customer).WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.SetNull);
        contact.HasIndex(c => c.Email);

        // Lists of people, the latest first, and those of one organisation.
        contact.HasIndex(c => new { c.CustomerId, c.Id });
        contact.HasIndex(c => c.ExternalId).HasFilter("\"ExternalId\" IS NOT NULL").IsUnique();
        contact.HasIndex(c => c.DocumentKey);
        contact.HasIndex(c => c.Id, "IX_Contacts_Unkeyed").HasFilter("\"DocumentKey\" IS NULL");
    }
}

public sealed class ContactWordConfiguration : IEntityTypeConfiguration<ContactWord>
{
    public void Configure(EntityTypeBuilder<ContactWord> word)
    {
        word.ToTable("ContactWords");
        word.HasKey(w => new { w.ContactId, w.Word });
        word.Property(w => w.Word).HasMaxLength(ContactWord.WordLimit);
        word.HasOne(w => w.Contact).WithMany().HasForeignKey(w => w.ContactId).OnDelete(DeleteBehavior.Cascade);
        word.HasIndex(w => new { w.Word, w.ContactId });
    }
}

public sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        PartyConfiguration.Configure(customer);
        customer.HasMany(c => c.OtherPoints).WithOne().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Cascade);
        customer.Property(c => c.SortName).HasMaxLength(Customer.NameLimit * 2);
        customer.HasIndex(c => c.Name).IsUnique();
        customer.HasIndex(c => new { c.SortName, c.Id });
        customer.HasIndex(c => new { c.ServiceLevel, c.SortName, c.Id });
        customer.HasIndex(c => c.DocumentKey);
        customer.HasIndex(c => c.ExternalId).HasFilter("\"ExternalId\" IS NOT NULL").IsUnique();
    }
}

public sealed class DeskUserConfiguration : IEntityTypeConfiguration<DeskUser>
{
    public void Configure(EntityTypeBuilder<DeskUser> user)
    {
        user.ToTable("Users");
        user.HasOne(u => u.Member).WithMany().HasForeignKey(u => u.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key) => key.Property(k => k.Name).HasMaxLength(ProtectionKey.NameLimit);
}

public sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.Property(k => k.Name).HasMaxLength(ApiKey.NameLimit);
        key.Property(k => k.Hash).HasMaxLength(64);
        key.HasIndex(k => k.Hash).IsUnique();
        key.HasIndex(k => k.Name).IsUnique();
    }
}
