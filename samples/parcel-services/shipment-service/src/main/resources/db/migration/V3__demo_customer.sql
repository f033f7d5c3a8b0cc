INSERT INTO customers (account_number, name, email, phone)
VALUES ('ACC-100001', 'Nordwind Books', 'dispatch@nordwind-books.example', '+49 40 555 0101');
