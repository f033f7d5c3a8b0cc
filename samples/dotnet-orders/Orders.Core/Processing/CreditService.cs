using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Processing
{
    public class CreditService
    {
        private readonly CustomerRepository customers = new CustomerRepository();

        public void Check(Customer customer, decimal newAmount)
        {
            decimal limit = customers.CreditLimit(customer.Id);
            if (limit > 0 && customers.OpenAmount(customer.Id) + newAmount > limit)
            {
                throw new OrderException("Credit limit of " + customer.Name + " is exceeded");
            }
        }
    }
}
