using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels;
using PqrsDesk.Infrastructure.Channels.Meta;

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
        message.Property(m => m.Conversation).HasMaxLength(Conversation.IdLimit);
        message.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class MediaToFetchConfiguration : IEntityTypeConfiguration<MediaToFetch>
{
    public void Configure(EntityTypeBuilder<MediaToFetch> media)
    {
        media.ToTable("MediaToFetch");
        media.Property(m => m.Account).HasMaxLength(MediaToFetch.IdLimit);
        media.Property(m => m.MediaId).HasMaxLength(MediaToFetch.IdLimit);
        media.Property(m => m.Url).HasMaxLength(MediaToFetch.UrlLimit);
        media.Property(m => m.Name).HasMaxLength(Ticket.FileNameLimit);
        media.Property(m => m.ContentType).HasMaxLength(MediaToFetch.TypeLimit);
        media.Property(m => m.Error).HasMaxLength(MediaToFetch.ErrorLimit);
        media.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId).OnDelete(DeleteBehavior.Cascade);
        media.HasIndex(m => m.NextAttemptAt).HasFilter("\"NextAttemptAt\" IS NOT NULL");
    }
}
