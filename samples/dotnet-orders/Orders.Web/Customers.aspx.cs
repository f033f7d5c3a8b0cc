using System;
using Northgate.Orders.Core.Data;

namespace Northgate.Orders.Web
{
    public partial class Customers : BasePage
    {
        private readonly CustomerRepository customers = new CustomerRepository();

        protected void SearchButton_Click(object sender, EventArgs e)
        {
            CustomerGrid.DataSource = customers.Search(SearchBox.Text);
            CustomerGrid.DataBind();
        }

        protected void CustomerGrid_SelectedIndexChanged(object sender, EventArgs e)
        {
            DropDraft();
            Draft.CustomerId = (int)CustomerGrid.SelectedDataKey.Value;
            Response.Redirect("OrderEdit.aspx");
        }
    }
}
