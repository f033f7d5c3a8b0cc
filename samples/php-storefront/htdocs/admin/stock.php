<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

AdminAuth::requireLogin('WAREHOUSE');
$products = new ProductDao();
$stock = new StockDao();

if (is_post()) {
    check_token();
    $product = $products->findBySku(param('sku'));
    if ($product === null) {
        flash('Unknown SKU.');
    } else {
        Db::begin();
        $stock->setAbsolute($product['id'], max(0, param_int('quantity')), 'counted by ' . $_SESSION['admin']['name']);
        Db::commit();
        flash('Stock of ' . $product['sku'] . ' changed.');
    }
    redirect('/admin/stock.php?sku=' . urlencode(param('sku')));
}

$product = param('sku') !== '' ? $products->findBySku(param('sku')) : null;
render('admin_header', array('title' => 'Stock'));
?>
<form><input name="sku" value="<?php echo h(param('sku')); ?>" placeholder="SKU"><button>Show</button></form>
<?php if ($product !== null) { ?>
<h2><?php echo h($product['title']); ?>: <?php echo (int) $product['stock_quantity']; ?></h2>
<form method="post"><?php echo token_field(); ?><input type="hidden" name="sku" value="<?php echo h($product['sku']); ?>">
  <input name="quantity" value="<?php echo (int) $product['stock_quantity']; ?>"><button>Set</button></form>
<table>
<?php foreach ($stock->movements($product['id']) as $row) { ?>
  <tr><td><?php echo h($row['created_at']); ?></td><td><?php echo (int) $row['delta']; ?></td><td><?php echo h($row['reason']); ?></td></tr>
<?php } ?>
</table>
<?php } ?>
<?php
render('admin_footer');
