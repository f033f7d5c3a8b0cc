<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

AdminAuth::requireLogin();
$orders = new OrderDao();
$service = new OrderService();
$id = param_int('id');
$order = $orders->find($id);
if ($order === null) {
    not_found('The order');
}

if (is_post()) {
    check_token();
    try {
        if (param('action') === 'paid') {
            $orders->setStatus($id, 'PAID', 'marked by ' . $_SESSION['admin']['name']);
        } elseif (param('action') === 'ship') {
            $service->ship($id, param('tracking'));
        } elseif (param('action') === 'cancel') {
            $service->cancel($id, param('remark', 'cancelled by the shop'));
        }
        AdminAuth::log(param('action') . ' order ' . $order['order_no']);
    } catch (RuntimeException $e) {
        flash($e->getMessage());
    }
    redirect('/admin/order.php?id=' . $id);
}

render('admin_header', array('title' => 'Order ' . $order['order_no']));
render('order_view', array('order' => $order, 'lines' => $orders->lines($id)));
?>
<h2>History</h2>
<ul>
<?php foreach ($orders->history($id) as $step) { ?>
  <li><?php echo h($step['created_at'] . ' ' . $step['status'] . ' ' . $step['remark']); ?></li>
<?php } ?>
</ul>
<form method="post"><?php echo token_field(); ?><input type="hidden" name="action" value="paid"><button>Mark as paid</button></form>
<form method="post"><?php echo token_field(); ?><input type="hidden" name="action" value="ship"><input name="tracking" placeholder="Tracking number"><button>Shipped</button></form>
<form method="post" data-confirm="Cancel the order?"><?php echo token_field(); ?><input type="hidden" name="action" value="cancel"><input name="remark" placeholder="Reason"><button>Cancel</button></form>
<?php
render('admin_footer');
