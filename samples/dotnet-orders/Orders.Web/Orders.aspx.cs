using System;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Web
{
    public partial class OrdersPage : BasePage
    {
        private readonly OrderRepository orders = new OrderRepository();

        protected void Page_Load(object sender, EventArgs e)
        {
            if (!IsPostBack)
            {
                SearchBox.Text = Session["OrderSearch"] as string;
                Bind();
            }
        }

        protected void SearchButton_Click(object sender, EventArgs e)
        {
            Session["OrderSearch"] = SearchBox.Text;
            Bind();
        }

        private void Bind()
        {
            OrderStatus? status = StatusList.SelectedValue.Length == 0 ? (OrderStatus?)null : (OrderStatus)int.Parse(StatusList.SelectedValue);
            OrderGrid.DataSource = orders.List(CurrentUser.BranchId, status, SearchBox.Text);
            OrderGrid.DataBind();
        }
    }
}
