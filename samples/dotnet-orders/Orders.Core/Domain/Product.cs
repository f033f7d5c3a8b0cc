using System;
using System.Runtime.Serialization;

namespace Northgate.Orders.Core.Domain
{
    [DataContract]
    [Serializable]
    public class Product
    {
        [DataMember] public int Id { get; set; }
        [DataMember] public string ProductNo { get; set; }
        [DataMember] public string Name { get; set; }
        [DataMember] public int CategoryId { get; set; }
        [DataMember] public string Unit { get; set; }
        [DataMember] public decimal VatRate { get; set; }
        [DataMember] public decimal Weight { get; set; }
        [DataMember] public bool Active { get; set; }
    }

    [DataContract]
    public class StockItem
    {
        [DataMember] public int ProductId { get; set; }
        [DataMember] public int WarehouseId { get; set; }
        [DataMember] public decimal OnHand { get; set; }
        [DataMember] public decimal Reserved { get; set; }
        [DataMember] public string Bin { get; set; }

        public decimal Available
        {
            get { return OnHand - Reserved; }
        }
    }
}
