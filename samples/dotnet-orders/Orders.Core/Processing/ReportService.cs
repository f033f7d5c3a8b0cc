using System;
using System.Data;
using System.IO;
using System.Text;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;
using Northgate.Orders.Core.Infrastructure;

namespace Northgate.Orders.Core.Processing
{
    public class ReportService
    {
        public DataTable SalesByCategory(DateTime from, DateTime to)
        {
            return Data.Database.Table(
                "SELECT c.Name AS Category, COUNT(DISTINCT o.Id) AS Orders, SUM(l.Quantity * l.UnitPrice * (100 - l.Discount) / 100) AS Net"
                + " FROM SalesOrder o JOIN OrderLine l ON l.OrderId = o.Id JOIN Product p ON p.Id = l.ProductId JOIN Category c ON c.Id = p.CategoryId"
                + " WHERE o.EnteredAt BETWEEN @p0 AND @p1 AND o.Status <> 90 GROUP BY c.Name ORDER BY Net DESC", from, to);
        }

        public DataTable OpenItems(int branchId)
        {
            return Data.Database.Table(
                "SELECT c.CustomerNo, c.Name, SUM(i.OpenAmount) AS OpenAmount, MIN(i.DueDate) AS OldestDue FROM Invoice i"
                + " JOIN Customer c ON c.Id = i.CustomerId WHERE i.OpenAmount > 0 AND c.BranchId = @p0 GROUP BY c.CustomerNo, c.Name ORDER BY OpenAmount DESC", branchId);
        }

        public string Export(string name, DataTable table, AppUser user)
        {
            string path = Path.Combine(AppSettings.ReportFolder, name + "_" + DateTime.Now.ToString("yyyyMMdd_HHmmss") + ".csv");
            var text = new StringBuilder();
            foreach (DataRow row in table.Rows)
            {
                text.AppendLine(string.Join(";", row.ItemArray));
            }
            File.WriteAllText(path, text.ToString(), Encoding.Default);
            using (var context = new ReportingContext())
            {
                context.ReportRuns.Add(new ReportRun { ReportName = name, UserId = user.Id, StartedAt = DateTime.Now, RowsWritten = table.Rows.Count, FilePath = path });
                context.SaveChanges();
            }
            return path;
        }
    }
}
