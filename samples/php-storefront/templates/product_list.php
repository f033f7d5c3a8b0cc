<div class="products">
<?php foreach ($products as $product) { ?>
  <div class="product">
    <a href="/product.php?id=<?php echo (int) $product['id']; ?>">
      <img src="<?php echo h(ImageStore::url($product['image'])); ?>" alt="" width="160" height="120">
      <strong><?php echo h($product['title']); ?></strong>
    </a>
    <span class="price"><?php echo money(ProductDao::gross($product)); ?></span>
    <?php if ((int) $product['stock_quantity'] <= 0) { ?><span class="soldout">sold out</span><?php } ?>
  </div>
<?php } ?>
<?php if (!$products) { ?><p>No products.</p><?php } ?>
</div>
