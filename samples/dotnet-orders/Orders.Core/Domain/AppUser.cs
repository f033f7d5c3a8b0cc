using System;

namespace Northgate.Orders.Core.Domain
{
    [Serializable]
    public class AppUser
    {
        public int Id { get; set; }
        public string WindowsAccount { get; set; }
        public string DisplayName { get; set; }
        public int BranchId { get; set; }
        public string Role { get; set; }
        public decimal MaxDiscount { get; set; }
    }
}
