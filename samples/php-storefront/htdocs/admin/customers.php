<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

AdminAuth::requireLogin();
$customers = new CustomerDao();

if (is_post()) {
    check_token();
    $customers->setLocked(param_int('id'), param('locked') === '1');
    AdminAuth::log('customer ' . param_int('id') . ' locked=' . param('locked'));
    redirect('/admin/customers.php?q=' . urlencode(param('q')));
}

render('admin_header', array('title' => 'Customers'));
?>
<form><input name="q" value="<?php echo h(param('q')); ?>"><button>Search</button></form>
<table>
  <tr><th>E-mail</th><th>Name</th><th>Orders</th><th>Revenue</th><th></th></tr>
  <?php foreach ($customers->search(param('q')) as $row) { ?>
  <tr>
    <td><?php echo h($row['email']); ?></td>
    <td><?php echo h($row['first_name'] . ' ' . $row['last_name']); ?></td>
    <td><?php echo (int) $row['order_count']; ?></td>
    <td><?php echo money($row['revenue']); ?></td>
    <td><form method="post"><?php echo token_field(); ?><input type="hidden" name="id" value="<?php echo (int) $row['id']; ?>">
      <input type="hidden" name="locked" value="<?php echo $row['locked'] ? '0' : '1'; ?>"><button><?php echo $row['locked'] ? 'Unlock' : 'Lock'; ?></button></form></td>
  </tr>
  <?php } ?>
</table>
<?php
render('admin_footer');
