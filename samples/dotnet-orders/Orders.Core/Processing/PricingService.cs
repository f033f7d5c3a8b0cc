using System;
using System.Collections.Generic;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Processing
{
    public class PricingService
    {
        private static readonly Dictionary<string, decimal> Cache = new Dictionary<string, decimal>();
        private static DateTime loadedAt = DateTime.MinValue;

        private readonly ProductRepository products = new ProductRepository();

        public void Apply(Customer customer, OrderLine line, AppUser user)
        {
            Product product = products.FindByNo(line.ProductNo);
            if (product == null || !product.Active)
            {
                throw new OrderException("Unknown product " + line.ProductNo);
            }
            if (line.Discount > user.MaxDiscount)
            {
                throw new OrderException("Discount above " + user.MaxDiscount + " % is not allowed");
            }
            line.ProductId = product.Id;
            line.Text = product.Name;
            line.UnitPrice = PriceOf(customer.PriceListId, product.Id, line.Quantity);
        }

        public static void Reset()
        {
            lock (Cache)
            {
                Cache.Clear();
            }
        }

        private decimal PriceOf(int priceListId, int productId, decimal quantity)
        {
            string key = priceListId + "/" + productId + "/" + quantity;
            lock (Cache)
            {
                if (DateTime.Now - loadedAt > TimeSpan.FromMinutes(30))
                {
                    Cache.Clear();
                    loadedAt = DateTime.Now;
                }
                decimal price;
                if (!Cache.TryGetValue(key, out price))
                {
                    decimal? found = products.Price(priceListId, productId, quantity);
                    if (!found.HasValue)
                    {
                        throw new OrderException("No price in list " + priceListId);
                    }
                    price = found.Value;
                    Cache[key] = price;
                }
                return price;
            }
        }
    }
}
