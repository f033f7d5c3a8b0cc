<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

if (!isset($_SESSION['last_order'])) {
    redirect('/');
}
$orders = new OrderDao();
$order = $orders->find($_SESSION['last_order']);

render('header', array('title' => 'Thank you'));
echo '<h1>Thank you for your order</h1>';
render('order_view', array('order' => $order, 'lines' => $orders->lines($order['id'])));
render('footer');
