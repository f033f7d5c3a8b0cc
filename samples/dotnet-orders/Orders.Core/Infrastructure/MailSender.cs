using System.Net;
using System.Net.Mail;
using log4net;

namespace Northgate.Orders.Core.Infrastructure
{
    public static class MailSender
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(MailSender));

        public static void Send(string to, string subject, string body)
        {
            if (string.IsNullOrEmpty(to))
            {
                return;
            }
            try
            {
                using (var client = new SmtpClient(AppSettings.SmtpHost, 25))
                {
                    client.Credentials = new NetworkCredential("svc-orders", "0rderMail#9", "NORTHGATE");
                    client.Send("orders@northgate-supplies.example", to, subject, body);
                }
            }
            catch (SmtpException e)
            {
                Log.Warn("mail to " + to + " failed", e);
            }
        }
    }
}
