USE Orders
GO
INSERT INTO dbo.Branch (Name) VALUES ('Hull'), ('Leeds')
INSERT INTO dbo.PriceList (Name, Currency) VALUES ('Standard', 'GBP'), ('Trade', 'GBP')
INSERT INTO dbo.Warehouse (BranchId, Name) VALUES (1, 'Hull main'), (2, 'Leeds')
INSERT INTO dbo.Setting (Name, IntValue) VALUES ('LastOrderNo', 1000), ('LastInvoiceNo', 1000)
INSERT INTO dbo.AppUser (WindowsAccount, DisplayName, BranchId, Role, MaxDiscount) VALUES ('NORTHGATE\svc-orders', 'Worker', 1, 'SERVICE', 0)
INSERT INTO dbo.Category (ParentId, Name) VALUES (NULL, 'Fixings'), (NULL, 'Tools'), (1, 'Screws')
GO
