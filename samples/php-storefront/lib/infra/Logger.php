<?php
/**
 * Writes one log file per area below LOG_DIR; rotated by logrotate on the machine.
 */
class Logger
{
    private static $dir = '/var/log/storefront';

    public static function init($dir)
    {
        self::$dir = rtrim($dir, '/');
    }

    public static function info($message, $file = 'shop')
    {
        self::write('INFO', $message, $file);
    }

    public static function warn($message, $file = 'shop')
    {
        self::write('WARN', $message, $file);
    }

    public static function error($message, $file = 'shop')
    {
        self::write('ERROR', $message, $file);
    }

    private static function write($level, $message, $file)
    {
        $line = date('Y-m-d H:i:s') . ' ' . $level . ' [' . getmypid() . '] ' . $message . "\n";
        $path = self::$dir . '/' . $file . '.log';
        if (@file_put_contents($path, $line, FILE_APPEND | LOCK_EX) === false) {
            error_log('storefront: ' . $level . ' ' . $message);
        }
    }
}
