<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

if (is_post()) {
    check_token();
    if (param('message') !== '' && filter_var(param('email'), FILTER_VALIDATE_EMAIL)) {
        Mailer::send(MAIL_ORDERS, 'Message from ' . param('email'), param('message'));
        flash('Thank you, we will answer soon.');
        redirect('/contact.php');
    }
    flash('Please enter your e-mail address and a message.');
}

render('header', array('title' => 'Contact'));
?>
<h1>Contact</h1>
<form method="post">
  <?php echo token_field(); ?>
  <label>E-mail <input name="email" value="<?php echo h(param('email')); ?>"></label>
  <label>Message <textarea name="message" rows="8" cols="60"><?php echo h(param('message')); ?></textarea></label>
  <button>Send</button>
</form>
<?php
render('footer');
