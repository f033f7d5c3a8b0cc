<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$cart = new Cart();

if (is_post()) {
    check_token();
    switch (param('action')) {
        case 'add':
            $cart->add(param_int('product_id'), max(1, param_int('quantity', 1)));
            flash('Added to your cart.');
            break;
        case 'update':
            $quantities = isset($_POST['q']) && is_array($_POST['q']) ? $_POST['q'] : array();
            foreach ($quantities as $productId => $quantity) {
                $cart->set((int) $productId, (int) $quantity);
            }
            break;
        case 'voucher':
            $vouchers = new VoucherDao();
            if ($vouchers->findValid(param('code')) !== null) {
                $cart->setVoucher(strtoupper(param('code')));
                flash('The voucher was accepted.');
            } else {
                flash('This voucher is not valid.');
            }
            break;
    }
    redirect('/cart.php');
}

$lines = $cart->lines();
$total = 0;
render('header', array('title' => 'Cart'));
?>
<h1>Your cart</h1>
<?php if (!$lines) { ?>
<p>Your cart is empty.</p>
<?php } else { ?>
<form method="post">
  <?php echo token_field(); ?><input type="hidden" name="action" value="update">
  <table class="lines">
    <tr><th>Article</th><th>Quantity</th><th>Price</th><th>Total</th></tr>
    <?php foreach ($lines as $line) { $total += $line['line_total']; ?>
    <tr>
      <td><?php echo h($line['title']); ?><?php if (!$line['available']) { ?> <span class="soldout">not enough in stock</span><?php } ?></td>
      <td><input name="q[<?php echo $line['product_id']; ?>]" value="<?php echo $line['quantity']; ?>" size="2"></td>
      <td><?php echo money($line['unit_price']); ?></td>
      <td><?php echo money($line['line_total']); ?></td>
    </tr>
    <?php } ?>
    <tr><th colspan="3">Sum</th><th><?php echo money($total); ?></th></tr>
  </table>
  <button>Update</button>
</form>
<form method="post">
  <?php echo token_field(); ?><input type="hidden" name="action" value="voucher">
  <label>Voucher <input name="code" value="<?php echo h($cart->voucher()); ?>"></label><button>Apply</button>
</form>
<p><a href="/checkout.php">Proceed to checkout</a></p>
<?php } ?>
<?php
render('footer');
