<?php
// asked by haproxy every two seconds
require_once dirname(__FILE__) . '/../config/config.php';
require_once dirname(__FILE__) . '/../lib/infra/Db.php';

header('Content-Type: text/plain');
try {
    Db::value('SELECT 1');
    echo "OK\n";
} catch (Exception $e) {
    header('HTTP/1.1 503 Service Unavailable');
    echo "DB\n";
}
