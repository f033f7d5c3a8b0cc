<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$categories = new CategoryDao();
$products = new ProductDao();

$id = param_int('id');
$page = max(1, param_int('page', 1));
$category = $categories->find($id);
if ($category === null) {
    not_found('The category');
}
$pages = (int) ceil($products->countByCategory($id) / PAGE_SIZE);

render('header', array('title' => $category['name']));
?>
<p class="path">
<?php foreach ($categories->path($id) as $step) { ?>
  / <a href="/category.php?id=<?php echo (int) $step['id']; ?>"><?php echo h($step['name']); ?></a>
<?php } ?>
</p>
<?php foreach ($categories->children($id) as $child) { ?>
  <a class="sub" href="/category.php?id=<?php echo (int) $child['id']; ?>"><?php echo h($child['name']); ?></a>
<?php } ?>
<?php render('product_list', array('products' => $products->byCategory($id, $page))); ?>
<p class="pages">
<?php for ($i = 1; $i <= $pages; $i++) { ?>
  <a href="/category.php?id=<?php echo $id; ?>&amp;page=<?php echo $i; ?>"><?php echo $i === $page ? '<b>' . $i . '</b>' : $i; ?></a>
<?php } ?>
</p>
<?php
render('footer');
