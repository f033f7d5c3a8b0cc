<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

AdminAuth::requireLogin('EDITOR');
$vouchers = new VoucherDao();

if (is_post()) {
    check_token();
    $vouchers->insert(array(
        'code' => param('code'),
        'kind' => param('kind') === 'PERCENT' ? 'PERCENT' : 'AMOUNT',
        'amount' => param_int('amount'),
        'min_order_value' => param_int('min_order_value'),
        'valid_from' => param('valid_from'),
        'valid_to' => param('valid_to'),
        'max_uses' => param_int('max_uses', 1),
    ));
    AdminAuth::log('voucher ' . param('code'));
    redirect('/admin/vouchers.php');
}

render('admin_header', array('title' => 'Vouchers'));
?>
<table>
  <tr><th>Code</th><th>Kind</th><th>Amount</th><th>From</th><th>To</th><th>Used</th></tr>
  <?php foreach ($vouchers->all() as $row) { ?>
  <tr><td><?php echo h($row['code']); ?></td><td><?php echo h($row['kind']); ?></td><td><?php echo (int) $row['amount']; ?></td>
    <td><?php echo h($row['valid_from']); ?></td><td><?php echo h($row['valid_to']); ?></td><td><?php echo (int) $row['used_count'] . ' / ' . (int) $row['max_uses']; ?></td></tr>
  <?php } ?>
</table>
<form method="post"><?php echo token_field(); ?>
  <label>Code <input name="code"></label>
  <label>Kind <select name="kind"><option>AMOUNT</option><option>PERCENT</option></select></label>
  <label>Amount (cents or percent) <input name="amount"></label>
  <label>Minimum order (cents) <input name="min_order_value" value="0"></label>
  <label>Valid from <input name="valid_from" value="<?php echo date('Y-m-d'); ?>"></label>
  <label>Valid to <input name="valid_to" value="<?php echo date('Y-m-d', time() + 30 * 86400); ?>"></label>
  <label>Uses <input name="max_uses" value="1"></label>
  <button>Create</button>
</form>
<?php
render('admin_footer');
