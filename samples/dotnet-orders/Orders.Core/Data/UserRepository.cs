using System.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Data
{
    public class UserRepository
    {
        public AppUser FindByAccount(string windowsAccount)
        {
            DataTable table = Database.Table(
                "SELECT Id, WindowsAccount, DisplayName, BranchId, Role, MaxDiscount FROM AppUser WHERE WindowsAccount = @p0 AND Active = 1", windowsAccount);
            if (table.Rows.Count == 0)
            {
                return null;
            }
            DataRow row = table.Rows[0];
            return new AppUser
            {
                Id = (int)row["Id"],
                WindowsAccount = (string)row["WindowsAccount"],
                DisplayName = (string)row["DisplayName"],
                BranchId = (int)row["BranchId"],
                Role = (string)row["Role"],
                MaxDiscount = (decimal)row["MaxDiscount"]
            };
        }

        public void Audit(int? userId, string action, string detail)
        {
            Database.Execute("INSERT INTO AuditLog (UserId, Action, Detail, CreatedAt) VALUES (@p0, @p1, @p2, GETDATE())", userId, action, detail);
        }
    }
}
