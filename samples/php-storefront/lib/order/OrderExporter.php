<?php
/**
 * Writes the order file of the merchandise management and transfers it by FTP.
 */
class OrderExporter
{
    private $orders;

    public function __construct()
    {
        $this->orders = new OrderDao();
    }

    public function run()
    {
        $ids = array();
        foreach ($this->orders->notExported() as $row) {
            $ids[] = (int) $row['id'];
        }
        if (!$ids) {
            return 0;
        }
        $name = 'orders_' . date('Ymd_His') . '.csv';
        $path = EXPORT_DIR . '/' . $name;
        $out = fopen($path . '.tmp', 'w');
        if (!$out) {
            throw new RuntimeException('cannot write ' . $path);
        }
        foreach ($ids as $id) {
            $order = $this->orders->find($id);
            fputcsv($out, array('H', $order['order_no'], $order['created_at'], $order['ship_name'], $order['street'], $order['zip'], $order['city'], $order['country'], $order['grand_total']), ';');
            foreach ($this->orders->lines($id) as $line) {
                fputcsv($out, array('P', $order['order_no'], $line['sku'], $line['quantity'], $line['unit_price']), ';');
            }
        }
        fclose($out);
        rename($path . '.tmp', $path);
        $this->orders->markExported($ids, $name);
        $this->transfer($path, $name);
        return count($ids);
    }

    private function transfer($path, $name)
    {
        if (!function_exists('ftp_connect')) {
            Logger::warn('no ftp extension, ' . $name . ' stays in ' . EXPORT_DIR, 'cron');
            return;
        }
        $ftp = @ftp_connect(ERP_FTP_HOST, 21, 10);
        if (!$ftp || !@ftp_login($ftp, ERP_FTP_USER, ERP_FTP_PASS)) {
            Logger::error('FTP to ' . ERP_FTP_HOST . ' failed, ' . $name . ' stays in ' . EXPORT_DIR, 'cron');
            return;
        }
        ftp_pasv($ftp, true);
        if (!ftp_put($ftp, '/inbound/shop/' . $name, $path, FTP_BINARY)) {
            Logger::error('transfer of ' . $name . ' failed', 'cron');
        }
        ftp_close($ftp);
    }
}
