<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

if (RemoteConfig::get('maintenance', '0') === '1') {
    header('HTTP/1.1 503 Service Unavailable');
    include dirname(__FILE__) . '/../templates/error.php';
    exit;
}

$products = new ProductDao();

render('header', array('title' => 'Welcome'));
?>
<h1>New in our shop</h1>
<?php
render('product_list', array('products' => $products->newest(PAGE_SIZE)));
render('footer');
