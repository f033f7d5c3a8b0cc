using System;
using System.Diagnostics;
using System.IO;
using log4net;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Processing;

namespace Northgate.Orders.Worker
{
    public class NightJobs
    {
        private const string MarkerFile = @"C:\NorthgateData\worker\lastrun.txt";

        private static readonly ILog Log = LogManager.GetLogger(typeof(NightJobs));

        private readonly PriceFileImporter importer = new PriceFileImporter();
        private readonly InvoiceService invoices = new InvoiceService();

        public void Tick(DateTime now)
        {
            try
            {
                importer.ImportAll();
                if (now.Hour == 2 && LastRun() != now.Date)
                {
                    File.WriteAllText(MarkerFile, now.ToString("yyyy-MM-dd"));
                    RunNight();
                }
            }
            catch (Exception e)
            {
                Log.Error("tick failed", e);
                EventLog.WriteEntry("NorthgateOrderWorker", e.ToString(), EventLogEntryType.Error);
            }
        }

        private void RunNight()
        {
            int rows = Database.Procedure("dbo.usp_RebuildStockReservations");
            int reminders = invoices.RemindOverdue();
            Log.InfoFormat("night: {0} reservations rebuilt, {1} reminders", rows, reminders);
            // hands the invoices of the day to the accounting package
            var info = new ProcessStartInfo(@"C:\Program Files (x86)\LedgerLink\llimport.exe", "/silent /user:orders /pwd:L3dger$Imp")
            {
                UseShellExecute = false
            };
            using (Process process = Process.Start(info))
            {
                process.WaitForExit(600000);
            }
        }

        private static DateTime LastRun()
        {
            DateTime value;
            return File.Exists(MarkerFile) && DateTime.TryParse(File.ReadAllText(MarkerFile), out value) ? value : DateTime.MinValue;
        }
    }
}
