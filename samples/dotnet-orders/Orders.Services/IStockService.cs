using System.Collections.Generic;
using System.ServiceModel;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Services
{
    [ServiceContract(Namespace = "http://northgate-supplies.example/stock")]
    public interface IStockService
    {
        [OperationContract]
        IList<StockItem> GetStock(string productNo);

        [OperationContract]
        void Receive(int warehouseId, string productNo, decimal quantity, string deliveryNo);
    }
}
