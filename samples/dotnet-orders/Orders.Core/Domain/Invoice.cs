using System;

namespace Northgate.Orders.Core.Domain
{
    public class Invoice
    {
        public int Id { get; set; }
        public string InvoiceNo { get; set; }
        public int CustomerId { get; set; }
        public int OrderId { get; set; }
        public DateTime InvoiceDate { get; set; }
        public DateTime DueDate { get; set; }
        public decimal Net { get; set; }
        public decimal Vat { get; set; }
        public decimal Open { get; set; }
        public string PdfPath { get; set; }
    }
}
