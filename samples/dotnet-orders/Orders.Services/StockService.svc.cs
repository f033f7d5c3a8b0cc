using System.Collections.Generic;
using System.ServiceModel;
using System.Transactions;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Services
{
    public class StockService : IStockService
    {
        private readonly ProductRepository products = new ProductRepository();
        private readonly StockRepository stock = new StockRepository();

        public IList<StockItem> GetStock(string productNo)
        {
            Product product = products.FindByNo(productNo);
            return product == null ? new List<StockItem>() : stock.ByProduct(product.Id);
        }

        public void Receive(int warehouseId, string productNo, decimal quantity, string deliveryNo)
        {
            Product product = products.FindByNo(productNo);
            if (product == null)
            {
                throw new FaultException("Unknown product " + productNo);
            }
            using (var scope = new TransactionScope())
            {
                stock.Receive(warehouseId, product.Id, quantity, "delivery " + deliveryNo);
                scope.Complete();
            }
        }
    }
}
