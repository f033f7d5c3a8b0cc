USE Orders
GO
ALTER TABLE dbo.StockItem ADD Bin varchar(12) NULL
GO
CREATE TABLE dbo.ReportRun (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_ReportRun PRIMARY KEY,
    ReportName nvarchar(40) NOT NULL,
    UserId int NOT NULL CONSTRAINT FK_Report_User REFERENCES dbo.AppUser (Id),
    StartedAt datetime NOT NULL,
    RowsWritten int NOT NULL,
    FilePath nvarchar(260) NULL
)
GO
