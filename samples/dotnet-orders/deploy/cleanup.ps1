# started every night by the task scheduler, see NightlyCleanup.xml
Get-ChildItem "C:\NorthgateData\reports" -Filter *.csv | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-90) } | Remove-Item
Get-ChildItem "C:\NorthgateData\logs" | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-30) } | Remove-Item
sqlcmd -S "NGSQL01\PROD" -d Orders -U orders_app -P "N0rthg4te!Sql" -Q "EXEC dbo.usp_PurgeAudit @Days = 730"
