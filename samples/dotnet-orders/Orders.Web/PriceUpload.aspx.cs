using System;
using System.Configuration;
using System.IO;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Infrastructure;

namespace Northgate.Orders.Web
{
    public partial class PriceUpload : BasePage
    {
        protected void UploadButton_Click(object sender, EventArgs e)
        {
            int list;
            if (!PriceFile.HasFile || !int.TryParse(ListBox.Text, out list))
            {
                MessageLabel.Text = "Choose a file and a price list";
                return;
            }
            string name = "prices_" + list + "_" + DateTime.Now.ToString("yyyyMMddHHmmss") + ".csv";
            string temp = Path.Combine(ConfigurationManager.AppSettings["UploadTemp"], name);
            PriceFile.SaveAs(temp);
            File.Move(temp, Path.Combine(AppSettings.PriceFolder, name));
            new UserRepository().Audit(CurrentUser.Id, "PRICES", name);
            MessageLabel.Text = "Stored, the worker imports the file within five minutes.";
        }
    }
}
