using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.Property(p => p.Name).HasMaxLength(Product.NameLimit);
        product.Property(p => p.Description).HasMaxLength(Product.DescriptionLimit);
        product.Property(p => p.CalendarKey).HasMaxLength(CalendarVersion.KeyLimit);

        // What was there before there were kinds is a product.
        product.Property(p => p.Kind).HasDefaultValue(ProductKind.Product).HasSentinel((ProductKind)0);
        product.HasIndex(p => p.Name).IsUnique();
        product.HasOne<Area>().WithMany().HasForeignKey(p => p.OwnerAreaId).OnDelete(DeleteBehavior.SetNull);
        product.HasOne<Product>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.SetNull);
    }
}

public sealed class ProductDependencyConfiguration : IEntityTypeConfiguration<ProductDependency>
{
    public void Configure(EntityTypeBuilder<ProductDependency> dependency)
    {
        dependency.ToTable("ProductDependencies");
        dependency.HasKey(d => new { d.ProductId, d.DependsOnId });
        dependency.Property(d => d.Note).HasMaxLength(ProductDependency.NoteLimit);
        dependency.HasOne<Product>().WithMany().HasForeignKey(d => d.ProductId).OnDelete(DeleteBehavior.Cascade);
        dependency.HasOne<Product>().WithMany().HasForeignKey(d => d.DependsOnId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ProductBranchConfiguration : IEntityTypeConfiguration<ProductBranch>
{
    public void Configure(EntityTypeBuilder<ProductBranch> offered)
    {
        offered.ToTable("ProductBranches");
        offered.HasKey(b => new { b.ProductId, b.BranchId });
        offered.HasOne<Product>().WithMany().HasForeignKey(b => b.ProductId).OnDelete(DeleteBehavior.Cascade);
        offered.HasOne<Branch>().WithMany().HasForeignKey(b => b.BranchId).OnDelete(DeleteBehavior.Cascade);
    }
}
