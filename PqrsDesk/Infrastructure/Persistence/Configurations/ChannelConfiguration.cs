using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels;

namespace PqrsDesk.Infrastructure.Persistence.Configurations;

public sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.HasKey(c => new { c.Channel, c.ExternalId });
        conversation.Property(c => c.Channel).HasMaxLength(ChannelSettings.NameLimit);
        conversation.Property(c => c.ExternalId).HasMaxLength(Conversation.IdLimit);
        conversation.HasOne<Ticket>().WithMany().HasForeignKey(c => c.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class ChannelMessageConfiguration : IEntityTypeConfiguration<ChannelMessage>
{
    public void Configure(EntityTypeBuilder<ChannelMessage> message)
    {
        message.HasKey(m => new { m.Channel, m.ExternalId });
        message.Property(m => m.Channel).HasMaxLength(ChannelSettings.NameLimit);
        message.Property(m => m.ExternalId).HasMaxLength(Conversation.IdLimit);
        message.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}
