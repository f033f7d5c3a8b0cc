using System.IO;
using System.Transactions;
using log4net;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;
using Northgate.Orders.Core.Infrastructure;

namespace Northgate.Orders.Core.Processing
{
    public class InvoiceService
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(InvoiceService));

        private readonly InvoiceRepository invoices = new InvoiceRepository();
        private readonly OrderRepository orders = new OrderRepository();
        private readonly CustomerRepository customers = new CustomerRepository();

        public Invoice CreateFor(int orderId)
        {
            Invoice invoice;
            using (var scope = new TransactionScope())
            {
                invoice = invoices.Find(invoices.CreateForOrder(orderId));
                string path = Write(invoice, orders.Find(orderId));
                invoices.SetPath(invoice.Id, path);
                scope.Complete();
            }
            Customer customer = customers.Find(invoice.CustomerId);
            MailSender.Send(customer.Email, "Invoice " + invoice.InvoiceNo, "Amount " + (invoice.Net + invoice.Vat).ToString("N2"));
            Log.Info("invoice " + invoice.InvoiceNo + " written");
            return invoice;
        }

        public int RemindOverdue()
        {
            int sent = 0;
            foreach (int id in invoices.Overdue())
            {
                Invoice invoice = invoices.Find(id);
                Customer customer = customers.Find(invoice.CustomerId);
                MailSender.Send(customer.Email, "Reminder " + invoice.InvoiceNo, "Open amount " + invoice.Open.ToString("N2"));
                sent++;
            }
            return sent;
        }

        private static string Write(Invoice invoice, Order order)
        {
            string folder = Path.Combine(AppSettings.InvoiceFolder, invoice.InvoiceDate.ToString("yyyy-MM"));
            Directory.CreateDirectory(folder);
            string path = Path.Combine(folder, invoice.InvoiceNo + ".txt");
            using (var writer = new StreamWriter(path))
            {
                writer.WriteLine("NORTHGATE SUPPLIES LTD   INVOICE {0}", invoice.InvoiceNo);
                foreach (OrderLine line in order.Lines)
                {
                    writer.WriteLine("{0,-12} {1,-40} {2,10:N2} {3,12:N2}", line.ProductNo, line.Text, line.Quantity, line.LineTotal);
                }
                writer.WriteLine("Net {0:N2}  VAT {1:N2}", invoice.Net, invoice.Vat);
            }
            return path;
        }
    }
}
