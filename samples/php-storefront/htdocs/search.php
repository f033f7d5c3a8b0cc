<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$products = new ProductDao();
$text = param('q');
$found = strlen($text) >= 2 ? $products->search($text) : array();

render('header', array('title' => 'Search'));
echo '<h1>' . count($found) . ' products for "' . h($text) . '"</h1>';
render('product_list', array('products' => $found));
render('footer');
