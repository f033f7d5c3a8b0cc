<?php
class AdminAuth
{
    public static function login($user, $password)
    {
        $row = Db::row('SELECT id, user_name, password_hash, role FROM admin_user WHERE user_name = ? AND active = 1', array($user));
        if ($row === null || !password_verify($password, $row['password_hash'])) {
            Logger::warn('back office login failed for ' . $user . ' from ' . client_ip(), 'auth');
            return false;
        }
        session_regenerate_id(true);
        $_SESSION['admin'] = array('id' => (int) $row['id'], 'name' => $row['user_name'], 'role' => $row['role']);
        self::log('login');
        return true;
    }

    public static function requireLogin($role = null)
    {
        if (!isset($_SESSION['admin'])) {
            redirect('/admin/login.php');
        }
        if ($role !== null && $_SESSION['admin']['role'] !== $role && $_SESSION['admin']['role'] !== 'ADMIN') {
            header('HTTP/1.1 403 Forbidden');
            die('Not allowed');
        }
    }

    public static function log($action)
    {
        Db::exec(
            'INSERT INTO admin_log (admin_user_id, action, client_ip, created_at) VALUES (?, ?, ?, NOW())',
            array($_SESSION['admin']['id'], $action, client_ip())
        );
    }
}
