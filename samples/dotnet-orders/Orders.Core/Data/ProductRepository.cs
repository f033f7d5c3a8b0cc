using System.Collections.Generic;
using System.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Data
{
    public class ProductRepository
    {
        private const string Columns = "p.Id, p.ProductNo, p.Name, p.CategoryId, p.Unit, p.VatRate, p.Weight, p.Active";

        public Product FindByNo(string productNo)
        {
            using (var connection = Database.Open())
            using (var command = Database.Command(connection, "SELECT " + Columns + " FROM Product p WHERE p.ProductNo = @p0", productNo))
            using (var reader = command.ExecuteReader())
            {
                return reader.Read() ? Map(reader) : null;
            }
        }

        public Product Find(int id)
        {
            using (var connection = Database.Open())
            using (var command = Database.Command(connection, "SELECT " + Columns + " FROM Product p WHERE p.Id = @p0", id))
            using (var reader = command.ExecuteReader())
            {
                return reader.Read() ? Map(reader) : null;
            }
        }

        public IList<Product> Search(string text, int categoryId)
        {
            var result = new List<Product>();
            using (var connection = Database.Open())
            using (var command = Database.Command(connection,
                "SELECT TOP 200 " + Columns + " FROM Product p JOIN Category c ON c.Id = p.CategoryId"
                + " WHERE p.Active = 1 AND (p.Name LIKE @p0 OR p.ProductNo LIKE @p0) AND (@p1 = 0 OR c.Id = @p1 OR c.ParentId = @p1) ORDER BY p.Name",
                "%" + text + "%", categoryId))
            using (var reader = command.ExecuteReader())
            {
                while (reader.Read())
                {
                    result.Add(Map(reader));
                }
            }
            return result;
        }

        public decimal? Price(int priceListId, int productId, decimal quantity)
        {
            return Database.Scalar<decimal?>(
                "SELECT TOP 1 Price FROM PriceListItem WHERE PriceListId = @p0 AND ProductId = @p1 AND MinQuantity <= @p2 ORDER BY MinQuantity DESC",
                priceListId, productId, quantity);
        }

        public void SetPrice(int priceListId, int productId, decimal minQuantity, decimal price)
        {
            int changed = Database.Execute("UPDATE PriceListItem SET Price = @p3 WHERE PriceListId = @p0 AND ProductId = @p1 AND MinQuantity = @p2",
                priceListId, productId, minQuantity, price);
            if (changed == 0)
            {
                Database.Execute("INSERT INTO PriceListItem (PriceListId, ProductId, MinQuantity, Price) VALUES (@p0, @p1, @p2, @p3)",
                    priceListId, productId, minQuantity, price);
            }
        }

        private static Product Map(IDataRecord record)
        {
            return new Product
            {
                Id = record.GetInt32(0),
                ProductNo = record.GetString(1),
                Name = record.GetString(2),
                CategoryId = record.GetInt32(3),
                Unit = record.GetString(4),
                VatRate = record.GetDecimal(5),
                Weight = record.GetDecimal(6),
                Active = record.GetBoolean(7)
            };
        }
    }
}
