<?php
/**
 * Class name -> file. One class per file below lib/.
 */
spl_autoload_register(function ($class) {
    static $dirs = array('', 'catalog/', 'order/', 'customer/', 'admin/', 'infra/');
    if (!preg_match('/^[A-Za-z0-9_]+$/', $class)) {
        return;
    }
    foreach ($dirs as $dir) {
        $file = dirname(__FILE__) . '/' . $dir . $class . '.php';
        if (is_file($file)) {
            require_once $file;
            return;
        }
    }
});
