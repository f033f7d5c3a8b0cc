<?php
/** Every night: stock files of the warehouse. */
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

set_time_limit(0);
$importer = new StockImporter();
$count = $importer->run();
Logger::info('stock_import: ' . $count . ' rows', 'cron');

$stock = new StockDao();
$low = $stock->low();
if ($low) {
    $body = '';
    foreach ($low as $row) {
        $body .= sprintf("%-12s %-40s %5d\n", $row['sku'], $row['title'], $row['quantity']);
    }
    Mailer::send(MAIL_ORDERS, count($low) . ' products below the reorder level', $body);
}
