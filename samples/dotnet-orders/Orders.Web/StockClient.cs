using System;
using System.Collections.Generic;
using System.ServiceModel;
using log4net;
using Northgate.Orders.Core.Domain;
using Northgate.Orders.Services;

namespace Northgate.Orders.Web
{
    public static class StockClient
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(StockClient));
        private static readonly ChannelFactory<IStockService> Factory = new ChannelFactory<IStockService>("stock");

        public static IList<StockItem> GetStock(string productNo)
        {
            IStockService channel = Factory.CreateChannel();
            try
            {
                IList<StockItem> items = channel.GetStock(productNo);
                ((IClientChannel)channel).Close();
                return items;
            }
            catch (CommunicationException e)
            {
                ((IClientChannel)channel).Abort();
                Log.Warn("stock service", e);
                return new List<StockItem>();
            }
            catch (TimeoutException e)
            {
                ((IClientChannel)channel).Abort();
                Log.Warn("stock service", e);
                return new List<StockItem>();
            }
        }
    }
}
