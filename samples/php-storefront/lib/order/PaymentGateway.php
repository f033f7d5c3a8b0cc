<?php
/**
 * Card payments at PayGate. The card number never reaches the shop, only the token
 * created by their script in the browser.
 */
class PaymentGateway
{
    public static function charge($orderNo, $cents, $cardToken)
    {
        $fields = array(
            'merchant' => PAYGATE_MERCHANT,
            'order' => $orderNo,
            'amount' => $cents,
            'currency' => SHOP_CURRENCY,
            'token' => $cardToken,
        );
        ksort($fields);
        $fields['signature'] = hash_hmac('sha256', http_build_query($fields), PAYGATE_SECRET);
        $context = stream_context_create(array('http' => array(
            'method' => 'POST',
            'header' => "Content-Type: application/x-www-form-urlencoded\r\n",
            'content' => http_build_query($fields),
            'timeout' => 15,
        )));
        $answer = @file_get_contents(PAYGATE_URL, false, $context);
        $result = $answer === false ? null : json_decode($answer, true);
        if (!is_array($result) || !isset($result['status']) || $result['status'] !== 'approved') {
            Logger::warn('card payment for ' . $orderNo . ' refused', 'payment');
            throw new RuntimeException('The card payment was not accepted');
        }
        return $result['reference'];
    }
}
