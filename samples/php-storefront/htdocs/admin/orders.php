<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

AdminAuth::requireLogin();
$orders = new OrderDao();
$status = param('status');

render('admin_header', array('title' => 'Orders'));
?>
<p><?php foreach (array('' => 'all', 'NEW' => 'new', 'PAID' => 'paid', 'SHIPPED' => 'shipped', 'CANCELLED' => 'cancelled') as $key => $label) { ?>
  <a href="/admin/orders.php?status=<?php echo $key; ?>"><?php echo $label; ?></a>
<?php } ?></p>
<table>
  <tr><th>Number</th><th>Date</th><th>Customer</th><th>Total</th><th>Status</th><th>Exported</th></tr>
  <?php foreach ($orders->byStatus($status) as $row) { ?>
  <tr>
    <td><a href="/admin/order.php?id=<?php echo (int) $row['id']; ?>"><?php echo h($row['order_no']); ?></a></td>
    <td><?php echo h($row['created_at']); ?></td>
    <td><?php echo h($row['email']); ?></td>
    <td><?php echo money($row['grand_total']); ?></td>
    <td><?php echo h($row['status']); ?></td>
    <td><?php echo h($row['exported_at']); ?></td>
  </tr>
  <?php } ?>
</table>
<?php
render('admin_footer');
