<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title><?php echo h($title); ?> - back office</title>
  <link rel="stylesheet" href="/css/admin.css">
</head>
<body>
<div id="bar">
  <strong><?php echo h(SHOP_NAME); ?> back office</strong>
  <a href="/admin/">Home</a> <a href="/admin/orders.php">Orders</a> <a href="/admin/products.php">Products</a>
  <a href="/admin/stock.php">Stock</a> <a href="/admin/vouchers.php">Vouchers</a> <a href="/admin/customers.php">Customers</a>
  <a href="/admin/reports.php">Reports</a> <a href="/admin/settings.php">Settings</a>
  <span><?php echo h($_SESSION['admin']['name']); ?> <a href="/admin/logout.php">Log out</a></span>
</div>
<div id="main">
<h1><?php echo h($title); ?></h1>
<?php if (($message = flash()) !== null) { ?><p class="flash"><?php echo h($message); ?></p><?php } ?>
