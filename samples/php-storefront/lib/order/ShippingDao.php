<?php
class ShippingDao
{
    public function methods($country)
    {
        return Db::all(
            'SELECT m.id, m.name, r.price FROM shipping_method m JOIN shipping_rate r ON r.shipping_method_id = m.id'
            . ' WHERE r.country = ? ORDER BY r.price',
            array($country)
        );
    }

    public function price($methodId, $country)
    {
        $price = Db::value('SELECT price FROM shipping_rate WHERE shipping_method_id = ? AND country = ?', array($methodId, $country));
        if ($price === null) {
            throw new RuntimeException('No delivery to ' . $country . ' with this shipping method');
        }
        return (int) $price;
    }

    public function countries()
    {
        return Db::query('SELECT DISTINCT country FROM shipping_rate ORDER BY country')->fetchAll(PDO::FETCH_COLUMN);
    }
}
