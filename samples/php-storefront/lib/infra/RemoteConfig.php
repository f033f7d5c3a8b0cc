<?php
/**
 * Settings the shop manager changes at run time. Read from ZooKeeper, kept for a
 * minute in a file of the machine, with the table shop_setting as the fallback.
 */
class RemoteConfig
{
    private static $values = null;

    public static function get($key, $default = '')
    {
        if (self::$values === null) {
            self::$values = self::load();
        }
        return isset(self::$values[$key]) && self::$values[$key] !== '' ? self::$values[$key] : $default;
    }

    public static function put($key, $value)
    {
        Db::exec('REPLACE INTO shop_setting (setting_key, setting_value) VALUES (?, ?)', array($key, $value));
        $zk = new ZkClient(ZK_HOSTS, ZK_TIMEOUT_MS);
        if (!$zk->set(ZK_ROOT . '/config/' . $key, $value)) {
            Logger::warn('setting ' . $key . ' stored in the database only, no ZooKeeper');
        }
        $zk->close();
        @unlink(self::cacheFile());
        self::$values = null;
    }

    private static function load()
    {
        $file = self::cacheFile();
        if (is_file($file) && filemtime($file) > time() - 60) {
            $values = json_decode((string) file_get_contents($file), true);
            if (is_array($values)) {
                return $values;
            }
        }
        $values = array();
        foreach (Db::all('SELECT setting_key, setting_value FROM shop_setting') as $row) {
            $values[$row['setting_key']] = $row['setting_value'];
        }
        $zk = new ZkClient(ZK_HOSTS, ZK_TIMEOUT_MS);
        if ($zk->connect()) {
            foreach (array_keys($values) as $key) {
                $remote = $zk->get(ZK_ROOT . '/config/' . $key);
                if ($remote !== null && $remote !== '') {
                    $values[$key] = $remote;
                }
            }
            $zk->close();
        } else {
            Logger::warn('ZooKeeper ' . ZK_HOSTS . ' not reachable, settings from the database');
        }
        @file_put_contents($file, json_encode($values), LOCK_EX);
        return $values;
    }

    private static function cacheFile()
    {
        return LOCK_DIR . '/storefront_settings.json';
    }
}
