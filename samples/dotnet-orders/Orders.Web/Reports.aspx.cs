using System;
using System.Data;
using Northgate.Orders.Core.Processing;

namespace Northgate.Orders.Web
{
    public partial class Reports : BasePage
    {
        private readonly ReportService reports = new ReportService();

        protected void SalesButton_Click(object sender, EventArgs e)
        {
            DateTime first = new DateTime(DateTime.Today.Year, DateTime.Today.Month, 1);
            Show("sales", reports.SalesByCategory(first, DateTime.Now));
        }

        protected void OpenButton_Click(object sender, EventArgs e)
        {
            Show("openitems", reports.OpenItems(CurrentUser.BranchId));
        }

        private void Show(string name, DataTable table)
        {
            FileLabel.Text = reports.Export(name, table, CurrentUser);
            ReportGrid.DataSource = table;
            ReportGrid.DataBind();
        }
    }
}
