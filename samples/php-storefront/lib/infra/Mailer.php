<?php
/**
 * Plain text mails through the sendmail of the web machine.
 */
class Mailer
{
    public static function send($to, $subject, $body)
    {
        $headers = 'From: ' . SHOP_NAME . ' <' . MAIL_FROM . ">\r\n"
            . "MIME-Version: 1.0\r\n"
            . "Content-Type: text/plain; charset=UTF-8\r\n";
        $encoded = '=?UTF-8?B?' . base64_encode($subject) . '?=';
        $ok = @mail($to, $encoded, $body, $headers);
        if (!$ok) {
            Logger::warn('mail to ' . $to . ' was not accepted: ' . $subject, 'mail');
        }
        return $ok;
    }

    public static function orderConfirmation(array $order, array $lines)
    {
        $body = "Thank you for your order " . $order['order_no'] . ".\n\n";
        foreach ($lines as $line) {
            $body .= sprintf("%3d x %-40s %12s\n", $line['quantity'], $line['title'], money($line['line_total']));
        }
        $body .= "\nShipping: " . money($order['shipping_total']);
        $body .= "\nTotal:    " . money($order['grand_total']) . "\n\n" . SHOP_URL . "\n";
        self::send($order['email'], 'Your order ' . $order['order_no'], $body);
        self::send(MAIL_ORDERS, 'New order ' . $order['order_no'], $body);
    }

    public static function newsletterOptIn($email, $code)
    {
        $link = SHOP_URL . '/newsletter.php?code=' . $code;
        self::send($email, 'Please confirm your subscription', "Click here to confirm:\n\n" . $link . "\n");
    }
}
