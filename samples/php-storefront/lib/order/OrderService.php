<?php
require_once dirname(__FILE__) . '/../catalog/OutOfStockException.php';

class OrderService
{
    private $orders;
    private $stock;
    private $vouchers;
    private $addresses;
    private $calculator;

    public function __construct()
    {
        $this->orders = new OrderDao();
        $this->stock = new StockDao();
        $this->vouchers = new VoucherDao();
        $this->addresses = new AddressDao();
        $this->calculator = new PriceCalculator();
    }

    /**
     * Places the order of the current cart.
     *
     * @return int id of the order
     */
    public function place(Cart $cart, array $form, $customerId)
    {
        $lines = $cart->lines();
        if (!$lines) {
            throw new RuntimeException('The cart is empty');
        }
        Db::begin();
        try {
            $totals = $this->calculator->totals($lines, $form['country'], $form['shipping_method_id'], $cart->voucher());
            $orderNo = $this->orders->nextNumber();
            $addressId = $this->addresses->insert($customerId, $form);
            $orderId = $this->orders->insert(array(
                'order_no' => $orderNo,
                'customer_id' => $customerId,
                'shipping_address_id' => $addressId,
                'shipping_method_id' => $form['shipping_method_id'],
                'voucher_id' => $totals['voucher_id'],
                'email' => $form['email'],
                'goods_total' => $totals['goods'],
                'discount_total' => $totals['discount'],
                'shipping_total' => $totals['shipping'],
                'grand_total' => $totals['grand'],
                'payment_kind' => $form['payment_kind'],
                'status' => 'NEW',
                'client_ip' => client_ip(),
            ));
            foreach ($lines as $line) {
                $this->orders->insertLine($orderId, $line);
                $this->stock->take($line['product_id'], $line['quantity'], $orderNo);
            }
            if ($totals['voucher_id'] !== null) {
                $this->vouchers->redeem($totals['voucher_id']);
            }
            $this->orders->setStatus($orderId, 'NEW', 'placed in the shop');
            if ($form['payment_kind'] === 'CARD') {
                $reference = PaymentGateway::charge($orderNo, $totals['grand'], $form['card_token']);
                Db::exec(
                    'INSERT INTO payment (order_id, amount, reference, created_at) VALUES (?, ?, ?, NOW())',
                    array($orderId, $totals['grand'], $reference)
                );
                $this->orders->setStatus($orderId, 'PAID', 'card payment ' . $reference);
            }
            Db::commit();
        } catch (Exception $e) {
            Db::rollback();
            Logger::error('order failed: ' . $e->getMessage(), 'order');
            throw $e;
        }
        $cart->clear();
        Logger::info('order ' . $orderNo . ' placed, ' . money($totals['grand']), 'order');
        Mailer::orderConfirmation($this->orders->find($orderId), $this->orders->lines($orderId));
        return $orderId;
    }

    public function cancel($orderId, $remark)
    {
        $order = $this->orders->find($orderId);
        if ($order === null || $order['status'] === 'SHIPPED' || $order['status'] === 'CANCELLED') {
            throw new RuntimeException('The order can not be cancelled');
        }
        Db::begin();
        foreach ($this->orders->lines($orderId) as $line) {
            $this->stock->putBack($line['product_id'], $line['quantity'], $order['order_no']);
        }
        $this->orders->setStatus($orderId, 'CANCELLED', $remark);
        Db::commit();
        Mailer::send($order['email'], 'Order ' . $order['order_no'] . ' cancelled', "Your order was cancelled.\n\n" . $remark);
    }

    public function ship($orderId, $trackingNo)
    {
        $order = $this->orders->find($orderId);
        Db::begin();
        $this->orders->setStatus($orderId, 'SHIPPED', 'tracking ' . $trackingNo);
        Db::commit();
        Mailer::send($order['email'], 'Order ' . $order['order_no'] . ' is on its way', 'Tracking number: ' . $trackingNo);
    }
}
