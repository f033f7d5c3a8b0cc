@echo off
rem copies the release builds to the application server
set TARGET=\\NGAPP01\wwwroot$
net use %TARGET% /user:NORTHGATE\deploy D3ploy-NG!

xcopy /E /Y /I ..\Orders.Web\obj\Release\Package\PackageTmp %TARGET%\Orders
if errorlevel 1 goto failed
xcopy /E /Y /I ..\Orders.Services\obj\Release\Package\PackageTmp %TARGET%\OrderServices
if errorlevel 1 goto failed

psexec \\NGAPP01 %windir%\system32\inetsrv\appcmd.exe recycle apppool /apppool.name:Orders
psexec \\NGAPP01 %windir%\system32\inetsrv\appcmd.exe recycle apppool /apppool.name:OrderServices
net use %TARGET% /delete
echo finished
exit /b 0

:failed
echo COPY FAILED
net use %TARGET% /delete
exit /b 1
