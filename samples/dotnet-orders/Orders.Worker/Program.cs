using System;
using System.ServiceProcess;

namespace Northgate.Orders.Worker
{
    internal static class Program
    {
        private static void Main(string[] args)
        {
            log4net.Config.XmlConfigurator.Configure();
            var service = new OrderWorkerService();
            if (Environment.UserInteractive)
            {
                service.StartInteractive();
                Console.WriteLine("Press enter to stop");
                Console.ReadLine();
                service.StopInteractive();
                return;
            }
            ServiceBase.Run(service);
        }
    }
}
