using System.Collections.Generic;
using System.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Data
{
    public class StockRepository
    {
        public StockItem Find(int warehouseId, int productId)
        {
            DataTable table = Database.Table(
                "SELECT ProductId, WarehouseId, OnHand, Reserved, Bin FROM StockItem WHERE WarehouseId = @p0 AND ProductId = @p1", warehouseId, productId);
            return table.Rows.Count == 0 ? null : Map(table.Rows[0]);
        }

        public IList<StockItem> ByProduct(int productId)
        {
            var result = new List<StockItem>();
            foreach (DataRow row in Database.Table("SELECT ProductId, WarehouseId, OnHand, Reserved, Bin FROM StockItem WHERE ProductId = @p0", productId).Rows)
            {
                result.Add(Map(row));
            }
            return result;
        }

        public bool Reserve(int warehouseId, int productId, decimal quantity)
        {
            return Database.Execute(
                "UPDATE StockItem SET Reserved = Reserved + @p2 WHERE WarehouseId = @p0 AND ProductId = @p1 AND OnHand - Reserved >= @p2",
                warehouseId, productId, quantity) == 1;
        }

        public void Release(int warehouseId, int productId, decimal quantity)
        {
            Database.Execute("UPDATE StockItem SET Reserved = Reserved - @p2 WHERE WarehouseId = @p0 AND ProductId = @p1", warehouseId, productId, quantity);
        }

        public void Issue(int warehouseId, int productId, decimal quantity, string reason)
        {
            Database.Execute("UPDATE StockItem SET OnHand = OnHand - @p2, Reserved = Reserved - @p2 WHERE WarehouseId = @p0 AND ProductId = @p1",
                warehouseId, productId, quantity);
            Movement(warehouseId, productId, -quantity, reason);
        }

        public void Receive(int warehouseId, int productId, decimal quantity, string reason)
        {
            Database.Execute("UPDATE StockItem SET OnHand = OnHand + @p2 WHERE WarehouseId = @p0 AND ProductId = @p1", warehouseId, productId, quantity);
            Movement(warehouseId, productId, quantity, reason);
        }

        private static void Movement(int warehouseId, int productId, decimal quantity, string reason)
        {
            Database.Execute("INSERT INTO StockMovement (WarehouseId, ProductId, Quantity, Reason, MovedAt) VALUES (@p0, @p1, @p2, @p3, GETDATE())",
                warehouseId, productId, quantity, reason);
        }

        private static StockItem Map(DataRow row)
        {
            return new StockItem
            {
                ProductId = (int)row["ProductId"],
                WarehouseId = (int)row["WarehouseId"],
                OnHand = (decimal)row["OnHand"],
                Reserved = (decimal)row["Reserved"],
                Bin = row["Bin"] as string
            };
        }
    }
}
