<?php
class CustomerDao
{
    public function find($id)
    {
        return Db::row('SELECT id, email, first_name, last_name, created_at FROM customer WHERE id = ?', array($id));
    }

    public function findByEmail($email)
    {
        return Db::row('SELECT id, email, password_hash, first_name, last_name, locked FROM customer WHERE email = ?', array(strtolower($email)));
    }

    public function insert($email, $password, $firstName, $lastName)
    {
        Db::exec(
            'INSERT INTO customer (email, password_hash, first_name, last_name, locked, created_at) VALUES (?, ?, ?, ?, 0, NOW())',
            array(strtolower($email), password_hash($password, PASSWORD_BCRYPT), $firstName, $lastName)
        );
        return Db::lastId();
    }

    public function touch($id)
    {
        Db::exec('UPDATE customer SET last_login_at = NOW() WHERE id = ?', array($id));
    }

    public function search($text)
    {
        $like = '%' . $text . '%';
        return Db::all(
            'SELECT c.id, c.email, c.first_name, c.last_name, c.locked, c.created_at, COUNT(o.id) AS order_count, COALESCE(SUM(o.grand_total), 0) AS revenue'
            . ' FROM customer c LEFT JOIN customer_order o ON o.customer_id = c.id'
            . ' WHERE c.email LIKE ? OR c.last_name LIKE ? GROUP BY c.id, c.email, c.first_name, c.last_name, c.locked, c.created_at ORDER BY c.last_name LIMIT 100',
            array($like, $like)
        );
    }

    public function setLocked($id, $locked)
    {
        Db::exec('UPDATE customer SET locked = ? WHERE id = ?', array($locked ? 1 : 0, $id));
    }
}
