using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Northgate.Orders.Services
{
    [DataContract]
    public class OrderRequest
    {
        [DataMember] public int CustomerId { get; set; }
        [DataMember] public int AddressId { get; set; }
        [DataMember] public int WarehouseId { get; set; }
        [DataMember] public string Reference { get; set; }
        [DataMember] public List<OrderRequestLine> Lines { get; set; }
    }

    [DataContract]
    public class OrderRequestLine
    {
        [DataMember] public string ProductNo { get; set; }
        [DataMember] public decimal Quantity { get; set; }
        [DataMember] public decimal Discount { get; set; }
    }
}
