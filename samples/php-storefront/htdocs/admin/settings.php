<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

AdminAuth::requireLogin('ADMIN');
$keys = array('banner_text' => 'Banner', 'free_shipping_from' => 'Free shipping from (cents)', 'maintenance' => 'Maintenance (0/1)');

if (is_post()) {
    check_token();
    foreach (array_keys($keys) as $key) {
        RemoteConfig::put($key, param($key));
    }
    AdminAuth::log('settings');
    flash('Saved. Other machines follow within a minute.');
    redirect('/admin/settings.php');
}

render('admin_header', array('title' => 'Settings'));
?>
<form method="post"><?php echo token_field(); ?>
<?php foreach ($keys as $key => $label) { ?>
  <label><?php echo h($label); ?> <input name="<?php echo $key; ?>" size="60" value="<?php echo h(RemoteConfig::get($key)); ?>"></label>
<?php } ?>
  <button>Save</button>
</form>
<?php
render('admin_footer');
