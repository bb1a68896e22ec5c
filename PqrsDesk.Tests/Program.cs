using PqrsDesk.Bench;

// The test assembly is the bench too: dotnet run -c Release --project PqrsDesk.Tests -- bench [NAME]
return args is ["bench", .. var names] ? await Benches.RunAsync(names) : Benches.Explain();
