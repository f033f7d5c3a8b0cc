<?php
/**
 * Storefront configuration.
 *
 * One file for all machines. A value set in the environment of Apache
 * (SetEnv) or of cron wins over the value written here.
 */

// ---- database ---------------------------------------------------------
define('DB_HOST', getenv('DB_HOST') ?: '10.20.0.31');
define('DB_PORT', (int) (getenv('DB_PORT') ?: 3306));
define('DB_NAME', getenv('DB_NAME') ?: 'storefront');
define('DB_USER', getenv('DB_USER') ?: 'storefront');
define('DB_PASS', getenv('DB_PASS') ?: 'st0re!2012');

// ---- zookeeper --------------------------------------------------------
define('ZK_HOSTS', getenv('ZK_HOSTS') ?: '10.20.0.31:2181');
define('ZK_ROOT', '/storefront');
define('ZK_TIMEOUT_MS', 800);

// ---- paths ------------------------------------------------------------
define('APP_ROOT', dirname(dirname(__FILE__)));
define('UPLOAD_DIR', APP_ROOT . '/htdocs/uploads');
define('UPLOAD_URL', '/uploads');
define('LOG_DIR', getenv('STORE_LOG_DIR') ?: '/var/log/storefront');
define('EXPORT_DIR', getenv('STORE_EXPORT_DIR') ?: '/srv/storefront/export');
define('IMPORT_DIR', getenv('STORE_IMPORT_DIR') ?: '/srv/storefront/import');
define('LOCK_DIR', '/tmp');

// ---- shop -------------------------------------------------------------
define('SHOP_NAME', 'Hallmark Tableware');
define('SHOP_URL', getenv('SHOP_URL') ?: 'http://shop.hallmark-tableware.example');
define('SHOP_CURRENCY', 'EUR');
define('PAGE_SIZE', 12);
define('SESSION_TTL', 3600);

// ---- mail -------------------------------------------------------------
define('MAIL_FROM', getenv('MAIL_FROM') ?: 'shop@hallmark-tableware.example');
define('MAIL_ORDERS', getenv('MAIL_ORDERS') ?: 'orders@hallmark-tableware.example');

// ---- card payment -----------------------------------------------------
define('PAYGATE_URL', getenv('PAYGATE_URL') ?: 'https://secure.paygate.example/v2/charge');
define('PAYGATE_MERCHANT', 'HALLMARK-0417');
define('PAYGATE_SECRET', getenv('PAYGATE_SECRET') ?: 'pg_s3cr3t_Hallm4rk');

// ---- merchandise management (receives the order export) ----------------
define('ERP_FTP_HOST', getenv('ERP_FTP_HOST') ?: '10.20.4.15');
define('ERP_FTP_USER', 'shopexp');
define('ERP_FTP_PASS', getenv('ERP_FTP_PASS') ?: 'Exp0rt#77');

date_default_timezone_set('Europe/Berlin');
error_reporting(E_ALL & ~E_DEPRECATED);
ini_set('display_errors', '0');
ini_set('log_errors', '1');
