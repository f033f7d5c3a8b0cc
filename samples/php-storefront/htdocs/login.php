<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$error = null;
if (is_post()) {
    check_token();
    if (CustomerAuth::login(param('email'), param('password'))) {
        $target = isset($_SESSION['return_to']) ? $_SESSION['return_to'] : '/account.php';
        unset($_SESSION['return_to']);
        redirect($target);
    }
    $error = 'E-mail or password is wrong.';
}

render('header', array('title' => 'Log in'));
?>
<h1>Log in</h1>
<?php if ($error !== null) { ?><p class="error"><?php echo h($error); ?></p><?php } ?>
<form method="post">
  <?php echo token_field(); ?>
  <label>E-mail <input name="email" value="<?php echo h(param('email')); ?>"></label>
  <label>Password <input name="password" type="password"></label>
  <button>Log in</button>
</form>
<?php
render('footer');
