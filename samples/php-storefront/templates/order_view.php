<h2>Order <?php echo h($order['order_no']); ?></h2>
<p>Placed <?php echo h($order['created_at']); ?>, status <strong><?php echo h($order['status']); ?></strong></p>
<table class="lines">
  <tr><th>Article</th><th>Quantity</th><th>Price</th><th>Total</th></tr>
  <?php foreach ($lines as $line) { ?>
  <tr>
    <td><?php echo h($line['sku'] . ' ' . $line['title']); ?></td>
    <td><?php echo (int) $line['quantity']; ?></td>
    <td><?php echo money($line['unit_price']); ?></td>
    <td><?php echo money($line['line_total']); ?></td>
  </tr>
  <?php } ?>
  <tr><td colspan="3">Discount</td><td>-<?php echo money($order['discount_total']); ?></td></tr>
  <tr><td colspan="3"><?php echo h($order['shipping_name']); ?></td><td><?php echo money($order['shipping_total']); ?></td></tr>
  <tr><th colspan="3">Total</th><th><?php echo money($order['grand_total']); ?></th></tr>
</table>
<p><?php echo h($order['ship_name'] . ', ' . $order['street'] . ', ' . $order['zip'] . ' ' . $order['city'] . ', ' . $order['country']); ?></p>
