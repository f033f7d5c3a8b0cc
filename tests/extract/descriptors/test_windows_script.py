"""Services and scheduled tasks that batch files and PowerShell set up."""

from facts_of import facts_of

from assessor.extract.descriptors.windows_script import DESCRIPTOR


def test_service_control() -> None:
    text = """@echo off
rem sc create Old binPath= old.exe
sc create OrderSync binPath= "\\"C:\\Order Sync\\sync.exe\\" -queue" start= auto
sc.exe \\\\web01 create Mailer binPath="C:\\mailer.exe"
sc config OrderSync start= demand
sc delete Other
echo sc create Said binPath= said.exe
"""
    assert facts_of(DESCRIPTOR, text, "setup.bat") == [
        '3 Process OrderSync "C:\\Order Sync\\sync.exe" -queue service',
        "3 Trait deploy.windows-service by=sc create",
        "4 Process Mailer C:\\mailer.exe service",
        "4 Trait deploy.windows-service by=sc create",
    ]


def test_nssm_by_variables_over_several_lines() -> None:
    text = """SET NAME=shop
set "NSSM=%CD%\\tools\\nssm.exe"
%NSSM% install %NAME% C:\\old.exe
%NSSM% set %NAME% Application ^
  C:\\shop\\shop.exe
%NSSM% set %NAME% AppParameters web --port 80
%NSSM% remove other confirm
"""
    assert facts_of(DESCRIPTOR, text, "install.cmd") == [
        "3 Process shop C:\\shop\\shop.exe web --port 80 web",
        "3 Trait deploy.windows-service by=nssm install",
    ]


def test_what_only_the_caller_knows_is_no_process() -> None:
    text = """%nssm% install %1 "%cd%\\bin\\%1.exe"
nssm install Sync $exe
"""
    assert facts_of(DESCRIPTOR, text, "run.cmd") == [
        "1 Trait deploy.windows-service by=nssm install",
        "2 Trait deploy.windows-service by=nssm install",
    ]


def test_powershell() -> None:
    text = """<#
New-Service -Name Said -BinaryPathName said.exe
#>
param(
  [string]$Target = "C:\\Orders"
)
New-Service -Name "Orders" -BinaryPathName "$Target\\Orders.exe" `
  -StartupType Automatic
& "$env:windir\\Microsoft.NET\\Framework\\v4.0.30319\\InstallUtil.exe" /username=x "$Target\\Mail.Worker.exe"
InstallUtil /u Gone.exe
$action = New-ScheduledTaskAction -Execute "powershell.exe" -Argument "-File export.ps1"
$trigger = New-ScheduledTaskTrigger -Daily -At 3am
Register-ScheduledTask -TaskName "Export" -Action $action -Trigger $trigger
"""
    assert facts_of(DESCRIPTOR, text, "install.ps1") == [
        "7 Process Orders C:\\Orders\\Orders.exe service",
        "7 Trait deploy.windows-service by=New-Service",
        "9 Process Mail.Worker C:\\Orders\\Mail.Worker.exe worker",
        "9 Trait deploy.windows-service by=InstallUtil",
        "13 Process Export powershell.exe -File export.ps1 job Daily At 3am",
        "13 Trait scheduler.windows-task command=powershell.exe -File export.ps1,schedule=Daily At 3am",
        "13 Trait windows.task name=Export",
    ]


def test_commons_daemon() -> None:
    text = """prunsrv.exe //IS//Files ^
 --DisplayName "Files" ^
 --Classpath "C:\\My Files\\files.jar" ^
 --StartClass=Main
prunsrv.exe //DS//Gone
"""
    assert facts_of(DESCRIPTOR, text, "install.bat") == [
        '1 Process Files java -classpath "C:\\My Files\\files.jar" Main service',
        "1 Trait deploy.windows-service by=//IS//",
    ]


def test_scheduled_tasks() -> None:
    text = """if %errorlevel% equ 0 schtasks /create /tn "Nightly export" /tr "\\"C:\\p\\php.exe\\" export.php" /sc daily /st 02:00 /ru SYSTEM
schtasks /Create /SC MINUTE /MO 5 /TN "\\Acme\\Poll" /TR poll.exe
schtasks /delete /tn Old /f
schtasks /create /tn Described /xml described.xml
"""
    assert facts_of(DESCRIPTOR, text, "tasks.bat") == [
        '1 Process Nightly export "C:\\p\\php.exe" export.php job daily 02:00',
        '1 Trait scheduler.windows-task command="C:\\p\\php.exe" export.php,schedule=daily 02:00',
        "1 Trait windows.task name=Nightly export",
        "2 Process Acme\\Poll poll.exe job MINUTE 5",
        "2 Trait scheduler.windows-task command=poll.exe,schedule=MINUTE 5",
        "2 Trait windows.task name=Acme\\Poll",
        "4 Trait windows.task name=Described",
    ]


def test_secrets_are_not_filled_in() -> None:
    text = """set API_TOKEN=hunter2hunter2
nssm install poll C:\\poll.exe --token %API_TOKEN%
"""
    assert "hunter2" not in "\n".join(facts_of(DESCRIPTOR, text, "a.bat"))


def test_broken() -> None:
    assert facts_of(DESCRIPTOR, 'sc create "', "a.bat") == []
