USE Orders
GO
CREATE TABLE dbo.CreditLimit (
    Id int IDENTITY(1,1) NOT NULL CONSTRAINT PK_CreditLimit PRIMARY KEY,
    CustomerId int NOT NULL CONSTRAINT FK_Credit_Customer REFERENCES dbo.Customer (Id),
    Amount decimal(12,2) NOT NULL,
    ValidTo date NOT NULL
)
GO
INSERT INTO dbo.CreditLimit (CustomerId, Amount, ValidTo) SELECT Id, 5000, '2099-12-31' FROM dbo.Customer
GO
