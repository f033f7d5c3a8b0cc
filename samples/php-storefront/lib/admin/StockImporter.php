<?php
/**
 * Reads the stock files the warehouse drops into IMPORT_DIR: sku;quantity per line.
 */
class StockImporter
{
    private $products;
    private $stock;

    public function __construct()
    {
        $this->products = new ProductDao();
        $this->stock = new StockDao();
    }

    public function run()
    {
        $done = 0;
        $files = glob(IMPORT_DIR . '/stock_*.csv');
        foreach ($files ?: array() as $file) {
            $done += $this->importFile($file);
            if (!is_dir(IMPORT_DIR . '/done')) {
                mkdir(IMPORT_DIR . '/done', 0775);
            }
            rename($file, IMPORT_DIR . '/done/' . basename($file));
        }
        return $done;
    }

    private function importFile($file)
    {
        $lines = file($file, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES);
        $count = 0;
        Db::begin();
        foreach ($lines as $no => $line) {
            $fields = explode(strpos($line, ';') !== false ? ';' : ',', $line);
            if (count($fields) < 2 || !ctype_digit(trim($fields[1]))) {
                Logger::warn(basename($file) . ':' . ($no + 1) . ' skipped: ' . $line, 'cron');
                continue;
            }
            $product = $this->products->findBySku(trim($fields[0]));
            if ($product === null) {
                Logger::warn(basename($file) . ': unknown sku ' . $fields[0], 'cron');
                continue;
            }
            $this->stock->setAbsolute($product['id'], (int) $fields[1], 'import ' . basename($file));
            $count++;
        }
        Db::commit();
        return $count;
    }
}
