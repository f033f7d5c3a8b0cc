<?php
class ProductDao
{
    const COLUMNS = 'p.id, p.sku, p.title, p.description, p.price_net, p.active, p.category_id, p.tax_rate_id, t.percent AS tax_percent, s.quantity AS stock_quantity';
    const FROM = ' FROM product p JOIN tax_rate t ON t.id = p.tax_rate_id LEFT JOIN stock s ON s.product_id = p.id ';

    public function find($id)
    {
        return Db::row('SELECT ' . self::COLUMNS . self::FROM . ' WHERE p.id = ?', array($id));
    }

    public function findBySku($sku)
    {
        return Db::row('SELECT ' . self::COLUMNS . self::FROM . ' WHERE p.sku = ?', array($sku));
    }

    public function newest($limit)
    {
        return $this->withImages(Db::all(
            'SELECT ' . self::COLUMNS . self::FROM . ' WHERE p.active = 1 ORDER BY p.created_at DESC, p.id DESC LIMIT ' . (int) $limit
        ));
    }

    public function byCategory($categoryId, $page)
    {
        $offset = max(0, $page - 1) * PAGE_SIZE;
        return $this->withImages(Db::all(
            'SELECT ' . self::COLUMNS . self::FROM
            . ' JOIN category c ON c.id = p.category_id'
            . ' WHERE p.active = 1 AND (c.id = ? OR c.parent_id = ?) ORDER BY p.title LIMIT ' . PAGE_SIZE . ' OFFSET ' . (int) $offset,
            array($categoryId, $categoryId)
        ));
    }

    public function countByCategory($categoryId)
    {
        return (int) Db::value(
            'SELECT COUNT(*) FROM product p JOIN category c ON c.id = p.category_id WHERE p.active = 1 AND (c.id = ? OR c.parent_id = ?)',
            array($categoryId, $categoryId)
        );
    }

    public function search($text, $limit = 40)
    {
        $like = '%' . str_replace(array('%', '_'), array('\\%', '\\_'), $text) . '%';
        return $this->withImages(Db::all(
            'SELECT ' . self::COLUMNS . self::FROM
            . ' WHERE p.active = 1 AND (p.title LIKE ? OR p.description LIKE ? OR p.sku = ?) ORDER BY p.title LIMIT ' . (int) $limit,
            array($like, $like, $text)
        ));
    }

    public function images($productId)
    {
        return Db::all('SELECT id, file_name, width, height FROM product_image WHERE product_id = ? ORDER BY sort_order', array($productId));
    }

    public function adminList($text)
    {
        return Db::all(
            'SELECT p.id, p.sku, p.title, p.price_net, p.active, c.name AS category_name, s.quantity AS stock_quantity'
            . ' FROM product p JOIN category c ON c.id = p.category_id LEFT JOIN stock s ON s.product_id = p.id'
            . ' WHERE p.title LIKE ? OR p.sku LIKE ? ORDER BY p.sku LIMIT 200',
            array('%' . $text . '%', '%' . $text . '%')
        );
    }

    public function save($id, array $data)
    {
        if ($id > 0) {
            Db::exec(
                'UPDATE product SET sku = ?, title = ?, description = ?, price_net = ?, category_id = ?, tax_rate_id = ?, active = ? WHERE id = ?',
                array($data['sku'], $data['title'], $data['description'], $data['price_net'], $data['category_id'], $data['tax_rate_id'], $data['active'], $id)
            );
            return $id;
        }
        Db::begin();
        Db::exec(
            'INSERT INTO product (sku, title, description, price_net, category_id, tax_rate_id, active, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, NOW())',
            array($data['sku'], $data['title'], $data['description'], $data['price_net'], $data['category_id'], $data['tax_rate_id'], $data['active'])
        );
        $id = Db::lastId();
        Db::exec('INSERT INTO stock (product_id, quantity, reorder_level) VALUES (?, 0, 5)', array($id));
        Db::commit();
        return $id;
    }

    public static function gross(array $product)
    {
        return (int) round($product['price_net'] * (100 + $product['tax_percent']) / 100);
    }

    private function withImages(array $products)
    {
        foreach ($products as $i => $product) {
            $images = $this->images($product['id']);
            $products[$i]['image'] = $images ? $images[0]['file_name'] : null;
        }
        return $products;
    }
}
