using System;
using System.Collections.Generic;

namespace Northgate.Orders.Core.Domain
{
    public class Shipment
    {
        public int Id { get; set; }
        public int OrderId { get; set; }
        public string Carrier { get; set; }
        public string TrackingNo { get; set; }
        public DateTime ShippedAt { get; set; }
        public decimal Weight { get; set; }
        public IDictionary<int, decimal> Quantities { get; private set; }

        public Shipment()
        {
            Quantities = new Dictionary<int, decimal>();
        }
    }
}
