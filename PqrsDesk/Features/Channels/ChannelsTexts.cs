namespace PqrsDesk.Features.Channels;

/// <summary>What a program that brings messages is told.</summary>
public sealed class ChannelsTexts;
