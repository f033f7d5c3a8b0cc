using System;
using System.Globalization;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;
using Northgate.Orders.Core.Processing;

namespace Northgate.Orders.Web
{
    public partial class OrderEdit : BasePage
    {
        private readonly CustomerRepository customers = new CustomerRepository();
        private readonly OrderProcessor processor = new OrderProcessor();

        protected void Page_Load(object sender, EventArgs e)
        {
            if (Draft.CustomerId == 0)
            {
                Response.Redirect("Customers.aspx");
                return;
            }
            if (!IsPostBack)
            {
                Customer customer = customers.Find(Draft.CustomerId);
                CustomerText.Text = Server.HtmlEncode(customer.Name);
                AddressList.DataSource = customer.Addresses;
                AddressList.DataBind();
                BindLines();
            }
        }

        protected void AddButton_Click(object sender, EventArgs e)
        {
            decimal quantity;
            decimal discount;
            if (!decimal.TryParse(QuantityBox.Text, NumberStyles.Number, CultureInfo.CurrentCulture, out quantity)
                || !decimal.TryParse(DiscountBox.Text, NumberStyles.Number, CultureInfo.CurrentCulture, out discount))
            {
                MessageLabel.Text = "Quantity or discount is not a number";
                return;
            }
            StockGrid.DataSource = StockClient.GetStock(ProductBox.Text);
            StockGrid.DataBind();
            Draft.Lines.Add(new OrderLine { ProductNo = ProductBox.Text, Quantity = quantity, Discount = discount });
            BindLines();
        }

        protected void ReleaseButton_Click(object sender, EventArgs e)
        {
            Draft.AddressId = int.Parse(AddressList.SelectedValue);
            Draft.Reference = ReferenceBox.Text;
            try
            {
                Order order = processor.Release(Draft, CurrentUser);
                DropDraft();
                Response.Redirect("OrderView.aspx?id=" + order.Id, false);
            }
            catch (OrderException ex)
            {
                MessageLabel.Text = ex.Message;
            }
        }

        private void BindLines()
        {
            LineGrid.DataSource = Draft.Lines;
            LineGrid.DataBind();
        }
    }
}
