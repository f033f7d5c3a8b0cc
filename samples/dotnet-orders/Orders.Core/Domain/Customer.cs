using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Northgate.Orders.Core.Domain
{
    [DataContract]
    [Serializable]
    public class Customer
    {
        [DataMember] public int Id { get; set; }
        [DataMember] public string CustomerNo { get; set; }
        [DataMember] public string Name { get; set; }
        [DataMember] public string Email { get; set; }
        [DataMember] public int BranchId { get; set; }
        [DataMember] public int PriceListId { get; set; }
        [DataMember] public bool Blocked { get; set; }
        [DataMember] public List<CustomerAddress> Addresses { get; set; }

        public Customer()
        {
            Addresses = new List<CustomerAddress>();
        }
    }

    [DataContract]
    [Serializable]
    public class CustomerAddress
    {
        [DataMember] public int Id { get; set; }
        [DataMember] public int CustomerId { get; set; }
        [DataMember] public string Street { get; set; }
        [DataMember] public string Postcode { get; set; }
        [DataMember] public string City { get; set; }
        [DataMember] public bool IsDefault { get; set; }

        public override string ToString()
        {
            return Street + ", " + Postcode + " " + City;
        }
    }
}
