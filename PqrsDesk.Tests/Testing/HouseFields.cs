using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Casework.Fields;
using Xunit;

namespace PqrsDesk.Testing;

/// <summary>Fields of the house, as its administrator makes them.</summary>
public static class HouseFields
{
    public static async Task AddFieldAsync(this AnyDesk desk, FieldForm form) => Assert.Null(await desk.Get<KeepFields>().SaveAsync(form, Samples.Someone(Role.Admin), CancellationToken.None));

    public static async Task<IReadOnlyList<CustomField>> FieldsAsync(this AnyDesk desk) => (await desk.Get<KeepFields>().ReadAsync(CancellationToken.None)).Fields;
}
