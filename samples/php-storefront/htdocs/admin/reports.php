<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';
require_once dirname(__FILE__) . '/../../lib/admin/reports.inc.php';

AdminAuth::requireLogin();
$days = max(1, param_int('days', 30));

render('admin_header', array('title' => 'Reports'));
?>
<h2>Revenue by month</h2>
<table><?php foreach (report_revenue_by_month() as $row) { ?>
  <tr><td><?php echo h($row['month']); ?></td><td><?php echo (int) $row['orders']; ?></td><td><?php echo money($row['revenue']); ?></td></tr>
<?php } ?></table>
<h2>Top products, last <?php echo $days; ?> days</h2>
<table><?php foreach (report_top_products($days) as $row) { ?>
  <tr><td><?php echo h($row['sku']); ?></td><td><?php echo h($row['title']); ?></td><td><?php echo (int) $row['pieces']; ?></td><td><?php echo money($row['revenue']); ?></td></tr>
<?php } ?></table>
<h2>By country</h2>
<table><?php foreach (report_by_country() as $row) { ?>
  <tr><td><?php echo h($row['country']); ?></td><td><?php echo (int) $row['orders']; ?></td><td><?php echo money($row['revenue']); ?></td></tr>
<?php } ?></table>
<?php
render('admin_footer');
