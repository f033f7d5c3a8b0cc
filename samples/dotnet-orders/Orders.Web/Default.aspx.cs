using System;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Web
{
    public partial class _Default : BasePage
    {
        private readonly OrderRepository orders = new OrderRepository();

        protected void Page_Load(object sender, EventArgs e)
        {
            ReleasedGrid.DataSource = orders.List(CurrentUser.BranchId, OrderStatus.Released, "");
            ReleasedGrid.DataBind();
            PickingGrid.DataSource = orders.List(CurrentUser.BranchId, OrderStatus.Picking, "");
            PickingGrid.DataBind();
        }
    }
}
