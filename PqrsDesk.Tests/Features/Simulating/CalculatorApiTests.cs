using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Simulating;

public sealed class CalculatorApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    private const string Office = """{"timeZone":"America/Bogota","weekly":[["mon","08:00","12:00"],["mon","13:00","17:00"],["tue","08:00","17:00"],["fri","08:00","17:00"]],"holidays":["2026-03-23"]}""";

    private const string History = """[{"at":"2026-03-20T15:00:00-05:00","type":"created","priority":"high"},{"at":"2026-03-20T16:00:00-05:00","type":"agentReply","waitingOnCustomer":true}]""";

    [Fact]
    public async Task Due_is_answered_with_its_working()
    {
        var answer = await AskAsync(DeskUrls.ApiCalculatorDue, $$"""{"calendar":{{Office}},"start":"2026-03-20T21:30:00Z","businessMinutes":90.5}""");

        Assert.Equal("2026-03-24T09:00:30-05:00", answer.GetProperty("due").GetString());
        Assert.Contains(answer.GetProperty("explanation").EnumerateArray(), line => line.GetString() == "lunes 23 de marzo: festivo");
    }

    [Theory]
    [InlineData("\"office\"", "2026-03-20T17:00:00-05:00")]
    [InlineData("\"always\"", "2026-03-20T17:00:00-05:00")]
    [InlineData("\"legal\"", "2026-03-20T17:00:00-05:00")]
    [InlineData("\"2\"", "2026-03-20T17:00:00-05:00")]
    [InlineData("2", "2026-03-20T17:00:00-05:00")]
    public async Task A_calendar_of_the_desk_goes_by_its_key_or_number(string calendar, string due)
    {
        var answer = await AskAsync(DeskUrls.ApiCalculatorDue, $$"""{"calendar":{{calendar}},"start":"2026-03-20T16:00:00-05:00","businessMinutes":60}""");

        Assert.Equal(due, answer.GetProperty("due").GetString());
    }

    [Fact]
    public async Task The_offset_of_an_answer_is_that_of_its_own_day()
    {
        var answer = await AskAsync(DeskUrls.ApiCalculatorDue, """{"calendar":{"timeZone":"Europe/Madrid","weekly":[["sun","00:00","24:00"],["sat","22:00","24:00"]]},"start":"2026-03-28T22:00:00+01:00","businessMinutes":300}""");

        Assert.Equal("2026-03-29T04:00:00+02:00", answer.GetProperty("due").GetString());
    }

    [Theory]
    [InlineData("2026-03-20T16:00:00-05:00", "2026-03-24T08:00:15.3-05:00", "60.255")]
    [InlineData("2026-03-20T16:00:00-05:00", "2026-03-20T16:30:00-05:00", "30")]
    [InlineData("2026-03-24T16:00:00-05:00", "2026-03-20T16:30:00-05:00", "0")]
    public async Task Elapsed_keeps_fractions_and_is_nought_backwards(string start, string end, string minutes)
    {
        var answer = await AskAsync(DeskUrls.ApiCalculatorElapsed, $$"""{"calendar":{{Office}},"start":"{{start}}","end":"{{end}}"}""");

        Assert.Equal(minutes, answer.GetProperty("businessMinutes").GetRawText());
    }

    [Theory]
    [InlineData("\"businessDays\":15", "2026-04-15")]
    [InlineData("\"regime\":\"ley1755.peticion\"", "2026-04-15")]
    [InlineData("\"regime\":\"ley1755\"", "2026-04-15")]
    [InlineData("\"regime\":\"ley1755.documentos\"", "2026-04-08")]
    [InlineData("\"businessDays\":1,\"calendar\":\"legal\"", "2026-03-24")]
    [InlineData("\"businessDays\":0", "2026-03-20")]
    public async Task A_term_ends_with_its_last_day(string length, string lastDay)
    {
        var answer = await AskAsync(DeskUrls.ApiCalculatorTerm, $$"""{"filedAt":"2026-03-21T03:30:00Z",{{length}}}""");

        Assert.Equal(lastDay, answer.GetProperty("lastDay").GetString());
        Assert.Equal($"{lastDay}T23:59:59-05:00", answer.GetProperty("due").GetString());
        Assert.StartsWith("radicado el viernes 20 de marzo de 2026", answer.GetProperty("explanation")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_answers_one_state_for_each_instant_in_the_order_asked()
    {
        var answer = await AskAsync(DeskUrls.ApiCalculatorReplay,
            $$$"""{"calendar":{{{Office}}},"targets":{"high":{"responseMinutes":30,"resolutionMinutes":120}},"events":{{{History}}},"asOf":["2026-03-25T00:00:00Z","2026-03-20T15:15:30-05:00"]}""");

        Assert.Equal(
            """{"states":[{"priority":"high","responseState":"breached","responseDue":"2026-03-20T15:30:00-05:00","responseConsumedMinutes":60,"responseBreached":true,"resolutionState":"paused","resolutionDue":null,"resolutionConsumedMinutes":60,"resolutionBreached":false},{"priority":"high","responseState":"pending","responseDue":"2026-03-20T15:30:00-05:00","responseConsumedMinutes":15.5,"responseBreached":false,"resolutionState":"running","resolutionDue":"2026-03-20T17:00:00-05:00","resolutionConsumedMinutes":15.5,"resolutionBreached":false}]}""",
            answer.GetRawText());
    }

    [Fact]
    public async Task A_priority_without_targets_has_no_state()
    {
        var answer = await AskAsync(DeskUrls.ApiCalculatorReplay, $$"""{"calendar":{{Office}},"targets":{},"events":{{History}},"asOf":["2026-03-20T16:00:00-05:00"]}""");

        var state = answer.GetProperty("states")[0];
        Assert.All((string[])["responseState", "responseDue", "resolutionState", "resolutionDue"], name => Assert.Equal(JsonValueKind.Null, state.GetProperty(name).ValueKind));
        Assert.Equal(60, state.GetProperty("responseConsumedMinutes").GetDecimal());
    }

    [Fact]
    public async Task An_array_is_answered_in_order_and_a_longer_one_refused()
    {
        static string Array(int count) => $"[{string.Join(',', Enumerable.Range(1, count).Select(minutes => $$"""{"calendar":{{Office}},"start":"2026-03-20T08:00:00-05:00","businessMinutes":{{minutes}}}"""))}]";

        var answers = await AskAsync(DeskUrls.ApiCalculatorDue, Array(1_000));
        Assert.Equal(
            Enumerable.Range(1, 1_000).Select(minutes => minutes <= 540 ? 20 : 24),
            answers.EnumerateArray().Select(answer => answer.GetProperty("due").GetDateTimeOffset().Day));
        Assert.Equal(0, (await AskAsync(DeskUrls.ApiCalculatorDue, "[]")).GetArrayLength());
        Assert.Equal([""], await RefusedAsync(DeskUrls.ApiCalculatorDue, Array(1_001)));
    }

    [Theory]
    [InlineData("\"calendar\":null,\"start\":1,\"businessMinutes\":\"NaN\"", "businessMinutes", "calendar", "start")]
    [InlineData("\"calendar\":\"nightly\",\"start\":\"2026-03-20T08:00:00\",\"businessMinutes\":-1", "businessMinutes", "calendar", "start")]
    [InlineData("\"calendar\":true,\"start\":\"2026-02-30T08:00:00Z\",\"businessMinutes\":1e400", "businessMinutes", "calendar", "start")]
    [InlineData("\"calendar\":\"office\",\"start\":\"2026-03-20T08:00:00Z\",\"businessMinutes\":52704001", "businessMinutes")]
    [InlineData("\"calendar\":\"office\",\"start\":\"2026-03-20T08:00:00Z\",\"businessMinutes\":52000000", "businessMinutes")]
    [InlineData("\"calendar\":\"office\",\"start\":\"2290-03-20T08:00:00Z\",\"businessMinutes\":9000000", "businessMinutes")]
    [InlineData("\"calendar\":\"office\",\"start\":\"1983-03-20T08:00:00Z\",\"businessMinutes\":1", "start")]
    [InlineData("\"calendar\":\"office\",\"start\":\"0001-01-01T00:00:00+14:00\",\"businessMinutes\":1", "start")]
    [InlineData("\"calendar\":\"office\",\"start\":\"2026-03-20\",\"businessMinutes\":true", "businessMinutes", "start")]
    [InlineData("\"calendar\":\"\\ud800\",\"start\":\"\\ud800\",\"businessMinutes\":null", "businessMinutes", "calendar", "start")]
    public async Task What_cannot_be_due_is_told_by_its_field(string body, params string[] fields) =>
        Assert.Equal(fields, await RefusedAsync(DeskUrls.ApiCalculatorDue, $$"""{{{body}}}"""));

    [Theory]
    [InlineData("""{}""", "calendar.timeZone", "calendar.weekly")]
    [InlineData("""{"timeZone":"Mars/Olympus","weekly":[["mon","08:00","12:00"]]}""", "calendar.timeZone")]
    [InlineData("""{"timeZone":"../../etc/passwd","weekly":[["mon","08:00","12:00"]]}""", "calendar.timeZone")]
    [InlineData("""{"timeZone":"localtime","weekly":[["mon","08:00","12:00"]]}""", "calendar.timeZone")]
    [InlineData("""{"timeZone":"America/Bogota","weekly":[]}""", "calendar.weekly")]
    [InlineData("""{"timeZone":"America/Bogota","weekly":[["mon","08:00","12:00"],["mon","11:00","13:00"]]}""", "calendar.weekly[1]")]
    [InlineData("""{"timeZone":"America/Bogota","weekly":[["mon","12:00","08:00"]]}""", "calendar.weekly[0]")]
    [InlineData("""{"timeZone":"America/Bogota","weekly":[["mon","08:00","08:00"]]}""", "calendar.weekly[0]")]
    [InlineData("""{"timeZone":"America/Bogota","weekly":[["lun","08:00","12:00"],["tue","8","12:00"],["wed","08:00"],"thu",["fri","08:00","24:01"]]}""", "calendar.weekly[0]", "calendar.weekly[1]", "calendar.weekly[2]", "calendar.weekly[3]", "calendar.weekly[4]")]
    [InlineData("""{"timeZone":"America/Bogota","weekly":{"mon":1}}""", "calendar.weekly")]
    [InlineData("""{"timeZone":"America/Bogota","weekly":[["mon","08:00","12:00"]],"holidays":["2026-02-30",3]}""", "calendar.holidays[0]", "calendar.holidays[1]")]
    [InlineData("""{"timeZone":"America/Bogota","weekly":[["mon","08:00","12:00"]],"holidays":"2026-01-01"}""", "calendar.holidays")]
    public async Task What_is_no_calendar_is_told_by_its_field(string calendar, params string[] fields)
    {
        Assert.Equal(fields, await RefusedAsync(DeskUrls.ApiCalculatorElapsed, $$"""{"calendar":{{calendar}},"start":"2026-03-20T08:00:00Z","end":"2026-03-21T08:00:00Z"}"""));
        Assert.Equal(
            fields.Select(field => $"[1].{field}"),
            await RefusedAsync(DeskUrls.ApiCalculatorTerm, $$"""[{"filedAt":"2026-03-20T08:00:00Z","businessDays":1},{"calendar":{{calendar}},"filedAt":"2026-03-20T08:00:00Z","businessDays":1}]"""));
    }

    [Theory]
    [InlineData(DeskUrls.ApiCalculatorElapsed, """{"calendar":"always","start":"2026-03-20T08:00:00Z","end":"2126-03-20T08:00:01Z"}""", "end")]
    [InlineData(DeskUrls.ApiCalculatorElapsed, """{"calendar":"always","start":"2126-03-20T08:00:01Z","end":"2026-03-20T08:00:00Z"}""", "end")]
    [InlineData(DeskUrls.ApiCalculatorElapsed, """[{"calendar":"always","start":"2026-03-20T08:00:00Z","end":"2026-03-20T08:00:00Z"},7,null]""", "[1]", "[2]")]
    [InlineData(DeskUrls.ApiCalculatorElapsed, "7", "")]
    [InlineData(DeskUrls.ApiCalculatorElapsed, "null", "")]
    [InlineData(DeskUrls.ApiCalculatorTerm, """{"filedAt":"2026-03-20T08:00:00Z"}""", "businessDays")]
    [InlineData(DeskUrls.ApiCalculatorTerm, """{"filedAt":"2026-03-20T08:00:00Z","businessDays":1.5}""", "businessDays")]
    [InlineData(DeskUrls.ApiCalculatorTerm, """{"filedAt":"2026-03-20T08:00:00Z","businessDays":-1}""", "businessDays")]
    [InlineData(DeskUrls.ApiCalculatorTerm, """{"filedAt":"2026-03-20T08:00:00Z","businessDays":36600}""", "businessDays")]
    [InlineData(DeskUrls.ApiCalculatorTerm, """{"filedAt":"2026-03-20T08:00:00Z","businessDays":1e99}""", "businessDays")]
    [InlineData(DeskUrls.ApiCalculatorTerm, """{"filedAt":"2026-03-20T08:00:00Z","regime":"ley1"}""", "regime")]
    [InlineData(DeskUrls.ApiCalculatorTerm, """{"filedAt":"2299-12-25T08:00:00Z","regime":"ley142.pqr"}""", "filedAt")]
    [InlineData(DeskUrls.ApiCalculatorTerm, """{"filedAt":"2026-03-20T08:00:00Z","regime":"ley142.pqr","businessDays":3}""", "regime")]
    public async Task Other_questions_are_refused_by_their_field(string address, string body, params string[] fields) =>
        Assert.Equal(fields, await RefusedAsync(address, body));

    [Theory]
    [InlineData("[]", "events")]
    [InlineData("[{\"at\":\"2026-03-20T08:00:00Z\",\"type\":\"created\"}]", "events[0].priority")]
    [InlineData("[{\"at\":\"2026-03-20T08:00:00Z\",\"type\":\"resolved\"}]", "events[0].type")]
    [InlineData("[{\"at\":\"2026-03-20T08:00:00Z\",\"type\":\"created\",\"priority\":\"a\"},{\"at\":\"2026-03-20T08:00:00Z\",\"type\":\"created\",\"priority\":\"a\"}]", "events[1].type")]
    [InlineData("[{\"at\":\"2026-03-20T08:00:00Z\",\"type\":\"created\",\"priority\":\"a\"},{\"at\":\"2026-03-20T07:59:59Z\",\"type\":\"resolved\"}]", "events[1].at")]
    [InlineData("[{\"at\":\"2026-03-20T08:00:00\",\"type\":\"closed\",\"priority\":1,\"waitingOnCustomer\":\"yes\"},3]", "events[0].at", "events[0].priority", "events[0].type", "events[0].waitingOnCustomer", "events[1]")]
    [InlineData("[{\"at\":\"2026-03-20T08:00:00Z\",\"type\":\"created\",\"priority\":\"a\"},{\"at\":\"2127-03-20T07:59:59Z\",\"type\":\"resolved\"}]", "events[1].at")]
    [InlineData("{}", "events")]
    [InlineData("null", "events")]
    public async Task A_wrong_history_is_told_by_its_event(string events, params string[] fields) =>
        Assert.Equal(fields, await RefusedAsync(DeskUrls.ApiCalculatorReplay, $$$"""{"calendar":"office","targets":{"a":{"responseMinutes":1}},"events":{{{events}}},"asOf":["2026-03-21T08:00:00Z"]}"""));

    [Theory]
    [InlineData("{\"high\":{\"responseMinutes\":-1,\"resolutionMinutes\":\"2\"}}", "[]", "targets.high.resolutionMinutes", "targets.high.responseMinutes")]
    [InlineData("{\"high\":3,\"\\ud800\":{}}", "[]", "targets", "targets.high")]
    [InlineData("{\"high\":{},\"High\":{}}", "[]", "targets.High")]
    [InlineData("[]", "[\"2026-03-20T15:00:00\",5]", "asOf[0]", "asOf[1]", "targets")]
    [InlineData("{}", "[\"2026-03-20T14:59:59-05:00\"]", "asOf[0]")]
    [InlineData("{}", "[\"2127-03-20T14:59:59-05:00\"]", "asOf[0]")]
    [InlineData("{}", "null", "asOf")]
    [InlineData("{\"high\":{\"responseMinutes\":52000000}}", "[\"2026-03-20T16:00:00-05:00\"]", "targets")]
    public async Task Wrong_targets_and_instants_are_told_by_their_place(string targets, string asOf, params string[] fields) =>
        Assert.Equal(fields, await RefusedAsync(DeskUrls.ApiCalculatorReplay, $$"""{"calendar":{{Office}},"targets":{{targets}},"events":{{History}},"asOf":{{asOf}}}"""));

    [Theory]
    [InlineData("")]
    [InlineData("{\"calendar\":")]
    [InlineData("{\"start\":NaN}")]
    [InlineData("{\"\\ud800\":1,}")]
    public async Task What_is_no_JSON_is_a_problem(string body)
    {
        using var client = await ClientAsync();
        foreach (var address in (string[])[DeskUrls.ApiCalculatorDue, DeskUrls.ApiCalculatorElapsed, DeskUrls.ApiCalculatorTerm, DeskUrls.ApiCalculatorReplay])
            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), Kind(await client.PostAsync(address, Json(body))));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PostAsync(DeskUrls.ApiCalculatorDue, new StringContent("x"))).StatusCode);
    }

    [Fact]
    public async Task What_is_no_UTF8_is_a_problem()
    {
        using var client = await ClientAsync();
        var body = new ByteArrayContent([.. "{\"calendar\":\""u8, 0xff, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } };

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), Kind(await client.PostAsync(DeskUrls.ApiCalculatorDue, body)));
    }

    [Fact]
    public async Task Too_large_a_body_is_a_problem()
    {
        using var client = await ClientAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, DeskUrls.ApiCalculatorDue) { Content = Json(new string(' ', (8 * 1024 * 1024) + 1)), Headers = { ExpectContinue = true } };

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), Kind(await client.SendAsync(request)));
    }

    [Fact]
    public async Task The_holidays_of_a_year_are_computed()
    {
        using var client = await ClientAsync();
        var year = await client.GetFromJsonAsync<JsonElement>("/api/v1/calculator/holidays/CO/2026");

        Assert.Equal(("CO", 2026, 19), (year.GetProperty("country").GetString(), year.GetProperty("year").GetInt32(), year.GetProperty("holidays").GetArrayLength()));
        Assert.Contains(year.GetProperty("holidays").EnumerateArray(), holiday => holiday.GetProperty("date").GetString() == "2026-07-13");
        foreach (var (address, field) in ((string, string)[])[("CO/1983", "year"), ("CO/2400", "year"), ("CO/next", "year"), ("PE/2026", "country")])
        {
            var answer = await client.GetAsync($"/api/v1/calculator/holidays/{address}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal([field], Fields(await answer.Content.ReadFromJsonAsync<JsonElement>()));
        }
    }

    [Fact]
    public async Task Staff_may_ask_with_their_cookie_and_strangers_may_not()
    {
        var body = """{"filedAt":"2026-03-20T08:00:00Z","businessDays":1}""";
        using var staff = await desk.StaffAsync();
        using var stranger = desk.Client();

        Assert.Equal(HttpStatusCode.OK, (await staff.PostAsync(DeskUrls.ApiCalculatorTerm, Json(body))).StatusCode);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), Kind(await stranger.PostAsync(DeskUrls.ApiCalculatorTerm, Json(body))));
    }

    [Fact]
    public async Task Every_rule_in_force_can_be_asked_for()
    {
        var terms = CitedTerm.On(LegalBook.Shipped, new(2026, 3, 20));
        var asked = string.Join(',', terms.Select(term => $$"""{"filedAt":"2026-03-20T08:00:00-05:00","regime":"{{term.Code}}"}"""));

        var answers = (await AskAsync(DeskUrls.ApiCalculatorTerm, $"[{asked}]")).EnumerateArray().ToList();

        Assert.Equal(
            terms.Select(term => term.Unit == DeadlineUnit.BusinessDays ? term.Amount : 0),
            answers.Select(answer => answer.GetProperty("explanation").EnumerateArray().Count(line => line.GetString()!.StartsWith("día ", StringComparison.Ordinal))));
        Assert.Equal(terms.Select(term => (term.Rule.Definition.Source, term.Rule.Definition.IsConfirmed)),
            answers.Select(answer => (answer.GetProperty("source").GetString()!, answer.GetProperty("confirmed").GetBoolean())));
    }

    // Codes that programs use: they were published before the rules were data.
    [Theory]
    [InlineData("ley1755.peticion", "2026-04-15")]
    [InlineData("ley1755.documentos", "2026-04-08")]
    [InlineData("ley1755.consulta", "2026-05-07")]
    [InlineData("ley1755.completar", "2026-04-08")]
    [InlineData("ley1755.traslado", "2026-03-30")]
    [InlineData("ley1755.autoridades", "2026-04-08")]
    [InlineData("ley1712.informacion", "2026-04-08")]
    [InlineData("ley1581.consulta", "2026-04-08")]
    [InlineData("ley1581.reclamo", "2026-04-15")]
    [InlineData("ley142.pqr", "2026-04-15")]
    [InlineData("ley1480.reclamacion", "2026-04-15")]
    [InlineData("ley1369.pqr", "2026-04-15")]
    [InlineData("crc.pqr", "2026-04-15")]
    [InlineData("sfc.queja", "2026-04-15")]
    [InlineData("congreso.informe", "2026-03-30")]
    [InlineData("pe.reclamacion", "2026-04-15")]
    public async Task The_published_codes_stay(string code, string lastDay)
    {
        var answer = await AskAsync(DeskUrls.ApiCalculatorTerm, $$"""{"filedAt":"2026-03-20T08:00:00-05:00","regime":"{{code}}"}""");

        Assert.Equal(lastDay, answer.GetProperty("lastDay").GetString());
    }

    [Theory]
    [InlineData("2020-03-27T20:00:00-05:00", "2020-04-21")]
    [InlineData("2020-03-28T00:00:00-05:00", "2020-05-13")]
    [InlineData("2022-05-17T23:59:59-05:00", "2022-07-01")]
    [InlineData("2022-05-18T00:00:00-05:00", "2022-06-09")]
    public async Task The_rule_is_that_of_the_filing_date(string filedAt, string lastDay) => Assert.Equal(
        lastDay,
        (await AskAsync(DeskUrls.ApiCalculatorTerm, $$"""{"filedAt":"{{filedAt}}","regime":"ley1755.peticion"}""")).GetProperty("lastDay").GetString());

    [Fact]
    public async Task Clock_hours_are_due_at_their_instant_and_their_last_day_is_its_date()
    {
        var answer = await AskAsync(DeskUrls.ApiCalculatorTerm, """{"filedAt":"2026-03-20T20:15:00-05:00","regime":"supersalud.priorizado"}""");

        Assert.Equal(("2026-03-22", "2026-03-22T20:15:00-05:00"), (answer.GetProperty("lastDay").GetString(), answer.GetProperty("due").GetString()));
        Assert.StartsWith("radicado el viernes 20 de marzo de 2026 a las 20:15", answer.GetProperty("explanation")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-06-21T08:00:00-05:00", "supersalud.simple")]
    [InlineData("2015-06-29T08:00:00-05:00", "ley1755.peticion")]
    [InlineData("2015-06-29T08:00:00-05:00", "ley1755.traslado")]
    public async Task A_rule_that_was_not_in_force_is_refused_by_its_field(string filedAt, string code) =>
        Assert.Equal(["regime"], await RefusedAsync(DeskUrls.ApiCalculatorTerm, $$"""{"filedAt":"{{filedAt}}","regime":"{{code}}"}"""));

    [Fact]
    public async Task Holidays_of_a_calendar_are_as_it_was_corrected()
    {
        var before = (await HolidaysAsync("?calendar=office")).Select(day => day.GetProperty("date").GetString()).ToList();
        Assert.Equal((await HolidaysAsync("")).Select(day => day.GetProperty("date").GetString()), before);

        await desk.AddAsync(new CalendarVersion
        {
            Key = "corregido",
            Version = 1,
            IsCurrent = true,
            Definition = new()
            {
                Name = "Corregido",
                TimeZone = "America/Bogota",
                Weekly = Domain.Calendars.HoursBlock.WholeWeekdays,
                HolidayCountry = "CO",
                RemovedHolidays = [new(2026, 7, 13)],
                ExtraHolidays = [new(2026, 8, 6), new(2027, 8, 6)],
            },
        });
        var corrected = await HolidaysAsync("?calendar=corregido");

        Assert.Equal(before.Except(["2026-07-13"]).Append("2026-08-06").Order(StringComparer.Ordinal), corrected.Select(day => day.GetProperty("date").GetString()));
        Assert.Equal("Festivo propio", corrected.Single(day => day.GetProperty("date").GetString() == "2026-08-06").GetProperty("name").GetString());
        using var client = await ClientAsync();
        var unknown = await client.GetAsync("/api/v1/calculator/holidays/CO/2026?calendar=nada");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(["calendar"], Fields(await unknown.Content.ReadFromJsonAsync<JsonElement>()));
    }

    private async Task<List<JsonElement>> HolidaysAsync(string query)
    {
        using var client = await ClientAsync();
        return [.. (await client.GetFromJsonAsync<JsonElement>($"/api/v1/calculator/holidays/CO/2026{query}")).GetProperty("holidays").EnumerateArray()];
    }

    [Fact]
    public async Task The_description_has_the_calculator()
    {
        using var client = desk.Client();
        var paths = (await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");

        foreach (var address in (string[])[DeskUrls.ApiCalculatorDue, DeskUrls.ApiCalculatorElapsed, DeskUrls.ApiCalculatorTerm, DeskUrls.ApiCalculatorReplay])
        {
            var post = paths.GetProperty(address).GetProperty("post");
            Assert.True(post.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
            Assert.True(post.GetProperty("responses").TryGetProperty("400", out _));
        }

        var holidays = paths.GetProperty(DeskUrls.ApiCalculatorHolidays).GetProperty("get");
        Assert.Contains(holidays.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "calendar" && parameter.GetProperty("in").GetString() == "query");
    }

    private async Task<JsonElement> AskAsync(string address, string body)
    {
        using var client = await ClientAsync();
        var answer = await client.PostAsync(address, Json(body));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <returns>The fields that were named.</returns>
    private async Task<IEnumerable<string>> RefusedAsync(string address, string body)
    {
        using var client = await ClientAsync();
        var answer = await client.PostAsync(address, Json(body));
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), Kind(answer));
        return Fields(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static IEnumerable<string> Fields(JsonElement problem) =>
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal);

    private static (HttpStatusCode, string?) Kind(HttpResponseMessage answer) => (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType);

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<HttpClient> ClientAsync()
    {
        var (kept, shown) = ApiKey.Create($"Prueba {Guid.NewGuid():N}", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        var client = desk.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return client;
    }
}
