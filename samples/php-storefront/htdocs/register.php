<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$customers = new CustomerDao();
$error = null;
if (is_post()) {
    check_token();
    if (!filter_var(param('email'), FILTER_VALIDATE_EMAIL)) {
        $error = 'Please enter a valid e-mail address.';
    } elseif (strlen(param('password')) < 8) {
        $error = 'The password needs at least eight characters.';
    } elseif ($customers->findByEmail(param('email')) !== null) {
        $error = 'This e-mail address is already registered.';
    } else {
        $customers->insert(param('email'), param('password'), param('first_name'), param('last_name'));
        Mailer::send(param('email'), 'Welcome to ' . SHOP_NAME, "Your account is ready.\n\n" . SHOP_URL . "\n");
        CustomerAuth::login(param('email'), param('password'));
        redirect('/account.php');
    }
}

render('header', array('title' => 'Register'));
?>
<h1>Register</h1>
<?php if ($error !== null) { ?><p class="error"><?php echo h($error); ?></p><?php } ?>
<form method="post">
  <?php echo token_field(); ?>
  <label>First name <input name="first_name" value="<?php echo h(param('first_name')); ?>"></label>
  <label>Last name <input name="last_name" value="<?php echo h(param('last_name')); ?>"></label>
  <label>E-mail <input name="email" value="<?php echo h(param('email')); ?>"></label>
  <label>Password <input name="password" type="password"></label>
  <button>Register</button>
</form>
<?php
render('footer');
