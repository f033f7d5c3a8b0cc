# escape=`
# Image orders-worker, written by assessor. Build it with `docker compose build`. Not run here: no image of this kind was built in our tests. Windows containers only: build and run it on a Windows host.
# Orders.Services/Orders.Services.csproj:11
# answers csharp-system-drawing in Orders.Core/Infrastructure/LabelPrinter.cs:2, Orders.Core/Infrastructure/LabelPrinter.cs:23, Orders.Core/Infrastructure/LabelPrinter.cs:24; windows-only-assembly in Orders.Core/Orders.Core.csproj:33
FROM mcr.microsoft.com/dotnet/framework/sdk:4.8-windowsservercore-ltsc2022 AS build
WORKDIR C:\build
COPY . .
RUN nuget restore Northgate.Orders.sln
RUN msbuild Orders.Worker/Orders.Worker.csproj /p:Configuration=Release /p:OutDir=C:/out/

FROM mcr.microsoft.com/dotnet/framework/runtime:4.8-windowsservercore-ltsc2022
WORKDIR C:\app
COPY --from=build C:\out .
CMD ["Orders.Worker.exe"]
