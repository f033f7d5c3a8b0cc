</div>
<div id="foot">
  <form action="/newsletter.php" method="post">
    <?php echo token_field(); ?>
    <input name="email" type="email" placeholder="Your e-mail"><button>Subscribe to our newsletter</button>
  </form>
  <p><a href="/contact.php">Contact</a> &middot; <?php echo h(SHOP_NAME); ?> &middot; served by <?php echo h(gethostname()); ?></p>
</div>
</body>
</html>
