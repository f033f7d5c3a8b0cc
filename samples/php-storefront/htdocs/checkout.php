<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$cart = new Cart();
$shipping = new ShippingDao();
$addresses = new AddressDao();
$calculator = new PriceCalculator();

if ($cart->isEmpty()) {
    redirect('/cart.php');
}

$form = array('name' => '', 'street' => '', 'zip' => '', 'city' => '', 'country' => 'DE', 'email' => '');
if (CustomerAuth::id() !== null) {
    $customers = new CustomerDao();
    $customer = $customers->find(CustomerAuth::id());
    $last = $addresses->last(CustomerAuth::id());
    $form = array_merge($form, $last === null ? array('name' => $customer['first_name'] . ' ' . $customer['last_name']) : $last);
    $form['email'] = $customer['email'];
}
foreach (array_keys($form) as $field) {
    $form[$field] = param($field, $form[$field]);
}
$form['shipping_method_id'] = param_int('shipping_method_id', 1);
$form['payment_kind'] = in_array(param('payment_kind'), array('INVOICE', 'PREPAID', 'CARD'), true) ? param('payment_kind') : 'INVOICE';
$form['card_token'] = param('card_token');

$error = null;
if (is_post()) {
    check_token();
    foreach (array('name', 'street', 'zip', 'city') as $field) {
        if ($form[$field] === '') {
            $error = 'Please fill in all fields of the address.';
        }
    }
    if (!filter_var($form['email'], FILTER_VALIDATE_EMAIL)) {
        $error = 'Please enter a valid e-mail address.';
    }
    if ($error === null) {
        try {
            $service = new OrderService();
            $_SESSION['last_order'] = $service->place($cart, $form, CustomerAuth::id());
            redirect('/order_done.php');
        } catch (OutOfStockException $e) {
            $error = 'One of the products is no longer available in this quantity.';
        } catch (RuntimeException $e) {
            $error = $e->getMessage();
        }
    }
}

$totals = $calculator->totals($cart->lines(), $form['country'], $form['shipping_method_id'], $cart->voucher());
render('header', array('title' => 'Checkout'));
?>
<h1>Checkout</h1>
<?php if ($error !== null) { ?><p class="error"><?php echo h($error); ?></p><?php } ?>
<form method="post">
  <?php echo token_field(); ?>
  <?php foreach (array('name' => 'Name', 'street' => 'Street', 'zip' => 'Zip', 'city' => 'City', 'email' => 'E-mail') as $field => $label) { ?>
  <label><?php echo $label; ?> <input name="<?php echo $field; ?>" value="<?php echo h($form[$field]); ?>"></label>
  <?php } ?>
  <label>Country <select name="country">
    <?php foreach ($shipping->countries() as $country) { ?>
    <option<?php echo $country === $form['country'] ? ' selected' : ''; ?>><?php echo h($country); ?></option>
    <?php } ?>
  </select></label>
  <label>Shipping <select name="shipping_method_id">
    <?php foreach ($shipping->methods($form['country']) as $method) { ?>
    <option value="<?php echo (int) $method['id']; ?>"><?php echo h($method['name']) . ' ' . money($method['price']); ?></option>
    <?php } ?>
  </select></label>
  <label>Payment <select name="payment_kind">
    <option value="INVOICE">Invoice</option><option value="PREPAID">Bank transfer in advance</option><option value="CARD">Credit card</option>
  </select></label>
  <div id="card"><label>Card token <input name="card_token"></label></div>
  <p>Goods <?php echo money($totals['goods']); ?>, discount <?php echo money($totals['discount']); ?>, shipping <?php echo money($totals['shipping']); ?></p>
  <p class="price">Total <?php echo money($totals['grand']); ?></p>
  <button>Buy now</button>
</form>
<?php
render('footer');
