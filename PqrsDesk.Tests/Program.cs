// The test assembly is the bench too: dotnet run -c Release --project PqrsDesk.Tests -- bench [NAME]
return 0;
