<?php
/** Every ten minutes: new orders to the merchandise management. */
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$lock = new SingleRun('order_export');
if (!$lock->acquire()) {
    exit(0);
}
try {
    $exporter = new OrderExporter();
    $count = $exporter->run();
    Logger::info('order_export: ' . $count . ' orders', 'cron');
} finally {
    $lock->release();
}
