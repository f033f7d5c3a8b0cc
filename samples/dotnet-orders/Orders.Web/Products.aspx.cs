using System;
using System.Collections.Generic;
using System.Web.Caching;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Web
{
    public partial class Products : BasePage
    {
        private readonly ProductRepository products = new ProductRepository();

        protected void SearchButton_Click(object sender, EventArgs e)
        {
            string key = "products:" + SearchBox.Text.ToLowerInvariant();
            var found = (IList<Product>)Cache[key];
            if (found == null)
            {
                found = products.Search(SearchBox.Text, 0);
                Cache.Insert(key, found, null, DateTime.Now.AddMinutes(10), System.Web.Caching.Cache.NoSlidingExpiration);
            }
            ProductGrid.DataSource = found;
            ProductGrid.DataBind();
        }
    }
}
