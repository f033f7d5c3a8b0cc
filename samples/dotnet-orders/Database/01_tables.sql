-- Northgate Orders 2.6, SQL Server 2008 R2
USE Orders
GO

CREATE TABLE dbo.Branch (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_Branch PRIMARY KEY,
    Name nvarchar(60) NOT NULL
)
GO
CREATE TABLE dbo.AppUser (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_AppUser PRIMARY KEY,
    WindowsAccount nvarchar(80) NOT NULL CONSTRAINT UQ_AppUser UNIQUE,
    DisplayName nvarchar(80) NOT NULL,
    BranchId int NOT NULL CONSTRAINT FK_AppUser_Branch REFERENCES dbo.Branch (Id),
    Role varchar(20) NOT NULL,
    MaxDiscount decimal(5,2) NOT NULL,
    Active bit NOT NULL DEFAULT 1
)
GO
CREATE TABLE dbo.PriceList (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_PriceList PRIMARY KEY,
    Name nvarchar(60) NOT NULL,
    Currency char(3) NOT NULL
)
GO
CREATE TABLE dbo.Customer (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_Customer PRIMARY KEY,
    CustomerNo varchar(12) NOT NULL CONSTRAINT UQ_Customer UNIQUE,
    Name nvarchar(120) NOT NULL,
    Email nvarchar(120) NULL,
    BranchId int NOT NULL CONSTRAINT FK_Customer_Branch REFERENCES dbo.Branch (Id),
    PriceListId int NOT NULL CONSTRAINT FK_Customer_PriceList REFERENCES dbo.PriceList (Id),
    Blocked bit NOT NULL DEFAULT 0
)
GO
CREATE TABLE dbo.CustomerAddress (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_CustomerAddress PRIMARY KEY,
    CustomerId int NOT NULL CONSTRAINT FK_Address_Customer REFERENCES dbo.Customer (Id),
    Street nvarchar(120) NOT NULL,
    Postcode varchar(12) NOT NULL,
    City nvarchar(60) NOT NULL,
    IsDefault bit NOT NULL DEFAULT 0
)
GO
CREATE TABLE dbo.CreditLimit (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_CreditLimit PRIMARY KEY,
    CustomerId int NOT NULL CONSTRAINT FK_Credit_Customer REFERENCES dbo.Customer (Id),
    Amount decimal(12,2) NOT NULL,
    ValidTo date NOT NULL
)
GO
CREATE TABLE dbo.Category (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_Category PRIMARY KEY,
    ParentId int NULL CONSTRAINT FK_Category_Parent REFERENCES dbo.Category (Id),
    Name nvarchar(60) NOT NULL
)
GO
CREATE TABLE dbo.Product (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_Product PRIMARY KEY,
    ProductNo varchar(20) NOT NULL CONSTRAINT UQ_Product UNIQUE,
    Name nvarchar(120) NOT NULL,
    CategoryId int NOT NULL CONSTRAINT FK_Product_Category REFERENCES dbo.Category (Id),
    Unit varchar(8) NOT NULL,
    VatRate decimal(5,2) NOT NULL,
    Weight decimal(10,3) NOT NULL,
    Active bit NOT NULL DEFAULT 1
)
GO
CREATE TABLE dbo.PriceListItem (
    PriceListId int NOT NULL CONSTRAINT FK_Item_PriceList REFERENCES dbo.PriceList (Id),
    ProductId int NOT NULL CONSTRAINT FK_Item_Product REFERENCES dbo.Product (Id),
    MinQuantity decimal(12,3) NOT NULL,
    Price decimal(12,4) NOT NULL,
    CONSTRAINT PK_PriceListItem PRIMARY KEY (PriceListId, ProductId, MinQuantity)
)
GO
CREATE TABLE dbo.Warehouse (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_Warehouse PRIMARY KEY,
    BranchId int NOT NULL CONSTRAINT FK_Warehouse_Branch REFERENCES dbo.Branch (Id),
    Name nvarchar(60) NOT NULL
)
GO
CREATE TABLE dbo.StockItem (
    WarehouseId int NOT NULL CONSTRAINT FK_Stock_Warehouse REFERENCES dbo.Warehouse (Id),
    ProductId int NOT NULL CONSTRAINT FK_Stock_Product REFERENCES dbo.Product (Id),
    OnHand decimal(12,3) NOT NULL DEFAULT 0,
    Reserved decimal(12,3) NOT NULL DEFAULT 0,
    Bin varchar(12) NULL,
    CONSTRAINT PK_StockItem PRIMARY KEY (WarehouseId, ProductId)
)
GO
CREATE TABLE dbo.StockMovement (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_StockMovement PRIMARY KEY,
    WarehouseId int NOT NULL CONSTRAINT FK_Movement_Warehouse REFERENCES dbo.Warehouse (Id),
    ProductId int NOT NULL CONSTRAINT FK_Movement_Product REFERENCES dbo.Product (Id),
    Quantity decimal(12,3) NOT NULL,
    Reason nvarchar(100) NOT NULL,
    MovedAt datetime NOT NULL
)
GO
CREATE TABLE dbo.SalesOrder (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_SalesOrder PRIMARY KEY,
    OrderNo varchar(12) NOT NULL CONSTRAINT UQ_SalesOrder UNIQUE,
    CustomerId int NOT NULL CONSTRAINT FK_Order_Customer REFERENCES dbo.Customer (Id),
    AddressId int NOT NULL CONSTRAINT FK_Order_Address REFERENCES dbo.CustomerAddress (Id),
    WarehouseId int NOT NULL CONSTRAINT FK_Order_Warehouse REFERENCES dbo.Warehouse (Id),
    EnteredBy int NOT NULL CONSTRAINT FK_Order_User REFERENCES dbo.AppUser (Id),
    EnteredAt datetime NOT NULL,
    Status int NOT NULL,
    Reference nvarchar(60) NULL
)
GO
CREATE TABLE dbo.OrderLine (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_OrderLine PRIMARY KEY,
    OrderId int NOT NULL CONSTRAINT FK_Line_Order REFERENCES dbo.SalesOrder (Id),
    ProductId int NOT NULL CONSTRAINT FK_Line_Product REFERENCES dbo.Product (Id),
    LineText nvarchar(120) NOT NULL,
    Quantity decimal(12,3) NOT NULL,
    UnitPrice decimal(12,4) NOT NULL,
    Discount decimal(5,2) NOT NULL
)
GO
CREATE TABLE dbo.OrderHistory (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_OrderHistory PRIMARY KEY,
    OrderId int NOT NULL CONSTRAINT FK_History_Order REFERENCES dbo.SalesOrder (Id),
    Status int NOT NULL,
    UserId int NULL CONSTRAINT FK_History_User REFERENCES dbo.AppUser (Id),
    Remark nvarchar(200) NULL,
    ChangedAt datetime NOT NULL
)
GO
CREATE TABLE dbo.Shipment (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_Shipment PRIMARY KEY,
    OrderId int NOT NULL CONSTRAINT FK_Shipment_Order REFERENCES dbo.SalesOrder (Id),
    Carrier nvarchar(40) NOT NULL,
    TrackingNo varchar(40) NULL,
    ShippedAt datetime NOT NULL,
    Weight decimal(10,3) NOT NULL
)
GO
CREATE TABLE dbo.ShipmentLine (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_ShipmentLine PRIMARY KEY,
    ShipmentId int NOT NULL CONSTRAINT FK_ShipLine_Shipment REFERENCES dbo.Shipment (Id),
    OrderLineId int NOT NULL CONSTRAINT FK_ShipLine_Line REFERENCES dbo.OrderLine (Id),
    Quantity decimal(12,3) NOT NULL
)
GO
CREATE TABLE dbo.Invoice (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_Invoice PRIMARY KEY,
    InvoiceNo varchar(12) NOT NULL CONSTRAINT UQ_Invoice UNIQUE,
    CustomerId int NOT NULL CONSTRAINT FK_Invoice_Customer REFERENCES dbo.Customer (Id),
    OrderId int NOT NULL CONSTRAINT FK_Invoice_Order REFERENCES dbo.SalesOrder (Id),
    InvoiceDate datetime NOT NULL,
    DueDate datetime NOT NULL,
    Net decimal(12,2) NOT NULL,
    Vat decimal(12,2) NOT NULL,
    OpenAmount decimal(12,2) NOT NULL,
    PdfPath nvarchar(260) NULL
)
GO
CREATE TABLE dbo.InvoiceLine (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_InvoiceLine PRIMARY KEY,
    InvoiceId int NOT NULL CONSTRAINT FK_InvLine_Invoice REFERENCES dbo.Invoice (Id),
    OrderLineId int NOT NULL CONSTRAINT FK_InvLine_Line REFERENCES dbo.OrderLine (Id),
    Net decimal(12,2) NOT NULL,
    Vat decimal(12,2) NOT NULL
)
GO
CREATE TABLE dbo.Payment (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_Payment PRIMARY KEY,
    InvoiceId int NOT NULL CONSTRAINT FK_Payment_Invoice REFERENCES dbo.Invoice (Id),
    Amount decimal(12,2) NOT NULL,
    BankReference varchar(40) NULL,
    BookedAt datetime NOT NULL
)
GO
CREATE TABLE dbo.ImportFile (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_ImportFile PRIMARY KEY,
    FileName nvarchar(260) NOT NULL,
    PriceListId int NOT NULL CONSTRAINT FK_Import_PriceList REFERENCES dbo.PriceList (Id),
    ImportedAt datetime NOT NULL,
    RowsRead int NOT NULL,
    RowsRejected int NOT NULL
)
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
CREATE TABLE dbo.Setting (
    Name varchar(40) NOT NULL CONSTRAINT PK_Setting PRIMARY KEY,
    IntValue int NULL,
    TextValue nvarchar(200) NULL
)
GO
CREATE TABLE dbo.AuditLog (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_AuditLog PRIMARY KEY,
    UserId int NULL CONSTRAINT FK_Audit_User REFERENCES dbo.AppUser (Id),
    Action varchar(20) NOT NULL,
    Detail nvarchar(400) NULL,
    CreatedAt datetime NOT NULL
)
GO
CREATE INDEX IX_SalesOrder_Status ON dbo.SalesOrder (Status, CustomerId)
CREATE INDEX IX_Invoice_Open ON dbo.Invoice (CustomerId) INCLUDE (OpenAmount)
GO
