using System.ComponentModel;
using System.Configuration.Install;
using System.ServiceProcess;

namespace Northgate.Orders.Worker
{
    [RunInstaller(true)]
    public class ProjectInstaller : Installer
    {
        public ProjectInstaller()
        {
            Installers.Add(new ServiceProcessInstaller { Account = ServiceAccount.User });
            Installers.Add(new ServiceInstaller
            {
                ServiceName = "NorthgateOrderWorker",
                DisplayName = "Northgate Order Worker",
                StartType = ServiceStartMode.Automatic,
                ServicesDependedOn = new[] { "MSMQ", "MSDTC" }
            });
        }
    }
}
