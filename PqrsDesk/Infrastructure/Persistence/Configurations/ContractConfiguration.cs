using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class SupportPlanConfiguration : IEntityTypeConfiguration<SupportPlan>
{
    public void Configure(EntityTypeBuilder<SupportPlan> plan)
    {
        plan.Property(p => p.Key).HasMaxLength(SupportPlan.KeyLimit);
        plan.Property(p => p.Definition).HasJson();
        plan.HasIndex(p => new { p.Key, p.Version }).IsUnique();
    }
}

public sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> contract)
    {
        contract.Property(c => c.Number).HasMaxLength(Contract.NumberLimit);
        contract.ComplexProperty(c => c.Price, price => price.Property(m => m.Currency).HasMaxLength(Money.CurrencyLimit));
        contract.ComplexProperty(c => c.Surcharge, surcharge => surcharge.Property(m => m.Currency).HasMaxLength(Money.CurrencyLimit));
        contract.HasOne(c => c.Customer).WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);
        contract.HasOne(c => c.Plan).WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.Restrict);
        contract.HasMany(c => c.Products).WithOne().HasForeignKey(p => p.ContractId).OnDelete(DeleteBehavior.Cascade);
        contract.HasIndex(c => c.Number).IsUnique();
    }
}

public sealed class ContractProductConfiguration : IEntityTypeConfiguration<ContractProduct>
{
    public void Configure(EntityTypeBuilder<ContractProduct> product)
    {
        product.ToTable("ContractProducts");
        product.HasKey(p => new { p.ContractId, p.ProductId });
        product.HasOne<Product>().WithMany().HasForeignKey(p => p.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
