const express = require('express');
const { Pool } = require('pg');

const pool = new Pool({
  host: process.env.DB_HOST || '10.4.0.21',
  port: Number(process.env.DB_PORT || 5432),
  user: process.env.DB_USER || 'ledger',
  password: process.env.DB_PASSWORD,
  database: process.env.DB_NAME || 'ledger',
});
const app = express();

app.get('/health', async (request, response) => {
  await pool.query('SELECT 1');
  response.send('ok');
});

app.get('/', async (request, response, next) => {
  try {
    const { rows } = await pool.query('SELECT name, joined FROM member ORDER BY id');
    response.send(`<ul>${rows.map((row) => `<li>${row.name}, since ${row.joined}</li>`).join('')}</ul>`);
  } catch (error) {
    next(error);
  }
});

app.listen(process.env.PORT || 3000);
