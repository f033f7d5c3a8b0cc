using System;
using System.Threading;
using System.Transactions;
using log4net;
using Northgate.Orders.Core.Infrastructure;
using Northgate.Orders.Core.Processing;

namespace Northgate.Orders.Worker
{
    public class QueueListener
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(QueueListener));

        private readonly OrderProcessor processor = new OrderProcessor();
        private readonly InvoiceService invoices = new InvoiceService();
        private volatile bool stopped;

        public void Run()
        {
            while (!stopped)
            {
                try
                {
                    using (var scope = new TransactionScope(TransactionScopeOption.RequiresNew, TimeSpan.FromMinutes(2)))
                    {
                        OrderMessage message = OrderQueue.Receive(TimeSpan.FromSeconds(5));
                        if (message != null)
                        {
                            Handle(message);
                        }
                        scope.Complete();
                    }
                }
                catch (Exception e)
                {
                    Log.Error("message was put back", e);
                    Thread.Sleep(10000);
                }
            }
        }

        public void Stop()
        {
            stopped = true;
        }

        private void Handle(OrderMessage message)
        {
            Log.Info(message.Step + " " + message.OrderId);
            switch (message.Step)
            {
                case "PICK":
                    processor.StartPicking(message.OrderId);
                    break;
                case "INVOICE":
                    invoices.CreateFor(message.OrderId);
                    break;
                default:
                    throw new InvalidOperationException("Unknown step " + message.Step);
            }
        }
    }
}
