<?php
/**
 * The cart lives in the session: product id => quantity.
 */
class Cart
{
    private $products;

    public function __construct()
    {
        $this->products = new ProductDao();
    }

    public function add($productId, $quantity)
    {
        $old = isset($_SESSION['cart'][$productId]) ? $_SESSION['cart'][$productId] : 0;
        $this->set($productId, $old + $quantity);
    }

    public function set($productId, $quantity)
    {
        if ($quantity <= 0) {
            unset($_SESSION['cart'][$productId]);
        } else {
            $_SESSION['cart'][$productId] = min(99, $quantity);
        }
    }

    public function clear()
    {
        $_SESSION['cart'] = array();
        unset($_SESSION['voucher']);
    }

    public function isEmpty()
    {
        return count($_SESSION['cart']) === 0;
    }

    public function count()
    {
        return array_sum($_SESSION['cart']);
    }

    public function lines()
    {
        $lines = array();
        foreach ($_SESSION['cart'] as $productId => $quantity) {
            $product = $this->products->find($productId);
            if ($product === null || !$product['active']) {
                unset($_SESSION['cart'][$productId]);
                continue;
            }
            $unit = ProductDao::gross($product);
            $lines[] = array(
                'product_id' => (int) $productId,
                'sku' => $product['sku'],
                'title' => $product['title'],
                'quantity' => (int) $quantity,
                'unit_price' => $unit,
                'tax_percent' => $product['tax_percent'],
                'line_total' => $unit * $quantity,
                'available' => (int) $product['stock_quantity'] >= $quantity,
            );
        }
        return $lines;
    }

    public function setVoucher($code)
    {
        $_SESSION['voucher'] = $code;
    }

    public function voucher()
    {
        return isset($_SESSION['voucher']) ? $_SESSION['voucher'] : null;
    }
}
