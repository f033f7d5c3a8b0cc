using System.Configuration;
using Microsoft.Win32;

namespace Northgate.Orders.Core.Infrastructure
{
    /// <summary>Settings of the machine: registry first (written by the setup), configuration file second.</summary>
    public static class AppSettings
    {
        private const string Key = @"SOFTWARE\Northgate\Orders";

        public static string InvoiceFolder
        {
            get { return Read("InvoiceFolder", @"\\NGFILE01\finance\invoices"); }
        }

        public static string PriceFolder
        {
            get { return Read("PriceFolder", @"\\NGFILE01\exchange\prices"); }
        }

        public static string ReportFolder
        {
            get { return Read("ReportFolder", @"C:\NorthgateData\reports"); }
        }

        public static string QueuePath
        {
            get { return Read("QueuePath", @".\private$\northgate.orders"); }
        }

        public static string LabelPrinter
        {
            get { return Read("LabelPrinter", @"\\NGPRINT01\WH-ZEBRA-1"); }
        }

        public static string SmtpHost
        {
            get { return Read("SmtpHost", "ngmail01"); }
        }

        private static string Read(string name, string fallback)
        {
            using (RegistryKey key = Registry.LocalMachine.OpenSubKey(Key))
            {
                if (key != null && key.GetValue(name) != null)
                {
                    return key.GetValue(name).ToString();
                }
            }
            return ConfigurationManager.AppSettings[name] ?? fallback;
        }
    }
}
