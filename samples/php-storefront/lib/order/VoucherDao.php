<?php
class VoucherDao
{
    public function findValid($code)
    {
        return Db::row(
            'SELECT id, code, kind, amount, min_order_value, max_uses, used_count FROM voucher'
            . ' WHERE code = ? AND valid_from <= CURDATE() AND valid_to >= CURDATE() AND used_count < max_uses',
            array(strtoupper($code))
        );
    }

    /** The caller holds the transaction. */
    public function redeem($voucherId)
    {
        if (Db::exec('UPDATE voucher SET used_count = used_count + 1 WHERE id = ? AND used_count < max_uses', array($voucherId)) !== 1) {
            throw new RuntimeException('The voucher has already been used');
        }
    }

    public function all()
    {
        return Db::all('SELECT * FROM voucher ORDER BY valid_to DESC, code');
    }

    public function insert(array $data)
    {
        Db::exec(
            'INSERT INTO voucher (code, kind, amount, min_order_value, valid_from, valid_to, max_uses, used_count) VALUES (?, ?, ?, ?, ?, ?, ?, 0)',
            array(strtoupper($data['code']), $data['kind'], $data['amount'], $data['min_order_value'], $data['valid_from'], $data['valid_to'], $data['max_uses'])
        );
    }
}
