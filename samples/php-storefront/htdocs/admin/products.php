<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

AdminAuth::requireLogin();
$products = new ProductDao();

render('admin_header', array('title' => 'Products'));
?>
<form><input name="q" value="<?php echo h(param('q')); ?>"><button>Search</button> <a href="/admin/product_edit.php">New product</a></form>
<table>
  <tr><th>SKU</th><th>Title</th><th>Category</th><th>Net price</th><th>Stock</th><th>Active</th></tr>
  <?php foreach ($products->adminList(param('q')) as $row) { ?>
  <tr>
    <td><a href="/admin/product_edit.php?id=<?php echo (int) $row['id']; ?>"><?php echo h($row['sku']); ?></a></td>
    <td><?php echo h($row['title']); ?></td>
    <td><?php echo h($row['category_name']); ?></td>
    <td><?php echo money($row['price_net']); ?></td>
    <td><?php echo (int) $row['stock_quantity']; ?></td>
    <td><?php echo $row['active'] ? 'yes' : 'no'; ?></td>
  </tr>
  <?php } ?>
</table>
<?php
render('admin_footer');
