<?php
class OutOfStockException extends RuntimeException
{
    private $productId;

    public function __construct($productId)
    {
        $this->productId = $productId;
        parent::__construct('Product ' . $productId . ' is not available in the wanted quantity');
    }

    public function getProductId()
    {
        return $this->productId;
    }
}
