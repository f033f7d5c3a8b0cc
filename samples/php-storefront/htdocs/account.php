<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

CustomerAuth::requireLogin();
$customers = new CustomerDao();
$orders = new OrderDao();
$customer = $customers->find(CustomerAuth::id());

render('header', array('title' => 'Your account'));
$id = param_int('order');
$order = $id > 0 ? $orders->find($id) : null;
if ($order !== null && (int) $order['customer_id'] === CustomerAuth::id()) {
    render('order_view', array('order' => $order, 'lines' => $orders->lines($id)));
}
?>
<h1>Orders of <?php echo h($customer['first_name'] . ' ' . $customer['last_name']); ?></h1>
<table class="lines">
<?php foreach ($orders->byCustomer($customer['id']) as $row) { ?>
  <tr>
    <td><a href="/account.php?order=<?php echo (int) $row['id']; ?>"><?php echo h($row['order_no']); ?></a></td>
    <td><?php echo h($row['created_at']); ?></td>
    <td><?php echo money($row['grand_total']); ?></td>
    <td><?php echo h($row['status']); ?></td>
  </tr>
<?php } ?>
</table>
<?php
render('footer');
