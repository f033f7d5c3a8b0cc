# installs or updates the worker on this machine
param(
    [string]$Source = "\\NGBUILD01\drop\Orders.Worker\Release",
    [string]$Target = "C:\Program Files (x86)\Northgate\OrderWorker"
)

$name = "NorthgateOrderWorker"

Import-Module ServerManager
Add-WindowsFeature MSMQ-Server | Out-Null

if (Get-Service $name -ErrorAction SilentlyContinue) {
    Stop-Service $name
}
New-Item -ItemType Directory -Force -Path $Target | Out-Null
New-Item -ItemType Directory -Force -Path "C:\NorthgateData\logs", "C:\NorthgateData\worker", "C:\NorthgateData\reports", "C:\NorthgateData\upload" | Out-Null
Copy-Item "$Source\*" $Target -Recurse -Force

if (-not (Get-Service $name -ErrorAction SilentlyContinue)) {
    & "$env:windir\Microsoft.NET\Framework\v4.0.30319\InstallUtil.exe" /username=NORTHGATE\svc-orders /password='Svc-0rders-2009' "$Target\Orders.Worker.exe"
}
Start-Service $name
