using System;
using System.Transactions;
using log4net;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;
using Northgate.Orders.Core.Infrastructure;

namespace Northgate.Orders.Core.Processing
{
    public class OrderProcessor
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(OrderProcessor));

        private readonly OrderRepository orders = new OrderRepository();
        private readonly StockRepository stock = new StockRepository();
        private readonly CustomerRepository customers = new CustomerRepository();
        private readonly ShipmentRepository shipments = new ShipmentRepository();
        private readonly UserRepository users = new UserRepository();
        private readonly PricingService pricing = new PricingService();
        private readonly CreditService credit = new CreditService();

        /// <summary>Prices, checks, stores and reserves an order, then hands it to the worker.</summary>
        public Order Release(Order order, AppUser user)
        {
            Customer customer = customers.Find(order.CustomerId);
            if (customer == null || customer.Blocked)
            {
                throw new OrderException("Customer is unknown or blocked");
            }
            foreach (OrderLine line in order.Lines)
            {
                pricing.Apply(customer, line, user);
            }
            credit.Check(customer, order.NetTotal);

            var options = new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = TimeSpan.FromSeconds(30) };
            using (var scope = new TransactionScope(TransactionScopeOption.Required, options))
            {
                order.EnteredBy = user.Id;
                order.Status = OrderStatus.Released;
                orders.Insert(order);
                foreach (OrderLine line in order.Lines)
                {
                    if (!stock.Reserve(order.WarehouseId, line.ProductId, line.Quantity))
                    {
                        throw new OrderException("Not enough stock of " + line.ProductNo);
                    }
                }
                orders.SetStatus(order.Id, OrderStatus.Released, user.Id, null);
                users.Audit(user.Id, "RELEASE", order.OrderNo);
                OrderQueue.Send(new OrderMessage { OrderId = order.Id, Step = "PICK" });
                scope.Complete();
            }
            Log.InfoFormat("order {0} released by {1}, {2:N2}", order.OrderNo, user.WindowsAccount, order.NetTotal);
            return order;
        }

        public void StartPicking(int orderId)
        {
            using (var scope = new TransactionScope())
            {
                Order order = orders.Find(orderId);
                if (order.Status == OrderStatus.Released)
                {
                    orders.SetStatus(orderId, OrderStatus.Picking, null, "picking list printed");
                    LabelPrinter.PrintPickingList(order);
                }
                scope.Complete();
            }
        }

        public Shipment Ship(int orderId, string carrier, string trackingNo, AppUser user)
        {
            Order order = orders.Find(orderId);
            if (order.Status != OrderStatus.Picking)
            {
                throw new OrderException("Order " + order.OrderNo + " is not in picking");
            }
            var shipment = new Shipment { OrderId = orderId, Carrier = carrier, TrackingNo = trackingNo, ShippedAt = DateTime.Now };
            using (var scope = new TransactionScope())
            {
                var products = new ProductRepository();
                foreach (OrderLine line in order.Lines)
                {
                    shipment.Quantities[line.Id] = line.Quantity;
                    shipment.Weight += products.Find(line.ProductId).Weight * line.Quantity;
                    stock.Issue(order.WarehouseId, line.ProductId, line.Quantity, "order " + order.OrderNo);
                }
                shipments.Insert(shipment);
                orders.SetStatus(orderId, OrderStatus.Shipped, user.Id, trackingNo);
                OrderQueue.Send(new OrderMessage { OrderId = orderId, Step = "INVOICE" });
                scope.Complete();
            }
            Customer customer = customers.Find(order.CustomerId);
            MailSender.Send(customer.Email, "Your order " + order.OrderNo, "Sent with " + carrier + ", tracking number " + trackingNo);
            return shipment;
        }

        public void Cancel(int orderId, AppUser user, string remark)
        {
            Order order = orders.Find(orderId);
            if (order.Status >= OrderStatus.Shipped)
            {
                throw new OrderException("Order " + order.OrderNo + " has left the house");
            }
            using (var scope = new TransactionScope())
            {
                foreach (OrderLine line in order.Lines)
                {
                    stock.Release(order.WarehouseId, line.ProductId, line.Quantity);
                }
                orders.SetStatus(orderId, OrderStatus.Cancelled, user.Id, remark);
                users.Audit(user.Id, "CANCEL", order.OrderNo);
                scope.Complete();
            }
        }
    }
}
