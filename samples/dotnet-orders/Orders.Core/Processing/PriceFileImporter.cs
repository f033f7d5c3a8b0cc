using System;
using System.Globalization;
using System.IO;
using log4net;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;
using Northgate.Orders.Core.Infrastructure;

namespace Northgate.Orders.Core.Processing
{
    public class PriceFileImporter
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(PriceFileImporter));

        private readonly ProductRepository products = new ProductRepository();

        public int ImportAll()
        {
            int files = 0;
            foreach (string file in Directory.GetFiles(AppSettings.PriceFolder, "prices_*.csv"))
            {
                Import(file);
                string done = Path.Combine(AppSettings.PriceFolder, "done");
                Directory.CreateDirectory(done);
                File.Move(file, Path.Combine(done, DateTime.Now.ToString("yyyyMMddHHmmss") + "_" + Path.GetFileName(file)));
                files++;
            }
            if (files > 0)
            {
                PricingService.Reset();
            }
            return files;
        }

        public void Import(string file)
        {
            int read = 0;
            int rejected = 0;
            int priceListId = int.Parse(Path.GetFileNameWithoutExtension(file).Split('_')[1], CultureInfo.InvariantCulture);
            foreach (string line in File.ReadLines(file))
            {
                string[] fields = line.Split(';');
                Product product = fields.Length < 3 ? null : products.FindByNo(fields[0]);
                if (product == null)
                {
                    rejected++;
                    continue;
                }
                products.SetPrice(priceListId, product.Id, decimal.Parse(fields[1], CultureInfo.InvariantCulture), decimal.Parse(fields[2], CultureInfo.InvariantCulture));
                read++;
            }
            using (var context = new ReportingContext())
            {
                context.ImportFiles.Add(new ImportFile
                {
                    FileName = file,
                    PriceListId = priceListId,
                    ImportedAt = DateTime.Now,
                    RowsRead = read,
                    RowsRejected = rejected
                });
                context.SaveChanges();
            }
            Log.InfoFormat("{0}: {1} prices, {2} rejected", file, read, rejected);
        }
    }
}
