<?php
class OrderDao
{
    public function insert(array $order)
    {
        Db::exec(
            'INSERT INTO customer_order (order_no, customer_id, shipping_address_id, shipping_method_id, voucher_id, email, goods_total,'
            . ' discount_total, shipping_total, grand_total, payment_kind, status, client_ip, created_at)'
            . ' VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NOW())',
            array(
                $order['order_no'], $order['customer_id'], $order['shipping_address_id'], $order['shipping_method_id'], $order['voucher_id'],
                $order['email'], $order['goods_total'], $order['discount_total'], $order['shipping_total'], $order['grand_total'],
                $order['payment_kind'], $order['status'], $order['client_ip'],
            )
        );
        return Db::lastId();
    }

    public function insertLine($orderId, array $line)
    {
        Db::exec(
            'INSERT INTO order_line (order_id, product_id, sku, title, quantity, unit_price, tax_percent, line_total) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
            array($orderId, $line['product_id'], $line['sku'], $line['title'], $line['quantity'], $line['unit_price'], $line['tax_percent'], $line['line_total'])
        );
    }

    public function nextNumber()
    {
        Db::exec('UPDATE number_range SET last_no = LAST_INSERT_ID(last_no + 1) WHERE name = \'order\'');
        return 'H' . date('y') . sprintf('%06d', Db::lastId());
    }

    public function find($id)
    {
        return Db::row(
            'SELECT o.*, a.name AS ship_name, a.street, a.zip, a.city, a.country, m.name AS shipping_name FROM customer_order o'
            . ' JOIN address a ON a.id = o.shipping_address_id JOIN shipping_method m ON m.id = o.shipping_method_id WHERE o.id = ?',
            array($id)
        );
    }

    public function lines($orderId)
    {
        return Db::all('SELECT * FROM order_line WHERE order_id = ? ORDER BY id', array($orderId));
    }

    public function history($orderId)
    {
        return Db::all('SELECT status, remark, created_at FROM order_status_history WHERE order_id = ? ORDER BY id', array($orderId));
    }

    public function byCustomer($customerId)
    {
        return Db::all('SELECT id, order_no, grand_total, status, created_at FROM customer_order WHERE customer_id = ? ORDER BY id DESC', array($customerId));
    }

    public function byStatus($status, $limit = 100)
    {
        $where = $status === '' ? '' : ' WHERE o.status = ?';
        return Db::all(
            'SELECT o.id, o.order_no, o.email, o.grand_total, o.status, o.created_at, o.exported_at FROM customer_order o' . $where
            . ' ORDER BY o.id DESC LIMIT ' . (int) $limit,
            $status === '' ? array() : array($status)
        );
    }

    public function setStatus($orderId, $status, $remark)
    {
        Db::exec('UPDATE customer_order SET status = ? WHERE id = ?', array($status, $orderId));
        Db::exec('INSERT INTO order_status_history (order_id, status, remark, created_at) VALUES (?, ?, ?, NOW())', array($orderId, $status, $remark));
    }

    public function notExported()
    {
        return Db::all('SELECT id FROM customer_order WHERE exported_at IS NULL AND status IN (\'NEW\', \'PAID\') ORDER BY id LIMIT 500');
    }

    public function markExported(array $ids, $fileName)
    {
        Db::begin();
        Db::exec('INSERT INTO export_batch (file_name, order_count, created_at) VALUES (?, ?, NOW())', array($fileName, count($ids)));
        $batchId = Db::lastId();
        foreach ($ids as $id) {
            Db::exec('UPDATE customer_order SET exported_at = NOW(), export_batch_id = ? WHERE id = ?', array($batchId, $id));
        }
        Db::commit();
    }
}
