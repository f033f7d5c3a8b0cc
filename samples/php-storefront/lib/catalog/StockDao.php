<?php
class StockDao
{
    public function quantity($productId)
    {
        return (int) Db::value('SELECT quantity FROM stock WHERE product_id = ?', array($productId));
    }

    /** Takes goods out of stock; the caller holds the transaction. */
    public function take($productId, $quantity, $orderNo)
    {
        $changed = Db::exec(
            'UPDATE stock SET quantity = quantity - ? WHERE product_id = ? AND quantity >= ?',
            array($quantity, $productId, $quantity)
        );
        if ($changed !== 1) {
            throw new OutOfStockException($productId);
        }
        $this->movement($productId, -$quantity, 'order ' . $orderNo);
    }

    public function putBack($productId, $quantity, $orderNo)
    {
        Db::exec('UPDATE stock SET quantity = quantity + ? WHERE product_id = ?', array($quantity, $productId));
        $this->movement($productId, $quantity, 'cancelled ' . $orderNo);
    }

    public function setAbsolute($productId, $quantity, $reason)
    {
        $old = $this->quantity($productId);
        if ($old !== (int) $quantity) {
            Db::exec('UPDATE stock SET quantity = ? WHERE product_id = ?', array($quantity, $productId));
            $this->movement($productId, $quantity - $old, $reason);
        }
    }

    public function low()
    {
        return Db::all(
            'SELECT p.id, p.sku, p.title, s.quantity, s.reorder_level FROM stock s JOIN product p ON p.id = s.product_id'
            . ' WHERE p.active = 1 AND s.quantity <= s.reorder_level ORDER BY s.quantity, p.sku'
        );
    }

    public function movements($productId)
    {
        return Db::all('SELECT delta, reason, created_at FROM stock_movement WHERE product_id = ? ORDER BY id DESC LIMIT 50', array($productId));
    }

    private function movement($productId, $delta, $reason)
    {
        Db::exec('INSERT INTO stock_movement (product_id, delta, reason, created_at) VALUES (?, ?, ?, NOW())', array($productId, $delta, $reason));
    }
}
