using System;
using System.Messaging;

namespace Northgate.Orders.Core.Infrastructure
{
    [Serializable]
    public class OrderMessage
    {
        public int OrderId { get; set; }
        public string Step { get; set; }
    }

    public static class OrderQueue
    {
        public static void Send(OrderMessage message)
        {
            using (MessageQueue queue = Open())
            {
                queue.Send(message, message.Step + " " + message.OrderId, MessageQueueTransactionType.Automatic);
            }
        }

        public static OrderMessage Receive(TimeSpan timeout)
        {
            using (MessageQueue queue = Open())
            {
                try
                {
                    Message message = queue.Receive(timeout, MessageQueueTransactionType.Automatic);
                    return message == null ? null : (OrderMessage)message.Body;
                }
                catch (MessageQueueException e)
                {
                    if (e.MessageQueueErrorCode == MessageQueueErrorCode.IOTimeout)
                    {
                        return null;
                    }
                    throw;
                }
            }
        }

        private static MessageQueue Open()
        {
            string path = AppSettings.QueuePath;
            if (path.StartsWith(@".\") && !MessageQueue.Exists(path))
            {
                MessageQueue.Create(path, true);
            }
            return new MessageQueue(path) { Formatter = new XmlMessageFormatter(new[] { typeof(OrderMessage) }) };
        }
    }
}
