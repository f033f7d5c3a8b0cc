# Image orders-web, written by assessor. Build it with `docker compose build`. Windows containers only: build and run it on a Windows host.
# Orders.Services/Orders.Services.csproj:11
FROM mcr.microsoft.com/dotnet/framework/sdk:4.8-windowsservercore-ltsc2022 AS build
WORKDIR /build
COPY . /build
# TODO: name the solution or project; packages.config wants `nuget restore` first
RUN nuget restore ; msbuild Orders.Web/Orders.Web.csproj /p:Configuration=Release /p:DeployOnBuild=true /p:WebPublishMethod=FileSystem /p:publishUrl=C:\out

FROM mcr.microsoft.com/dotnet/framework/aspnet:4.8-windowsservercore-ltsc2022
WORKDIR C:\inetpub\wwwroot
COPY --from=build C:/out .
EXPOSE 80
