<?php
class PriceCalculator
{
    private $vouchers;
    private $shipping;

    public function __construct()
    {
        $this->vouchers = new VoucherDao();
        $this->shipping = new ShippingDao();
    }

    public function totals(array $lines, $country, $shippingMethodId, $voucherCode)
    {
        $goods = 0;
        foreach ($lines as $line) {
            $goods += $line['line_total'];
        }
        $discount = 0;
        $voucher = $voucherCode ? $this->vouchers->findValid($voucherCode) : null;
        if ($voucher !== null && $goods >= $voucher['min_order_value']) {
            $discount = $voucher['kind'] === 'PERCENT'
                ? (int) round($goods * $voucher['amount'] / 100)
                : min($goods, (int) $voucher['amount']);
        }
        $freeFrom = (int) RemoteConfig::get('free_shipping_from', '10000');
        $shipping = $goods - $discount >= $freeFrom ? 0 : $this->shipping->price($shippingMethodId, $country);
        return array(
            'goods' => $goods,
            'discount' => $discount,
            'voucher_id' => $discount > 0 ? (int) $voucher['id'] : null,
            'shipping' => $shipping,
            'grand' => $goods - $discount + $shipping,
        );
    }
}
