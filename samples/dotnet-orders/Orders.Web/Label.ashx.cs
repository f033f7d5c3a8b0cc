using System.Drawing;
using System.Drawing.Imaging;
using System.Web;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Infrastructure;

namespace Northgate.Orders.Web
{
    public class Label : IHttpHandler
    {
        public bool IsReusable
        {
            get { return true; }
        }

        public void ProcessRequest(HttpContext context)
        {
            int id = int.Parse(context.Request.QueryString["id"]);
            context.Response.ContentType = "image/png";
            using (Bitmap bitmap = LabelPrinter.Label(new OrderRepository().Find(id)))
            {
                bitmap.Save(context.Response.OutputStream, ImageFormat.Png);
            }
        }
    }
}
