# escape=`
# Image orders-web, written by assessor. Build it with `docker compose build`. Not run here: no image of this kind was built in our tests. Windows containers only: build and run it on a Windows host.
# Orders.Services/Orders.Services.csproj:11
FROM mcr.microsoft.com/dotnet/framework/sdk:4.8-windowsservercore-ltsc2022 AS build
WORKDIR C:\build
COPY . .
RUN nuget restore Northgate.Orders.sln
RUN msbuild Orders.Web/Orders.Web.csproj /p:Configuration=Release /p:DeployOnBuild=true /p:WebPublishMethod=FileSystem /p:publishUrl=C:\out

FROM mcr.microsoft.com/dotnet/framework/aspnet:4.8-windowsservercore-ltsc2022
WORKDIR C:\inetpub\wwwroot
COPY --from=build C:\out .
EXPOSE 80
