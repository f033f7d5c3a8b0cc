USE Orders
GO

CREATE PROCEDURE dbo.usp_CreateInvoice
    @OrderId int,
    @InvoiceId int OUTPUT
AS
BEGIN
    SET NOCOUNT ON
    DECLARE @No int, @CustomerId int

    SELECT @CustomerId = CustomerId FROM dbo.SalesOrder WHERE Id = @OrderId AND Status = 30
    IF @CustomerId IS NULL
    BEGIN
        RAISERROR('Order %d is not shipped', 16, 1, @OrderId)
        RETURN
    END

    UPDATE dbo.Setting SET @No = IntValue = IntValue + 1 WHERE Name = 'LastInvoiceNo'

    INSERT INTO dbo.Invoice (InvoiceNo, CustomerId, OrderId, InvoiceDate, DueDate, Net, Vat, OpenAmount)
    SELECT 'R' + RIGHT('0000000' + CAST(@No AS varchar(7)), 7), @CustomerId, @OrderId, GETDATE(), DATEADD(day, 30, GETDATE()),
           SUM(ROUND(l.Quantity * l.UnitPrice * (100 - l.Discount) / 100, 2)),
           SUM(ROUND(l.Quantity * l.UnitPrice * (100 - l.Discount) / 100 * p.VatRate / 100, 2)),
           SUM(ROUND(l.Quantity * l.UnitPrice * (100 - l.Discount) / 100 * (1 + p.VatRate / 100), 2))
      FROM dbo.OrderLine l
      JOIN dbo.Product p ON p.Id = l.ProductId
     WHERE l.OrderId = @OrderId

    SET @InvoiceId = SCOPE_IDENTITY()

    INSERT INTO dbo.InvoiceLine (InvoiceId, OrderLineId, Net, Vat)
    SELECT @InvoiceId, l.Id, ROUND(l.Quantity * l.UnitPrice * (100 - l.Discount) / 100, 2),
           ROUND(l.Quantity * l.UnitPrice * (100 - l.Discount) / 100 * p.VatRate / 100, 2)
      FROM dbo.OrderLine l
      JOIN dbo.Product p ON p.Id = l.ProductId
     WHERE l.OrderId = @OrderId

    UPDATE dbo.SalesOrder SET Status = 40 WHERE Id = @OrderId
    INSERT INTO dbo.OrderHistory (OrderId, Status, Remark, ChangedAt) VALUES (@OrderId, 40, 'invoiced', GETDATE())
END
GO

CREATE PROCEDURE dbo.usp_RebuildStockReservations
AS
BEGIN
    SET NOCOUNT OFF
    UPDATE s
       SET s.Reserved = ISNULL(r.Quantity, 0)
      FROM dbo.StockItem s
      LEFT JOIN (SELECT o.WarehouseId, l.ProductId, SUM(l.Quantity) AS Quantity
                   FROM dbo.SalesOrder o
                   JOIN dbo.OrderLine l ON l.OrderId = o.Id
                  WHERE o.Status IN (10, 20)
                  GROUP BY o.WarehouseId, l.ProductId) r
        ON r.WarehouseId = s.WarehouseId AND r.ProductId = s.ProductId
     WHERE s.Reserved <> ISNULL(r.Quantity, 0)
END
GO

CREATE PROCEDURE dbo.usp_PurgeAudit
    @Days int
AS
BEGIN
    DELETE FROM dbo.AuditLog WHERE CreatedAt < DATEADD(day, -@Days, GETDATE())
    DELETE FROM dbo.ReportRun WHERE StartedAt < DATEADD(day, -@Days, GETDATE())
END
GO

CREATE TRIGGER dbo.trg_StockItem_NotNegative ON dbo.StockItem AFTER UPDATE
AS
IF EXISTS (SELECT 1 FROM inserted WHERE OnHand < 0)
BEGIN
    RAISERROR('Stock would become negative', 16, 1)
    ROLLBACK TRANSACTION
END
GO
