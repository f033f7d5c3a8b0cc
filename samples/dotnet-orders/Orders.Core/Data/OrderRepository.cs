using System;
using System.Collections.Generic;
using System.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Data
{
    public class OrderRepository
    {
        public Order Find(int id)
        {
            DataTable table = Database.Table(
                "SELECT Id, OrderNo, CustomerId, AddressId, WarehouseId, EnteredBy, EnteredAt, Status, Reference FROM SalesOrder WHERE Id = @p0", id);
            if (table.Rows.Count == 0)
            {
                return null;
            }
            DataRow row = table.Rows[0];
            var order = new Order
            {
                Id = (int)row["Id"],
                OrderNo = (string)row["OrderNo"],
                CustomerId = (int)row["CustomerId"],
                AddressId = (int)row["AddressId"],
                WarehouseId = (int)row["WarehouseId"],
                EnteredBy = (int)row["EnteredBy"],
                EnteredAt = (DateTime)row["EnteredAt"],
                Status = (OrderStatus)(int)row["Status"],
                Reference = row["Reference"] as string
            };
            foreach (DataRow line in Database.Table(
                "SELECT l.Id, l.ProductId, p.ProductNo, l.LineText, l.Quantity, l.UnitPrice, l.Discount FROM OrderLine l"
                + " JOIN Product p ON p.Id = l.ProductId WHERE l.OrderId = @p0 ORDER BY l.Id", id).Rows)
            {
                order.Lines.Add(new OrderLine
                {
                    Id = (int)line["Id"],
                    OrderId = id,
                    ProductId = (int)line["ProductId"],
                    ProductNo = (string)line["ProductNo"],
                    Text = (string)line["LineText"],
                    Quantity = (decimal)line["Quantity"],
                    UnitPrice = (decimal)line["UnitPrice"],
                    Discount = (decimal)line["Discount"]
                });
            }
            return order;
        }

        public void Insert(Order order)
        {
            order.OrderNo = NextNumber();
            order.Id = Database.Scalar<int>(
                "INSERT INTO SalesOrder (OrderNo, CustomerId, AddressId, WarehouseId, EnteredBy, EnteredAt, Status, Reference)"
                + " VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7); SELECT SCOPE_IDENTITY()",
                order.OrderNo, order.CustomerId, order.AddressId, order.WarehouseId, order.EnteredBy, order.EnteredAt, (int)order.Status, order.Reference);
            foreach (OrderLine line in order.Lines)
            {
                line.OrderId = order.Id;
                Database.Execute(
                    "INSERT INTO OrderLine (OrderId, ProductId, LineText, Quantity, UnitPrice, Discount) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
                    line.OrderId, line.ProductId, line.Text, line.Quantity, line.UnitPrice, line.Discount);
            }
        }

        public void SetStatus(int orderId, OrderStatus status, int? userId, string remark)
        {
            Database.Execute("UPDATE SalesOrder SET Status = @p1 WHERE Id = @p0", orderId, (int)status);
            Database.Execute("INSERT INTO OrderHistory (OrderId, Status, UserId, Remark, ChangedAt) VALUES (@p0, @p1, @p2, @p3, GETDATE())",
                orderId, (int)status, userId, remark);
        }

        public DataTable List(int branchId, OrderStatus? status, string text)
        {
            return Database.Table(
                "SELECT TOP 200 o.Id, o.OrderNo, c.Name, o.EnteredAt, o.Status, u.DisplayName, SUM(l.Quantity * l.UnitPrice) AS Net"
                + " FROM SalesOrder o JOIN Customer c ON c.Id = o.CustomerId JOIN AppUser u ON u.Id = o.EnteredBy"
                + " LEFT JOIN OrderLine l ON l.OrderId = o.Id WHERE c.BranchId = @p0 AND (@p1 IS NULL OR o.Status = @p1) AND (o.OrderNo LIKE @p2 OR c.Name LIKE @p2)"
                + " GROUP BY o.Id, o.OrderNo, c.Name, o.EnteredAt, o.Status, u.DisplayName ORDER BY o.EnteredAt DESC",
                branchId, status.HasValue ? (object)(int)status.Value : null, "%" + text + "%");
        }

        public IList<int> IdsInStatus(OrderStatus status)
        {
            var ids = new List<int>();
            foreach (DataRow row in Database.Table("SELECT Id FROM SalesOrder WHERE Status = @p0 ORDER BY Id", (int)status).Rows)
            {
                ids.Add((int)row["Id"]);
            }
            return ids;
        }

        private static string NextNumber()
        {
            int next = Database.Scalar<int>("UPDATE Setting SET IntValue = IntValue + 1 OUTPUT inserted.IntValue WHERE Name = 'LastOrderNo'");
            return "N" + next.ToString("D7");
        }
    }
}
