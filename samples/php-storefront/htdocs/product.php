<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$products = new ProductDao();
$product = $products->find(param_int('id'));
if ($product === null || !$product['active']) {
    not_found('The product');
}
$images = $products->images($product['id']);
$lastSeen = isset($_SESSION['last_seen']) ? $_SESSION['last_seen'] : array();
$_SESSION['last_seen'] = array_slice(array_unique(array_merge(array((int) $product['id']), $lastSeen)), 0, 5);

render('header', array('title' => $product['title']));
?>
<h1><?php echo h($product['title']); ?></h1>
<?php foreach ($images as $image) { ?>
  <img src="<?php echo h(ImageStore::url($image['file_name'])); ?>" alt="" width="320">
<?php } ?>
<?php if (!$images) { ?><img src="<?php echo h(ImageStore::url(null)); ?>" alt="" width="320"><?php } ?>
<p><?php echo nl2br(h($product['description'])); ?></p>
<p>Article <?php echo h($product['sku']); ?></p>
<p class="price"><?php echo money(ProductDao::gross($product)); ?> incl. <?php echo h($product['tax_percent']); ?>% VAT</p>
<?php if ((int) $product['stock_quantity'] > 0) { ?>
<form action="/cart.php" method="post">
  <?php echo token_field(); ?>
  <input type="hidden" name="action" value="add">
  <input type="hidden" name="product_id" value="<?php echo (int) $product['id']; ?>">
  <input name="quantity" value="1" size="2"> <button>Add to cart</button>
</form>
<?php } else { ?>
<p class="soldout">Sold out</p>
<?php } ?>
<?php
render('footer');
