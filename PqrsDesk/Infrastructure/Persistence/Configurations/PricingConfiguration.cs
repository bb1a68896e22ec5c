using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class PriceModelConfiguration : IEntityTypeConfiguration<PriceModelVersion>
{
    public void Configure(EntityTypeBuilder<PriceModelVersion> version)
    {
        version.ToTable("PriceModels");
        version.Property(v => v.MadeBy).HasMaxLength(Contact.NameLimit);
        version.Property(v => v.Model).HasJson();
    }
}

public sealed class QuoteConfiguration : IEntityTypeConfiguration<Quote>
{
    public void Configure(EntityTypeBuilder<Quote> quote)
    {
        quote.ToTable("Quotes");
        quote.Property(q => q.For).HasMaxLength(Quote.NameLimit);
        quote.Property(q => q.ForKey).HasMaxLength(Quote.NameLimit);
        quote.Property(q => q.MadeBy).HasMaxLength(Contact.NameLimit);
        quote.Property(q => q.DecidedBy).HasMaxLength(Contact.NameLimit);
        quote.Property(q => q.Reason).HasMaxLength(Quote.ReasonLimit);
        quote.Property(q => q.Content).HasJson();
        quote.Property(q => q.Currency).HasMaxLength(Money.CurrencyLimit);
        quote.Property(q => q.Version).IsConcurrencyToken();
        quote.HasOne<Customer>().WithMany().HasForeignKey(q => q.CustomerId).OnDelete(DeleteBehavior.SetNull);
        quote.HasOne<Contract>().WithMany().HasForeignKey(q => q.ContractId).OnDelete(DeleteBehavior.SetNull);
        quote.HasIndex(q => new { q.Year, q.Sequence, q.Revision }).IsUnique();
    }
}
