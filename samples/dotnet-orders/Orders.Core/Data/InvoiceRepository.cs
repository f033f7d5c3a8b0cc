using System.Collections.Generic;
using System.Data;
using System.Data.SqlClient;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Data
{
    public class InvoiceRepository
    {
        /// <summary>The procedure writes Invoice, InvoiceLine and the new status of the order.</summary>
        public int CreateForOrder(int orderId)
        {
            var id = new SqlParameter("@InvoiceId", SqlDbType.Int) { Direction = ParameterDirection.Output };
            Database.Procedure("dbo.usp_CreateInvoice", new SqlParameter("@OrderId", orderId), id);
            return (int)id.Value;
        }

        public Invoice Find(int id)
        {
            DataTable table = Database.Table(
                "SELECT Id, InvoiceNo, CustomerId, OrderId, InvoiceDate, DueDate, Net, Vat, OpenAmount, PdfPath FROM Invoice WHERE Id = @p0", id);
            if (table.Rows.Count == 0)
            {
                return null;
            }
            DataRow row = table.Rows[0];
            return new Invoice
            {
                Id = (int)row["Id"],
                InvoiceNo = (string)row["InvoiceNo"],
                CustomerId = (int)row["CustomerId"],
                OrderId = (int)row["OrderId"],
                InvoiceDate = (System.DateTime)row["InvoiceDate"],
                DueDate = (System.DateTime)row["DueDate"],
                Net = (decimal)row["Net"],
                Vat = (decimal)row["Vat"],
                Open = (decimal)row["OpenAmount"],
                PdfPath = row["PdfPath"] as string
            };
        }

        public void SetPath(int invoiceId, string path)
        {
            Database.Execute("UPDATE Invoice SET PdfPath = @p1 WHERE Id = @p0", invoiceId, path);
        }

        public void BookPayment(int invoiceId, decimal amount, string bankReference)
        {
            Database.Execute("INSERT INTO Payment (InvoiceId, Amount, BankReference, BookedAt) VALUES (@p0, @p1, @p2, GETDATE())", invoiceId, amount, bankReference);
            Database.Execute("UPDATE Invoice SET OpenAmount = OpenAmount - @p1 WHERE Id = @p0", invoiceId, amount);
        }

        public IList<int> Overdue()
        {
            var ids = new List<int>();
            foreach (DataRow row in Database.Table("SELECT Id FROM Invoice WHERE OpenAmount > 0 AND DueDate < GETDATE()").Rows)
            {
                ids.Add((int)row["Id"]);
            }
            return ids;
        }
    }
}
