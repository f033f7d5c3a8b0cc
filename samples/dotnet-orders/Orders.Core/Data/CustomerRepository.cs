using System.Collections.Generic;
using System.Data;
using System.Data.SqlClient;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Data
{
    public class CustomerRepository
    {
        private const string Columns = "Id, CustomerNo, Name, Email, BranchId, PriceListId, Blocked";

        public Customer Find(int id)
        {
            using (var connection = Database.Open())
            {
                Customer customer = null;
                using (var command = Database.Command(connection, "SELECT " + Columns + " FROM Customer WHERE Id = @p0", id))
                using (var reader = command.ExecuteReader())
                {
                    if (reader.Read())
                    {
                        customer = Map(reader);
                    }
                }
                if (customer != null)
                {
                    customer.Addresses.AddRange(Addresses(connection, id));
                }
                return customer;
            }
        }

        public IList<Customer> Search(string text)
        {
            var result = new List<Customer>();
            using (var connection = Database.Open())
            using (var command = Database.Command(connection,
                "SELECT TOP 100 " + Columns + " FROM Customer WHERE Name LIKE @p0 OR CustomerNo LIKE @p0 ORDER BY Name", "%" + text + "%"))
            using (var reader = command.ExecuteReader())
            {
                while (reader.Read())
                {
                    result.Add(Map(reader));
                }
            }
            return result;
        }

        public void Save(Customer customer)
        {
            if (customer.Id == 0)
            {
                customer.Id = Database.Scalar<int>(
                    "INSERT INTO Customer (CustomerNo, Name, Email, BranchId, PriceListId, Blocked) VALUES (@p0, @p1, @p2, @p3, @p4, @p5); SELECT SCOPE_IDENTITY()",
                    customer.CustomerNo, customer.Name, customer.Email, customer.BranchId, customer.PriceListId, customer.Blocked);
            }
            else
            {
                Database.Execute("UPDATE Customer SET Name = @p0, Email = @p1, PriceListId = @p2, Blocked = @p3 WHERE Id = @p4",
                    customer.Name, customer.Email, customer.PriceListId, customer.Blocked, customer.Id);
            }
        }

        public decimal CreditLimit(int customerId)
        {
            return Database.Scalar<decimal>("SELECT Amount FROM CreditLimit WHERE CustomerId = @p0 AND ValidTo >= GETDATE()", customerId);
        }

        public decimal OpenAmount(int customerId)
        {
            return Database.Scalar<decimal>(
                "SELECT ISNULL(SUM(i.OpenAmount), 0) + ISNULL((SELECT SUM(l.Quantity * l.UnitPrice) FROM SalesOrder o JOIN OrderLine l ON l.OrderId = o.Id"
                + " WHERE o.CustomerId = @p0 AND o.Status IN (10, 20, 30)), 0) FROM Invoice i WHERE i.CustomerId = @p0", customerId);
        }

        private static IEnumerable<CustomerAddress> Addresses(SqlConnection connection, int customerId)
        {
            var result = new List<CustomerAddress>();
            using (var command = Database.Command(connection,
                "SELECT Id, CustomerId, Street, Postcode, City, IsDefault FROM CustomerAddress WHERE CustomerId = @p0 ORDER BY IsDefault DESC", customerId))
            using (var reader = command.ExecuteReader())
            {
                while (reader.Read())
                {
                    result.Add(new CustomerAddress
                    {
                        Id = reader.GetInt32(0),
                        CustomerId = reader.GetInt32(1),
                        Street = reader.GetString(2),
                        Postcode = reader.GetString(3),
                        City = reader.GetString(4),
                        IsDefault = reader.GetBoolean(5)
                    });
                }
            }
            return result;
        }

        private static Customer Map(IDataRecord record)
        {
            return new Customer
            {
                Id = record.GetInt32(0),
                CustomerNo = record.GetString(1),
                Name = record.GetString(2),
                Email = record.IsDBNull(3) ? null : record.GetString(3),
                BranchId = record.GetInt32(4),
                PriceListId = record.GetInt32(5),
                Blocked = record.GetBoolean(6)
            };
        }
    }
}
