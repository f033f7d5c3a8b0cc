using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;

namespace Northgate.Orders.Core.Domain
{
    public enum OrderStatus
    {
        Draft = 0,
        Released = 10,
        Picking = 20,
        Shipped = 30,
        Invoiced = 40,
        Cancelled = 90
    }

    [DataContract]
    [Serializable]
    public class Order
    {
        [DataMember] public int Id { get; set; }
        [DataMember] public string OrderNo { get; set; }
        [DataMember] public int CustomerId { get; set; }
        [DataMember] public int AddressId { get; set; }
        [DataMember] public int WarehouseId { get; set; }
        [DataMember] public int EnteredBy { get; set; }
        [DataMember] public DateTime EnteredAt { get; set; }
        [DataMember] public OrderStatus Status { get; set; }
        [DataMember] public string Reference { get; set; }
        [DataMember] public List<OrderLine> Lines { get; set; }

        public Order()
        {
            Lines = new List<OrderLine>();
            EnteredAt = DateTime.Now;
        }

        public decimal NetTotal
        {
            get { return Lines.Sum(l => l.LineTotal); }
        }
    }

    [DataContract]
    [Serializable]
    public class OrderLine
    {
        [DataMember] public int Id { get; set; }
        [DataMember] public int OrderId { get; set; }
        [DataMember] public int ProductId { get; set; }
        [DataMember] public string ProductNo { get; set; }
        [DataMember] public string Text { get; set; }
        [DataMember] public decimal Quantity { get; set; }
        [DataMember] public decimal UnitPrice { get; set; }
        [DataMember] public decimal Discount { get; set; }

        public decimal LineTotal
        {
            get { return Math.Round(Quantity * UnitPrice * (100m - Discount) / 100m, 2); }
        }
    }
}
