using System.Collections.Generic;
using System.ServiceModel;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;
using Northgate.Orders.Core.Processing;

namespace Northgate.Orders.Services
{
    [ServiceBehavior(InstanceContextMode = InstanceContextMode.PerCall)]
    public class OrderService : IOrderService
    {
        private readonly OrderProcessor processor = new OrderProcessor();
        private readonly OrderRepository orders = new OrderRepository();
        private readonly CustomerRepository customers = new CustomerRepository();
        private readonly UserRepository users = new UserRepository();

        [OperationBehavior(TransactionScopeRequired = true)]
        public string PlaceOrder(OrderRequest request)
        {
            var order = new Order
            {
                CustomerId = request.CustomerId,
                AddressId = request.AddressId,
                WarehouseId = request.WarehouseId,
                Reference = request.Reference
            };
            foreach (OrderRequestLine line in request.Lines)
            {
                order.Lines.Add(new OrderLine { ProductNo = line.ProductNo, Quantity = line.Quantity, Discount = line.Discount });
            }
            try
            {
                return processor.Release(order, CurrentUser()).OrderNo;
            }
            catch (OrderException e)
            {
                throw new FaultException(e.Message);
            }
        }

        public Order GetOrder(int orderId)
        {
            return orders.Find(orderId);
        }

        public void Ship(int orderId, string carrier, string trackingNo)
        {
            processor.Ship(orderId, carrier, trackingNo, CurrentUser());
        }

        public void Cancel(int orderId, string remark)
        {
            processor.Cancel(orderId, CurrentUser(), remark);
        }

        public IList<Customer> FindCustomers(string text)
        {
            return customers.Search(text);
        }

        private AppUser CurrentUser()
        {
            string account = ServiceSecurityContext.Current.WindowsIdentity.Name;
            AppUser user = users.FindByAccount(account);
            if (user == null)
            {
                throw new FaultException("No access for " + account);
            }
            return user;
        }
    }
}
