<?php
/**
 * Included first by every page and every cron script.
 */
require_once dirname(__FILE__) . '/../config/config.php';
require_once dirname(__FILE__) . '/autoload.php';
require_once dirname(__FILE__) . '/functions.php';

Logger::init(LOG_DIR);

set_exception_handler(function ($e) {
    Logger::error('uncaught ' . get_class($e) . ': ' . $e->getMessage() . ' at ' . $e->getFile() . ':' . $e->getLine());
    if (PHP_SAPI === 'cli') {
        fwrite(STDERR, $e->getMessage() . "\n");
        exit(1);
    }
    if (!headers_sent()) {
        header('HTTP/1.1 500 Internal Server Error');
    }
    include dirname(__FILE__) . '/../templates/error.php';
});

if (PHP_SAPI !== 'cli') {
    session_name('HTSHOP');
    ini_set('session.gc_maxlifetime', (string) SESSION_TTL);
    ini_set('session.cookie_httponly', '1');
    session_start();
    if (!isset($_SESSION['cart'])) {
        $_SESSION['cart'] = array();
    }
    if (!isset($_SESSION['token'])) {
        $_SESSION['token'] = bin2hex(random_bytes(16));
    }
}
