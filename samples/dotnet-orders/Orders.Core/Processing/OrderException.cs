using System;

namespace Northgate.Orders.Core.Processing
{
    [Serializable]
    public class OrderException : Exception
    {
        public OrderException(string message)
            : base(message)
        {
        }
    }
}
