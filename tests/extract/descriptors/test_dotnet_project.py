"""MSBuild projects, packages.config, global.json, solutions."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.dotnet_project import DESCRIPTOR


def test_web_application_of_the_framework() -> None:
    text = """<?xml version="1.0" encoding="utf-8"?>
<Project ToolsVersion="12.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <PropertyGroup>
    <ProjectTypeGuids>{349c5851-65df-11da-9384-00065b846f21};{fae04ec0-301f-11d3-bf4b-00c04f79efbc}</ProjectTypeGuids>
    <OutputType>Library</OutputType>
    <AssemblyName>Acme.Orders</AssemblyName>
    <TargetFrameworkVersion>v4.5.2</TargetFrameworkVersion>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="System.Web" />
    <Reference Include="Newtonsoft.Json, Version=6.0.0.0"><HintPath>..\\packages\\x.dll</HintPath></Reference>
  </ItemGroup>
</Project>
"""
    assert facts_of(DESCRIPTOR, text, "src/Orders/Orders.csproj") == [
        "5 Artifact Acme.Orders site src/Orders main!",
        "7 Trait runtime.version name=dotnet-framework,version=4.5.2",
        "10 Trait assembly.reference kind=Reference,name=System.Web",
    ]


def test_modern_web() -> None:
    text = """<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Npgsql" Version="8.0.1" />
    <PackageReference Include="StyleCop.Analyzers"><Version>1.1</Version><PrivateAssets>all</PrivateAssets></PackageReference>
  </ItemGroup>
</Project>
"""
    assert facts_of(DESCRIPTOR, text, "Web.csproj") == [
        "1 Artifact Web site main!",
        "2 Trait runtime.version name=dotnet,version=8.0",
        "4 Library Npgsql nuget 8.0.1 runtime",
        "5 Library StyleCop.Analyzers nuget 1.1 development",
    ]


def test_windows_service() -> None:
    text = """<Project>
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net472</TargetFramework>
  </PropertyGroup>
  <ItemGroup><Reference Include="System.ServiceProcess" /></ItemGroup>
</Project>
"""
    assert facts_of(DESCRIPTOR, text, "Sync/Sync.vbproj") == [
        "3 Artifact Sync windows-service Sync main!",
        "4 Trait runtime.version name=dotnet-framework,version=4.7.2",
        "6 Trait assembly.reference kind=Reference,name=System.ServiceProcess",
    ]


def test_desktop() -> None:
    text = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>WinExe</OutputType><TargetFramework>net6.0-windows</TargetFramework><UseWPF>true</UseWPF></PropertyGroup>
</Project>
"""
    assert facts_of(DESCRIPTOR, text, "Desk.csproj") == [
        "2 Artifact Desk desktop main!",
        "2 Trait runtime.version name=dotnet,platform=windows,version=6.0",
    ]


def test_tests_are_no_artifact() -> None:
    text = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFrameworks>net6.0;netstandard2.0</TargetFrameworks></PropertyGroup>
  <ItemGroup><PackageReference Include="xunit" Version="2.4" /></ItemGroup>
</Project>
"""
    assert facts_of(DESCRIPTOR, text, "Orders.Tests.csproj") == [
        "2 Trait runtime.version name=dotnet,version=6.0",
        "2 Trait runtime.version name=netstandard,version=2.0",
        "3 Library xunit nuget 2.4 runtime",
    ]


def test_packages_config() -> None:
    text = """<packages>
  <package id="EntityFramework" version="6.1.3" targetFramework="net45" />
</packages>
"""
    assert facts_of(DESCRIPTOR, text, "src/packages.config") == [
        "2 Library EntityFramework nuget 6.1.3 runtime",
    ]


def test_global_json() -> None:
    text = """{
  // pinned
  "sdk": {"version": "6.0.100"}
}
"""
    assert facts_of(DESCRIPTOR, text, "global.json") == [
        "3 Trait runtime.version name=dotnet-sdk,version=6.0.100",
    ]


def test_solution() -> None:
    text = """Microsoft Visual Studio Solution File, Format Version 12.00
Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Orders", "src\\Orders\\Orders.csproj", "{11111111-1111-1111-1111-111111111111}"
EndProject
"""
    assert facts_of(DESCRIPTOR, text, "Acme.sln") == [
        "2 Artifact Acme solution src/Orders/Orders.csproj",
    ]


def test_a_solution_in_the_newer_format() -> None:
    text = """<Solution>
  <Folder Name="/src/">
    <File Path="README.md" />
    <Project Path="src\\Orders/Orders.csproj" />
    <Project Path="pages.esproj" />
    <Project Path="orders.txt" />
  </Folder>
</Solution>"""
    assert facts_of(DESCRIPTOR, text, "deploy/Acme.slnx") == [
        "4 Artifact Acme solution deploy deploy/pages.esproj,deploy/src/Orders/Orders.csproj",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """<<<<
""",
            "A.csproj",
        )


def test_versions_by_property_and_for_all_projects_below() -> None:
    text = """<Project>
  <PropertyGroup>
    <EfVersion>8.0.1</EfVersion>
  </PropertyGroup>
  <ItemGroup>
    <PackageVersion Include="Microsoft.EntityFrameworkCore" Version="$(EfVersion)" />
    <PackageVersion Include="Other" Version="$(Unknown)" />
  </ItemGroup>
</Project>
"""
    assert facts_of(DESCRIPTOR, text, "Directory.Packages.props") == [
        "3 Trait build.property name=EfVersion,value=8.0.1",
        "6 Library Microsoft.EntityFrameworkCore nuget 8.0.1 runtime",
        "7 Library Other nuget $(Unknown) runtime",
    ]
