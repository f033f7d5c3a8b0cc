<?php
$cart = new Cart();
$categories = new CategoryDao();
$banner = RemoteConfig::get('banner_text');
?>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title><?php echo h(isset($title) ? $title . ' - ' . SHOP_NAME : SHOP_NAME); ?></title>
  <link rel="stylesheet" href="/css/shop.css">
  <script src="/js/shop.js" defer></script>
</head>
<body>
<div id="top">
  <a href="/" class="logo"><?php echo h(SHOP_NAME); ?></a>
  <form action="/search.php" method="get" class="search">
    <input name="q" value="<?php echo h(param('q')); ?>" placeholder="Search"><button>Go</button>
  </form>
  <div class="links">
    <?php if (CustomerAuth::id() !== null) { ?>
      <a href="/account.php"><?php echo h($_SESSION['customer_name']); ?></a> <a href="/logout.php">Log out</a>
    <?php } else { ?>
      <a href="/login.php">Log in</a> <a href="/register.php">Register</a>
    <?php } ?>
    <a href="/cart.php" class="cart">Cart (<?php echo (int) $cart->count(); ?>)</a>
  </div>
</div>
<div id="nav">
  <?php foreach ($categories->roots() as $root) { ?>
    <a href="/category.php?id=<?php echo (int) $root['id']; ?>"><?php echo h($root['name']); ?></a>
  <?php } ?>
</div>
<?php if ($banner !== '') { ?><div id="banner"><?php echo h($banner); ?></div><?php } ?>
<div id="main">
<?php if (($message = flash()) !== null) { ?><p class="flash"><?php echo h($message); ?></p><?php } ?>
