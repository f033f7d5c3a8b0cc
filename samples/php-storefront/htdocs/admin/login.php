<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

$error = '';
if (is_post()) {
    check_token();
    if (AdminAuth::login(param('user'), param('password'))) {
        redirect('/admin/');
    }
    $error = 'User or password is wrong.';
}
?>
<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Back office</title><link rel="stylesheet" href="/css/admin.css"></head>
<body><div id="main">
<h1>Back office</h1>
<?php if ($error !== '') { ?><p class="error"><?php echo h($error); ?></p><?php } ?>
<form method="post">
  <?php echo token_field(); ?>
  <label>User <input name="user"></label>
  <label>Password <input name="password" type="password"></label>
  <button>Log in</button>
</form>
</div></body></html>
