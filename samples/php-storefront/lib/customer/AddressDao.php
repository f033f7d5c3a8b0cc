<?php
class AddressDao
{
    public function insert($customerId, array $form)
    {
        Db::exec(
            'INSERT INTO address (customer_id, name, street, zip, city, country) VALUES (?, ?, ?, ?, ?, ?)',
            array($customerId, $form['name'], $form['street'], $form['zip'], $form['city'], $form['country'])
        );
        return Db::lastId();
    }

    public function last($customerId)
    {
        return Db::row('SELECT name, street, zip, city, country FROM address WHERE customer_id = ? ORDER BY id DESC LIMIT 1', array($customerId));
    }
}
