using System.Collections.Generic;
using System.ServiceModel;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Services
{
    [ServiceContract(Namespace = "http://northgate-supplies.example/orders")]
    public interface IOrderService
    {
        [OperationContract]
        [TransactionFlow(TransactionFlowOption.Allowed)]
        string PlaceOrder(OrderRequest request);

        [OperationContract]
        Order GetOrder(int orderId);

        [OperationContract]
        void Ship(int orderId, string carrier, string trackingNo);

        [OperationContract]
        void Cancel(int orderId, string remark);

        [OperationContract]
        IList<Customer> FindCustomers(string text);
    }
}
