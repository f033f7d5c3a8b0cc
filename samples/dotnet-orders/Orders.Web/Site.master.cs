using System;
using System.Web.UI;

namespace Northgate.Orders.Web
{
    public partial class SiteMaster : MasterPage
    {
        protected void Page_Load(object sender, EventArgs e)
        {
            UserLabel.Text = Page.User.Identity.Name + " (" + Application["UserCount"] + " online)";
        }
    }
}
