using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Together;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Channels;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Infrastructure.Persistence.Tallies;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>The whole model. Each engine has a one-line class below it that owns its migrations.</summary>
public abstract class DeskDb(DbContextOptions options) : IdentityUserContext<DeskUser, int>(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<LoggedEvent> Events => Set<LoggedEvent>();
    public DbSet<Deadline> Deadlines => Set<Deadline>();
    public DbSet<Pause> Pauses => Set<Pause>();
    public DbSet<PauseCause> PauseCauses => Set<PauseCause>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<HeldFile> HeldFiles => Set<HeldFile>();
    public DbSet<TrackingHash> TrackingHashes => Set<TrackingHash>();
    public DbSet<SentForm> SentForms => Set<SentForm>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Preference> Preferences => Set<Preference>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<ChannelMessage> ChannelMessages => Set<ChannelMessage>();
    public DbSet<MediaToFetch> MediaToFetch => Set<MediaToFetch>();
    public DbSet<ReceivedMail> ReceivedMails => Set<ReceivedMail>();
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    public DbSet<OutgoingPart> OutgoingParts => Set<OutgoingPart>();
    public DbSet<Mailbox> Mailboxes => Set<Mailbox>();
    public DbSet<MailKey> MailKeys => Set<MailKey>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<ProductDependency> ProductDependencies => Set<ProductDependency>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<CriticalitySchemeVersion> CriticalitySchemes => Set<CriticalitySchemeVersion>();
    public DbSet<ProductBranch> ProductBranches => Set<ProductBranch>();
    public DbSet<Outage> Outages => Set<Outage>();
    public DbSet<OutageCase> OutageCases => Set<OutageCase>();
    public DbSet<PlannedDowntime> PlannedDowntimes => Set<PlannedDowntime>();
    public DbSet<OutageUpdate> OutageUpdates => Set<OutageUpdate>();
    public DbSet<PlatformWatch> PlatformWatches => Set<PlatformWatch>();
    public DbSet<IncidentAnswer> IncidentAnswers => Set<IncidentAnswer>();
    public DbSet<AnsweredCase> AnsweredCases => Set<AnsweredCase>();
    public DbSet<SupportPlan> SupportPlans => Set<SupportPlan>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<ContractProduct> ContractProducts => Set<ContractProduct>();
    public DbSet<ContractStep> ContractSteps => Set<ContractStep>();
    public DbSet<ContractTold> ContractTold => Set<ContractTold>();
    public DbSet<RoutingRule> RoutingRules => Set<RoutingRule>();
    public DbSet<RoutingChange> RoutingChanges => Set<RoutingChange>();
    public DbSet<WorkQueue> WorkQueues => Set<WorkQueue>();
    public DbSet<AreaResponsible> AreaResponsibles => Set<AreaResponsible>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<AgentSkill> AgentSkills => Set<AgentSkill>();
    public DbSet<KeywordRule> KeywordRules => Set<KeywordRule>();
    public DbSet<ClassificationSettings> ClassificationSettings => Set<ClassificationSettings>();
    public DbSet<Branch> Branches => Set<Branch>();
    public DbSet<DataPolicy> DataPolicies => Set<DataPolicy>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<ContactWord> ContactWords => Set<ContactWord>();
    public DbSet<ContactPoint> ContactPoints => Set<ContactPoint>();
    public DbSet<CustomerWord> CustomerWords => Set<CustomerWord>();
    public DbSet<PartyNote> PartyNotes => Set<PartyNote>();
    public DbSet<PartyPair> PartyPairs => Set<PartyPair>();
    public DbSet<PairReading> PairReadings => Set<PairReading>();
    public DbSet<PartyMerge> PartyMerges => Set<PartyMerge>();
    public DbSet<SentRequest> SentRequests => Set<SentRequest>();
    public DbSet<BoxOpening> BoxOpenings => Set<BoxOpening>();
    public DbSet<BoxPaper> BoxPapers => Set<BoxPaper>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<CalendarVersion> Calendars => Set<CalendarVersion>();
    public DbSet<SlaPolicy> Policies => Set<SlaPolicy>();
    public DbSet<LegalRule> LegalRules => Set<LegalRule>();
    public DbSet<FilingPracticeVersion> FilingPractices => Set<FilingPracticeVersion>();
    public DbSet<CareVersion> CareVersions => Set<CareVersion>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<FilingSequence> FilingSequences => Set<FilingSequence>();
    public DbSet<RollUp> RollUps => Set<RollUp>();
    public DbSet<DayFigures> DayFigures => Set<DayFigures>();
    public DbSet<KeptParts> DayParts => Set<KeptParts>();
    public DbSet<StaleDay> StaleDays => Set<StaleDay>();
    public DbSet<TextSignature> TextSignatures => Set<TextSignature>();
    public DbSet<TextBand> TextBands => Set<TextBand>();
    public DbSet<TextReading> TextReadings => Set<TextReading>();
    public DbSet<DistinctPair> DistinctPairs => Set<DistinctPair>();
    public DbSet<CaseFollower> Followers => Set<CaseFollower>();
    public DbSet<ChatLine> ChatLines => Set<ChatLine>();
    public DbSet<ChatReading> ChatReadings => Set<ChatReading>();
    public DbSet<CaseTag> CaseTags => Set<CaseTag>();
    public DbSet<CaseField> CaseFields => Set<CaseField>();
    public DbSet<SpentTime> SpentTimes => Set<SpentTime>();
    public DbSet<CareMark> CareMarks => Set<CareMark>();
    public DbSet<AskedTask> AskedTasks => Set<AskedTask>();
    public DbSet<CustomField> CustomFields => Set<CustomField>();
    public DbSet<OpenTally> OpenTallies => Set<OpenTally>();
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<ArticleVersion> ArticleVersions => Set<ArticleVersion>();
    public DbSet<ArticleWord> ArticleWords => Set<ArticleWord>();
    public DbSet<ArticleUse> ArticleUses => Set<ArticleUse>();
    public DbSet<ReplyTemplate> ReplyTemplates => Set<ReplyTemplate>();
    public DbSet<Macro> Macros => Set<Macro>();
    public DbSet<ReportAction> ReportActions => Set<ReportAction>();
    public DbSet<MonthRemarks> MonthRemarks => Set<MonthRemarks>();
    public DbSet<ReportPractice> ReportPractices => Set<ReportPractice>();
    public DbSet<SentReport> SentReports => Set<SentReport>();
    public DbSet<PriceModelVersion> PriceModels => Set<PriceModelVersion>();
    public DbSet<Quote> Quotes => Set<Quote>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DeskDb).Assembly);
    }
}

public sealed class SqliteDeskDb(DbContextOptions<SqliteDeskDb> options) : DeskDb(options)
{
    // SQLite neither orders nor compares DateTimeOffset: microseconds since 1970 do both.
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<Instants.AsMicroseconds>();
}

public sealed class PostgresDeskDb(DbContextOptions<PostgresDeskDb> options) : DeskDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<Instants.AsUtc>();

    // Letter by letter, as SQLite does: in a language's own order a beginning is no range of the index.
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ContactWord>().Property(word => word.Word).UseCollation("C");
        builder.Entity<Customer>().Property(customer => customer.SortName).UseCollation("C");
        builder.Entity<CustomerWord>().Property(word => word.Word).UseCollation("C");
        builder.Entity<ArticleWord>().Property(word => word.Word).UseCollation("C");
        builder.Entity<CaseTag>().Property(tag => tag.Key).UseCollation("C");
    }
}
