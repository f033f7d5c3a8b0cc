<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

AdminAuth::requireLogin('EDITOR');
$products = new ProductDao();
$categories = new CategoryDao();
$id = param_int('id');
$product = $id > 0 ? $products->find($id) : array(
    'sku' => '', 'title' => '', 'description' => '', 'price_net' => 0, 'category_id' => 0, 'tax_rate_id' => 1, 'active' => 1,
);
if ($product === null) {
    not_found('The product');
}

if (is_post()) {
    check_token();
    if (param('action') === 'image' && $id > 0 && isset($_FILES['picture'])) {
        try {
            $name = ImageStore::add($id, $_FILES['picture']);
            AdminAuth::log('picture ' . $name);
        } catch (RuntimeException $e) {
            flash($e->getMessage());
        }
    } elseif (param('action') === 'drop_image') {
        ImageStore::remove(param_int('image_id'));
    } else {
        $id = $products->save($id, array(
            'sku' => param('sku'),
            'title' => param('title'),
            'description' => param('description'),
            'price_net' => (int) round((float) str_replace(',', '.', param('price')) * 100),
            'category_id' => param_int('category_id'),
            'tax_rate_id' => param_int('tax_rate_id', 1),
            'active' => param('active') === '1' ? 1 : 0,
        ));
        AdminAuth::log('product ' . param('sku') . ' saved');
        flash('Saved.');
    }
    redirect('/admin/product_edit.php?id=' . $id);
}

render('admin_header', array('title' => $id > 0 ? $product['title'] : 'New product'));
?>
<form method="post">
  <?php echo token_field(); ?>
  <label>SKU <input name="sku" value="<?php echo h($product['sku']); ?>"></label>
  <label>Title <input name="title" size="60" value="<?php echo h($product['title']); ?>"></label>
  <label>Description <textarea name="description" rows="6" cols="70"><?php echo h($product['description']); ?></textarea></label>
  <label>Net price <input name="price" value="<?php echo number_format($product['price_net'] / 100, 2, '.', ''); ?>"></label>
  <label>Category <select name="category_id">
    <?php foreach ($categories->options() as $option) { ?>
    <option value="<?php echo (int) $option['id']; ?>"<?php echo $option['id'] == $product['category_id'] ? ' selected' : ''; ?>><?php echo h($option['label']); ?></option>
    <?php } ?>
  </select></label>
  <label>VAT <select name="tax_rate_id">
    <?php foreach (Db::all('SELECT id, percent FROM tax_rate ORDER BY id') as $rate) { ?>
    <option value="<?php echo (int) $rate['id']; ?>"<?php echo $rate['id'] == $product['tax_rate_id'] ? ' selected' : ''; ?>><?php echo h($rate['percent']); ?>%</option>
    <?php } ?>
  </select></label>
  <label><input type="checkbox" name="active" value="1"<?php echo $product['active'] ? ' checked' : ''; ?>> active</label>
  <button>Save</button>
</form>
<?php if ($id > 0) { ?>
<h2>Pictures</h2>
<?php foreach ($products->images($id) as $image) { ?>
<form method="post"><?php echo token_field(); ?><input type="hidden" name="action" value="drop_image">
  <input type="hidden" name="image_id" value="<?php echo (int) $image['id']; ?>">
  <img src="<?php echo h(ImageStore::url($image['file_name'])); ?>" width="120" alt=""> <button>Delete</button></form>
<?php } ?>
<form method="post" enctype="multipart/form-data"><?php echo token_field(); ?>
  <input type="hidden" name="action" value="image"><input type="file" name="picture"><button>Upload</button></form>
<?php } ?>
<?php
render('admin_footer');
