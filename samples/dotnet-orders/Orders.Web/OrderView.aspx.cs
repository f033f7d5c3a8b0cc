using System;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;
using Northgate.Orders.Core.Processing;

namespace Northgate.Orders.Web
{
    public partial class OrderView : BasePage
    {
        private readonly OrderRepository orders = new OrderRepository();
        private readonly OrderProcessor processor = new OrderProcessor();

        private int OrderId
        {
            get { return int.Parse(Request.QueryString["id"]); }
        }

        protected void Page_Load(object sender, EventArgs e)
        {
            Order order = orders.Find(OrderId);
            OrderNoText.Text = order.OrderNo + " " + order.Status;
            LabelImage.ImageUrl = "Label.ashx?id=" + OrderId;
            LineGrid.DataSource = order.Lines;
            LineGrid.DataBind();
        }

        protected void ShipButton_Click(object sender, EventArgs e)
        {
            Run(() => processor.Ship(OrderId, CarrierBox.Text, TrackingBox.Text, CurrentUser));
        }

        protected void CancelButton_Click(object sender, EventArgs e)
        {
            Run(() => processor.Cancel(OrderId, CurrentUser, ReasonBox.Text));
        }

        private void Run(Action action)
        {
            try
            {
                action();
                Response.Redirect("OrderView.aspx?id=" + OrderId, false);
            }
            catch (OrderException ex)
            {
                MessageLabel.Text = ex.Message;
            }
        }
    }
}
