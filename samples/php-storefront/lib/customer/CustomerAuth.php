<?php
class CustomerAuth
{
    public static function login($email, $password)
    {
        $dao = new CustomerDao();
        $customer = $dao->findByEmail($email);
        if ($customer === null || $customer['locked'] || !password_verify($password, $customer['password_hash'])) {
            Logger::warn('login failed for ' . $email . ' from ' . client_ip(), 'auth');
            return false;
        }
        session_regenerate_id(true);
        $_SESSION['customer_id'] = (int) $customer['id'];
        $_SESSION['customer_name'] = $customer['first_name'] . ' ' . $customer['last_name'];
        $dao->touch($customer['id']);
        return true;
    }

    public static function logout()
    {
        unset($_SESSION['customer_id'], $_SESSION['customer_name']);
    }

    public static function id()
    {
        return isset($_SESSION['customer_id']) ? $_SESSION['customer_id'] : null;
    }

    public static function requireLogin()
    {
        if (self::id() === null) {
            $_SESSION['return_to'] = $_SERVER['REQUEST_URI'];
            redirect('/login.php');
        }
    }
}
