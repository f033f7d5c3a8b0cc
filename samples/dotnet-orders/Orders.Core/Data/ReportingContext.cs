using System;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Data.Entity;

namespace Northgate.Orders.Core.Data
{
    /// <summary>Entity Framework is used for the reports and the file imports only.</summary>
    public class ReportingContext : DbContext
    {
        static ReportingContext()
        {
            System.Data.Entity.Database.SetInitializer<ReportingContext>(null);
        }

        public ReportingContext()
            : base("name=Orders")
        {
        }

        public DbSet<ReportRun> ReportRuns { get; set; }
        public DbSet<ImportFile> ImportFiles { get; set; }
    }

    [Table("ReportRun")]
    public class ReportRun
    {
        [Key]
        public int Id { get; set; }

        [Required, StringLength(40)]
        public string ReportName { get; set; }

        public int UserId { get; set; }
        public DateTime StartedAt { get; set; }
        public int RowsWritten { get; set; }

        [StringLength(260)]
        public string FilePath { get; set; }
    }

    [Table("ImportFile")]
    public class ImportFile
    {
        [Key]
        public int Id { get; set; }

        [Required, StringLength(260)]
        public string FileName { get; set; }

        public int PriceListId { get; set; }
        public DateTime ImportedAt { get; set; }
        public int RowsRead { get; set; }
        public int RowsRejected { get; set; }
    }
}
