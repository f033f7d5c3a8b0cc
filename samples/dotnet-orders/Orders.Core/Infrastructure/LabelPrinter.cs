using System.Drawing;
using System.Drawing.Printing;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Core.Infrastructure
{
    public static class LabelPrinter
    {
        public static void PrintPickingList(Order order)
        {
            using (var document = new PrintDocument())
            {
                document.PrinterSettings.PrinterName = AppSettings.LabelPrinter;
                document.DocumentName = "Picking " + order.OrderNo;
                document.PrintPage += (sender, e) => Draw(e.Graphics, order);
                document.Print();
            }
        }

        public static Bitmap Label(Order order)
        {
            var bitmap = new Bitmap(400, 60 + 22 * order.Lines.Count);
            using (Graphics graphics = Graphics.FromImage(bitmap))
            {
                graphics.Clear(Color.White);
                Draw(graphics, order);
            }
            return bitmap;
        }

        private static void Draw(Graphics graphics, Order order)
        {
            var stock = new StockRepository();
            using (var big = new Font("Arial", 14, FontStyle.Bold))
            using (var small = new Font("Arial", 9))
            {
                graphics.DrawString(order.OrderNo, big, Brushes.Black, 10, 10);
                float y = 40;
                foreach (OrderLine line in order.Lines)
                {
                    StockItem item = stock.Find(order.WarehouseId, line.ProductId);
                    string bin = item == null ? "?" : item.Bin;
                    graphics.DrawString(bin + "  " + line.ProductNo + "  " + line.Quantity.ToString("0.##"), small, Brushes.Black, 10, y);
                    y += 22;
                }
            }
        }
    }
}
