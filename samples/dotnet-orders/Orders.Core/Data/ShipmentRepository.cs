using System.Collections.Generic;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Data
{
    public class ShipmentRepository
    {
        public void Insert(Shipment shipment)
        {
            shipment.Id = Database.Scalar<int>(
                "INSERT INTO Shipment (OrderId, Carrier, TrackingNo, ShippedAt, Weight) VALUES (@p0, @p1, @p2, @p3, @p4); SELECT SCOPE_IDENTITY()",
                shipment.OrderId, shipment.Carrier, shipment.TrackingNo, shipment.ShippedAt, shipment.Weight);
            foreach (KeyValuePair<int, decimal> entry in shipment.Quantities)
            {
                Database.Execute("INSERT INTO ShipmentLine (ShipmentId, OrderLineId, Quantity) VALUES (@p0, @p1, @p2)", shipment.Id, entry.Key, entry.Value);
            }
        }

        public string LastTracking(int orderId)
        {
            return Database.Scalar<string>("SELECT TOP 1 TrackingNo FROM Shipment WHERE OrderId = @p0 ORDER BY Id DESC", orderId);
        }
    }
}
