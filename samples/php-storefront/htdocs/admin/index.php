<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

AdminAuth::requireLogin();
$stock = new StockDao();
$orders = new OrderDao();

render('admin_header', array('title' => 'Overview'));
?>
<h2>New orders</h2>
<table>
<?php foreach ($orders->byStatus('NEW', 10) as $row) { ?>
  <tr><td><a href="/admin/order.php?id=<?php echo (int) $row['id']; ?>"><?php echo h($row['order_no']); ?></a></td>
  <td><?php echo h($row['email']); ?></td><td><?php echo money($row['grand_total']); ?></td></tr>
<?php } ?>
</table>
<h2>Low stock</h2>
<table>
<?php foreach ($stock->low() as $row) { ?>
  <tr><td><?php echo h($row['sku']); ?></td><td><?php echo h($row['title']); ?></td><td><?php echo (int) $row['quantity']; ?></td></tr>
<?php } ?>
</table>
<?php
render('admin_footer');
