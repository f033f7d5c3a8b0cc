# escape=`
# Image orders-services, written by assessor. Build it with `docker compose build`. Not run here: no image of this kind was built in our tests. Windows containers only: build and run it on a Windows host.
# Orders.Services/Orders.Services.csproj:11
# answers csharp-system-drawing in Orders.Core/Infrastructure/LabelPrinter.cs:2, Orders.Core/Infrastructure/LabelPrinter.cs:23, Orders.Core/Infrastructure/LabelPrinter.cs:24; runtime-end-of-life in Orders.Services/Orders.Services.csproj:11; windows-only-assembly in Orders.Core/Orders.Core.csproj:33
FROM mcr.microsoft.com/dotnet/framework/sdk:4.8-windowsservercore-ltsc2022 AS build
WORKDIR C:\build
COPY . .
RUN nuget restore Northgate.Orders.sln
RUN msbuild Orders.Services/Orders.Services.csproj /p:Configuration=Release /p:DeployOnBuild=true /p:WebPublishMethod=FileSystem /p:publishUrl=C:\out

FROM mcr.microsoft.com/dotnet/framework/aspnet:4.8-windowsservercore-ltsc2022
WORKDIR C:\inetpub\wwwroot
COPY --from=build C:\out .
EXPOSE 80
