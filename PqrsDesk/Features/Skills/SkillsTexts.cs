namespace PqrsDesk.Features.Skills;

public sealed class SkillsTexts;
