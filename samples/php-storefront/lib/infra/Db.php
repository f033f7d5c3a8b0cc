<?php
/**
 * Thin wrapper around PDO; one connection per request.
 */
class Db
{
    private static $pdo = null;
    private static $depth = 0;

    public static function pdo()
    {
        if (self::$pdo === null) {
            $dsn = 'mysql:host=' . DB_HOST . ';port=' . DB_PORT . ';dbname=' . DB_NAME . ';charset=utf8mb4';
            self::$pdo = new PDO($dsn, DB_USER, DB_PASS, array(
                PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
                PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC,
                PDO::ATTR_EMULATE_PREPARES => false,
            ));
        }
        return self::$pdo;
    }

    public static function query($sql, array $args = array())
    {
        $stmt = self::pdo()->prepare($sql);
        $stmt->execute($args);
        return $stmt;
    }

    public static function all($sql, array $args = array())
    {
        return self::query($sql, $args)->fetchAll();
    }

    public static function row($sql, array $args = array())
    {
        $row = self::query($sql, $args)->fetch();
        return $row === false ? null : $row;
    }

    public static function value($sql, array $args = array())
    {
        $value = self::query($sql, $args)->fetchColumn();
        return $value === false ? null : $value;
    }

    public static function exec($sql, array $args = array())
    {
        return self::query($sql, $args)->rowCount();
    }

    public static function lastId()
    {
        return (int) self::pdo()->lastInsertId();
    }

    public static function begin()
    {
        if (self::$depth++ === 0) {
            self::pdo()->beginTransaction();
        }
    }

    public static function commit()
    {
        if (--self::$depth === 0) {
            self::pdo()->commit();
        }
    }

    public static function rollback()
    {
        if (self::$depth > 0) {
            self::$depth = 0;
            self::pdo()->rollBack();
        }
    }
}
