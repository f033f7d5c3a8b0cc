<?php
/** Output and request helpers used by pages and templates. */

function h($text)
{
    return htmlspecialchars((string) $text, ENT_QUOTES, 'UTF-8');
}

function money($cents)
{
    return number_format($cents / 100, 2, ',', '.') . ' ' . SHOP_CURRENCY;
}

function param($name, $default = '')
{
    if (isset($_POST[$name]) && is_string($_POST[$name])) {
        return trim($_POST[$name]);
    }
    if (isset($_GET[$name]) && is_string($_GET[$name])) {
        return trim($_GET[$name]);
    }
    return $default;
}

function param_int($name, $default = 0)
{
    $value = param($name, '');
    return preg_match('/^-?\d+$/', $value) ? (int) $value : $default;
}

function is_post()
{
    return isset($_SERVER['REQUEST_METHOD']) && $_SERVER['REQUEST_METHOD'] === 'POST';
}

function redirect($url)
{
    header('Location: ' . $url);
    exit;
}

function token_field()
{
    return '<input type="hidden" name="token" value="' . h($_SESSION['token']) . '">';
}

function check_token()
{
    if (!hash_equals($_SESSION['token'], param('token'))) {
        header('HTTP/1.1 403 Forbidden');
        die('The form has expired. Please go back and reload the page.');
    }
}

function flash($message = null)
{
    if ($message !== null) {
        $_SESSION['flash'] = $message;
        return null;
    }
    $old = isset($_SESSION['flash']) ? $_SESSION['flash'] : null;
    unset($_SESSION['flash']);
    return $old;
}

function render($template, array $vars = array())
{
    extract($vars);
    include dirname(__FILE__) . '/../templates/' . $template . '.php';
}

function not_found($what)
{
    header('HTTP/1.1 404 Not Found');
    render('header', array('title' => 'Not found'));
    echo '<p class="error">' . h($what) . ' was not found.</p>';
    render('footer');
    exit;
}

function client_ip()
{
    // behind haproxy the peer is always the load balancer
    if (!empty($_SERVER['HTTP_X_FORWARDED_FOR'])) {
        $parts = explode(',', $_SERVER['HTTP_X_FORWARDED_FOR']);
        return trim($parts[0]);
    }
    return isset($_SERVER['REMOTE_ADDR']) ? $_SERVER['REMOTE_ADDR'] : '';
}
