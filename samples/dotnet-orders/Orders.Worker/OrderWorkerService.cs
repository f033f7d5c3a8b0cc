using System;
using System.ServiceProcess;
using System.Threading;
using log4net;

namespace Northgate.Orders.Worker
{
    public class OrderWorkerService : ServiceBase
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(OrderWorkerService));

        private readonly QueueListener listener = new QueueListener();
        private readonly NightJobs nightJobs = new NightJobs();
        private System.Timers.Timer timer;
        private Thread thread;

        public OrderWorkerService()
        {
            ServiceName = "NorthgateOrderWorker";
            CanShutdown = true;
        }

        public void StartInteractive()
        {
            OnStart(new string[0]);
        }

        public void StopInteractive()
        {
            OnStop();
        }

        protected override void OnStart(string[] args)
        {
            thread = new Thread(listener.Run) { IsBackground = true, Name = "queue" };
            thread.Start();
            timer = new System.Timers.Timer(TimeSpan.FromMinutes(5).TotalMilliseconds);
            timer.Elapsed += (sender, e) => nightJobs.Tick(DateTime.Now);
            timer.Start();
            Log.Info("started on " + Environment.MachineName);
        }

        protected override void OnStop()
        {
            timer.Stop();
            listener.Stop();
            thread.Join(TimeSpan.FromSeconds(20));
            Log.Info("stopped");
        }
    }
}
