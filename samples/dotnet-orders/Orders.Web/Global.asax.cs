using System;
using System.Web;
using log4net;

namespace Northgate.Orders.Web
{
    public class Global : HttpApplication
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(Global));

        protected void Application_Start(object sender, EventArgs e)
        {
            log4net.Config.XmlConfigurator.Configure();
            Application["UserCount"] = 0;
        }

        protected void Session_Start(object sender, EventArgs e)
        {
            Application.Lock();
            Application["UserCount"] = (int)Application["UserCount"] + 1;
            Application.UnLock();
        }

        protected void Session_End(object sender, EventArgs e)
        {
            Application.Lock();
            Application["UserCount"] = (int)Application["UserCount"] - 1;
            Application.UnLock();
        }

        protected void Application_Error(object sender, EventArgs e)
        {
            Log.Error("unhandled", Server.GetLastError());
        }
    }
}
